using AiAttribution.Core.Attribution;
using AiAttribution.Core.Evidence;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class ScanTests
{
    private const string ByClaude = "Add\n\nCo-Authored-By: Claude Opus 4.6 <noreply@anthropic.com>\n";

    [Fact]
    public void Lines_of_a_commit_with_a_trailer_are_AI_and_name_agent_and_origin()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\ntwo\n").Commit("Start");
        string ai = repository.Write("A.cs", "one\nnew\ntwo\n").Commit(ByClaude);

        AttributionResult result = Scan(repository).Attribution;

        Assert.Equal([LineState.Other, LineState.Ai, LineState.Other], States(result, "A.cs"));
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
        repository.Write("B.cs", "two\n").Commit(ByClaude);

        Assert.Equal(["B.cs"], Scan(repository).Attribution.Files.Keys);
    }

    [Fact]
    public void AI_lines_follow_a_rename_with_edits()
    {
        using var repository = new TestRepository();
        string text = string.Concat(Enumerable.Range(0, 20).Select(i => $"line {i}\n"));
        repository.Write("Old.cs", text).Commit(ByClaude);
        File.Delete(Path.Combine(repository.Root, "Old.cs"));
        repository.Write("sub/New.cs", text.Replace("line 3\n", "changed\n", StringComparison.Ordinal)).Commit("Move");

        AttributionResult result = Scan(repository).Attribution;

        Assert.Equal(19, result.Files["sub/New.cs"].Count(LineState.Ai));
        Assert.Equal(LineState.Other, States(result, "sub/New.cs")[3]);
        Assert.Equal("Old.cs", result.Sources[result.Files["sub/New.cs"].Runs[0].Source].Path);
    }

    [Fact]
    public void A_listed_commit_is_declared_evidence()
    {
        using var repository = new TestRepository();
        string id = repository.Write("A.cs", "one\n").Commit("Start");
        repository.Write(".ai-attribution-revs", $"# history before trailers\n{id} codex:gpt-5\n");

        AttributionResult result = Scan(repository).Attribution;

        Assert.Equal("codex", result.Sources[0].Evidence[0].Agent);
        Assert.Equal("gpt-5", result.Sources[0].Evidence[0].Model);
        Assert.Equal(1, result.Files["A.cs"].Count(LineState.Ai));
    }

    [Fact]
    public void A_note_names_the_lines_and_counts_only_where_the_commit_made_them()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "old 1\nold 2\n").Commit("Start");
        string commit = repository.Write("A.cs", "old 1\nnew 1\nnew 2\nold 2\n").Commit("Change");
        Note(repository, commit, "A.cs\n  1234567890abcdef 1-2\n---\n{\"schema_version\":\"authorship/3.0.0\",\"prompts\":{\"1234567890abcdef\":{\"agent_id\":{\"tool\":\"claude\",\"id\":\"s1\",\"model\":\"claude-opus-4-6\"}}}}");

        AttributionResult result = Scan(repository).Attribution;

        Assert.Equal([LineState.Other, LineState.Ai, LineState.Other, LineState.Other], States(result, "A.cs"));
        Assert.Equal(EvidenceGrade.Lines, result.Sources[0].Grade);
    }

    [Theory]
    [InlineData("rebase")]
    [InlineData("amend")]
    [InlineData("cherry-pick")]
    public void A_note_follows_its_commit_when_it_is_rewritten(string how)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "old 1\nold 2\n").Commit("Start");
        repository.Git("checkout", "-q", "-b", "work");
        string commit = repository.Write("A.cs", "old 1\nnew 1\nnew 2\nold 2\n").Commit("Change");
        Note(repository, commit, "A.cs\n  1234567890abcdef 2\n---\n{}");
        repository.Git("checkout", "-q", "main");
        repository.Write("A.cs", "above\nold 1\nold 2\n").Commit("Other");
        if (how == "amend")
            repository.Git("checkout", "-q", "work");
        repository.Git(how switch
        {
            "rebase" => ["rebase", "-q", "main", "work"],
            "amend" => ["commit", "-q", "--amend", "-m", "Better words"],
            _ => ["cherry-pick", commit],
        });

        ScanResult result = Scan(repository);

        LineState[] expected = [LineState.Other, LineState.Ai, LineState.Other, LineState.Other];
        Assert.Equal(how == "amend" ? expected : [LineState.Other, .. expected], States(result.Attribution, "A.cs"));
        Assert.Equal((1, 1), (result.Summary.UnreachableNotes, result.Summary.AdoptedNotes));
    }

    [Fact]
    public void A_truncated_note_is_a_problem_and_never_an_exception()
    {
        using var repository = new TestRepository();
        string commit = repository.Write("A.cs", "one\n").Commit("Change");
        Note(repository, commit, "A.cs\n  1234567890abcdef 1\n---\n{\"schema_version\":\"authorsh");

        ScanResult result = Scan(repository);

        Assert.Contains(result.Summary.Problems, problem => problem.Contains(commit[..10], StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_over_the_size_limit_is_left_out_and_named()
    {
        using var repository = new TestRepository();
        string commit = repository.Write("A.cs", "one\n").Commit("Change");
        Note(repository, commit, "A.cs\n  1234567890abcdef 1\n---\n" + new string(' ', GitAiNote.MaximumBytes));

        ScanResult result = Scan(repository);

        Assert.Empty(result.Attribution.Files);
        Assert.Contains(result.Summary.Problems, problem => problem.Contains("larger than", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_are_found_in_a_tree_with_mixed_fan_out()
    {
        using var repository = new TestRepository();
        string first = repository.Write("A.cs", "one\n").Commit("A");
        string second = repository.Write("B.cs", "two\n").Commit("B");
        string note = Blob(repository, "A.cs\n  1234567890abcdef 1\nB.cs\n  1234567890abcdef 1\n---\n{}");
        string tree = $"M 100644 {note} {first}\nM 100644 {note} {second[..2]}/{second[2..4]}/{second[4..]}\nM 100644 {note} README.md\n";
        GitProcess.Run(
            repository.Root,
            System.Text.Encoding.UTF8.GetBytes($"commit refs/notes/ai\ncommitter Dev <dev@example.com> 1767225600 +0000\ndata 0\n{tree}\n"),
            new Dictionary<string, string>(),
            "fast-import",
            "--quiet");

        ScanResult result = Scan(repository);

        Assert.Equal(["A.cs", "B.cs"], result.Attribution.Files.Keys);
        Assert.Equal((2, 0), (result.Summary.Notes, result.Summary.UnreachableNotes));
    }

    [Fact]
    public void Lines_at_a_shallow_boundary_are_unknown()
    {
        using var origin = new TestRepository();
        origin.Write("A.cs", "one\n").Commit("Start");
        origin.Write("A.cs", "one\ntwo\n").Commit("More");
        origin.Write("A.cs", "one\ntwo\nthree\n").Commit(ByClaude);
        using var clone = Clone(origin, "--depth", "2");

        ScanResult result = Scan(new TestRepository(clone.Path));

        Assert.Equal([LineState.Unknown, LineState.Unknown, LineState.Ai], States(result.Attribution, "A.cs"));
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

        Assert.Equal(1, Scan(repository).Attribution.Files["A.cs"].Count(LineState.Ai));
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("2026-01-01T12:01:30Z")]
    public void AI_lines_before_the_baseline_stay_AI_and_are_marked(string since)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit(ByClaude);
        repository.Git("tag", "v1");
        repository.Write("B.cs", "two\n").Commit(ByClaude);

        AttributionResult result = Scan(repository, new ScanOptions { Since = since }).Attribution;

        Assert.Equal([true, false], result.Sources.Select(source => source.BeforeBaseline));
        Assert.All(result.Files.Values, file => Assert.Equal(1, file.Count(LineState.Ai)));
    }

    [Fact]
    public void A_baseline_that_names_nothing_is_refused_with_the_way_out()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit(ByClaude);

        var problem = Assert.Throws<RepositoryException>(() => Scan(repository, new ScanOptions { Since = "v9" }));

        Assert.Equal(RepositoryProblem.BadRevision, problem.Problem);
        Assert.Contains("v9", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_selected_kinds_of_evidence_count()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit(ByClaude);
        var onlyRevs = new EvidenceOptions { Sources = new HashSet<EvidenceKind> { EvidenceKind.Revs } };

        Assert.Empty(Scan(repository, new ScanOptions { Evidence = onlyRevs }).Attribution.Files);
    }

    [Fact]
    public void Binary_empty_and_unterminated_files_are_read_like_any_other()
    {
        using var repository = new TestRepository();
        repository.Write("Empty.cs", "").Write("Binary.cs", [0, 1, 2, 10, 0]).Write("NoEnd.cs", "a\nb").Commit(ByClaude);

        AttributionResult result = Scan(repository).Attribution;

        Assert.Equal(["Binary.cs", "NoEnd.cs"], result.Files.Keys);
        Assert.Equal([2, 2], result.Files.Values.Select(file => file.Count(LineState.Ai)));
    }

    private static ScanResult Scan(TestRepository repository, ScanOptions? options = null)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        return AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), (options ?? new ScanOptions()) with { UseCache = false });
    }

    private static LineState[] States(AttributionResult result, string path) =>
        [.. result.Files[path].Runs.SelectMany(run => Enumerable.Repeat(run.State, run.Count))];

    private static void Note(TestRepository repository, string commit, string text) =>
        repository.Git("notes", "--ref=ai", "add", "-C", Blob(repository, text), commit);

    private static string Blob(TestRepository repository, string text) =>
        GitProcess.Run(repository.Root, System.Text.Encoding.UTF8.GetBytes(text), new Dictionary<string, string>(), "hash-object", "-w", "--stdin").Trim();

    private static Testing.Files.TemporaryFolder Clone(TestRepository origin, params string[] options)
    {
        var folder = new Testing.Files.TemporaryFolder();
        GitProcess.Run(origin.Root, ["clone", "-q", .. options, "file://" + origin.Root, folder.Path]);
        return folder;
    }
}
