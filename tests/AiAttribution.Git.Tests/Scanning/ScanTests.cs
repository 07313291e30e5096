using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class ScanTests
{
    [Fact]
    public void Lines_of_a_commit_with_a_trailer_are_AI_and_name_agent_and_origin()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\ntwo\n").Commit("Start");
        string ai = repository.Write("A.cs", "one\nnew\ntwo\n").Commit(ScanRunner.ByClaude);

        AttributionResult result = ScanRunner.Scan(repository).Attribution;

        Assert.Equal([LineState.Other, LineState.Ai, LineState.Other], ScanRunner.States(result, "A.cs"));
        LineRun run = result.Files["A.cs"].Runs.Single(r => r.State == LineState.Ai);
        Assert.Equal(2, run.OriginLine);
        Assert.Equal(ai, result.Sources[run.Source].Commit);
        Assert.Equal("claude-code", result.Sources[run.Source].Evidence[0].Agent);
        Assert.Equal(EvidenceGrade.Declared, result.Sources[run.Source].Grade);
    }

    [Fact]
    public void A_file_without_AI_lines_is_left_out()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit("Start");
        repository.Write("B.cs", "two\n").Commit(ScanRunner.ByClaude);

        Assert.Equal(["B.cs"], ScanRunner.Scan(repository).Attribution.Files.Keys);
    }

    [Fact]
    public void AI_lines_follow_a_rename_with_edits()
    {
        using var repository = new TestRepository();
        string text = string.Concat(Enumerable.Range(0, 20).Select(i => $"line {i}\n"));
        repository.Write("Old.cs", text).Commit(ScanRunner.ByClaude);
        File.Delete(Path.Combine(repository.Root, "Old.cs"));
        repository.Write("sub/New.cs", text.Replace("line 3\n", "changed\n", StringComparison.Ordinal)).Commit("Move");

        AttributionResult result = ScanRunner.Scan(repository).Attribution;

        Assert.Equal(19, result.Files["sub/New.cs"].Count(LineState.Ai));
        Assert.Equal(LineState.Other, ScanRunner.States(result, "sub/New.cs")[3]);
        Assert.Equal("Old.cs", result.Sources[result.Files["sub/New.cs"].Runs[0].Source].Path);
    }

    [Fact]
    public void A_listed_commit_is_declared_evidence()
    {
        using var repository = new TestRepository();
        string id = repository.Write("A.cs", "one\n").Commit("Start");
        repository.Write(".ai-attribution-revs", $"# history before trailers\n{id} codex:gpt-5\n");

        AttributionResult result = ScanRunner.Scan(repository).Attribution;

        Assert.Equal("codex", result.Sources[0].Evidence[0].Agent);
        Assert.Equal("gpt-5", result.Sources[0].Evidence[0].Model);
        Assert.Equal(1, result.Files["A.cs"].Count(LineState.Ai));
    }

    [Fact]
    public void Lines_at_a_shallow_boundary_are_unknown()
    {
        using var origin = new TestRepository();
        origin.Write("A.cs", "one\n").Commit("Start");
        origin.Write("A.cs", "one\ntwo\n").Commit("More");
        origin.Write("A.cs", "one\ntwo\nthree\n").Commit(ScanRunner.ByClaude);
        using var clone = ScanRunner.Clone(origin, "--depth", "2");

        ScanResult result = ScanRunner.Scan(new TestRepository(clone.Path));

        Assert.Equal([LineState.Unknown, LineState.Unknown, LineState.Ai], ScanRunner.States(result.Attribution, "A.cs"));
        Assert.True(result.Summary.IsShallow);
    }

    [Fact]
    public void A_commit_in_Latin_1_is_read_with_its_own_encoding()
    {
        using var repository = new TestRepository();
        repository.Git("config", "i18n.commitEncoding", "ISO-8859-1");
        repository.Write("A.cs", "one\n");
        repository.Git("add", "-A");
        byte[] message = System.Text.Encoding.Latin1.GetBytes("Änderung\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");
        GitProcess.Run(repository.Root, message, new Dictionary<string, string> { ["GIT_AUTHOR_NAME"] = "Dev", ["GIT_AUTHOR_EMAIL"] = "d@example.com", ["GIT_COMMITTER_NAME"] = "Dev", ["GIT_COMMITTER_EMAIL"] = "d@example.com" }, "commit", "-q", "-F", "-");

        Assert.Equal(1, ScanRunner.Scan(repository).Attribution.Files["A.cs"].Count(LineState.Ai));
    }

    [Fact]
    public void Only_selected_kinds_of_evidence_count()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit(ScanRunner.ByClaude);
        var onlyRevs = new EvidenceOptions { Sources = new HashSet<EvidenceKind> { EvidenceKind.Revs } };

        Assert.Empty(ScanRunner.Scan(repository, new ScanOptions { Evidence = onlyRevs }).Attribution.Files);
    }

    [Fact]
    public void Binary_empty_and_unterminated_files_are_read_like_any_other()
    {
        using var repository = new TestRepository();
        repository.Write("Empty.cs", "").Write("Binary.cs", [0, 1, 2, 10, 0]).Write("NoEnd.cs", "a\nb").Commit(ScanRunner.ByClaude);

        AttributionResult result = ScanRunner.Scan(repository).Attribution;

        Assert.Equal(["Binary.cs", "NoEnd.cs"], result.Files.Keys);
        Assert.Equal([2, 2], result.Files.Values.Select(file => file.Count(LineState.Ai)));
    }
}
