using AiAttribution.Core.Lines;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning.Notes;

public class RewrittenCommitTests
{
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
        ScanRunner.Note(repository, commit, "A.cs\n  1234567890abcdef 2\n---\n{}");
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

        ScanResult result = ScanRunner.Scan(repository);

        LineState[] expected = [LineState.Other, LineState.Ai, LineState.Other, LineState.Other];
        Assert.Equal(how == "amend" ? expected : [LineState.Other, .. expected], ScanRunner.States(result.Attribution, "A.cs"));
        Assert.Equal((1, 1), (result.Summary.UnreachableNotes, result.Summary.AdoptedNotes));
    }

    [Theory]
    [InlineData("ai-attribution", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":100}}}""", "OOAAOO")]
    [InlineData("ai-attribution", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":40}}}""", "OOPPOO")]
    [InlineData("ai-attribution", """{"generator":"Qwen-Coder","files":{"A.cs":{"per""", "OO??OO")]
    [InlineData("team", "A.cs\n  s_59382cac373d67::t_1 2\n---\n{\"schema_version\":\"authorship/3.0.0\"}", "OOAOOO")]
    [InlineData("commits", "Reviewed on Monday.", "OOOOOO")]
    public void Notes_of_every_tool_that_tell_of_lines_follow_a_rebase(string reference, string note, string letters)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "old 1\nold 2\nold 3\n").Commit("Start");
        repository.Git("checkout", "-q", "-b", "work");
        string commit = repository.Write("A.cs", "old 1\nnew 1\nnew 2\nold 2\nold 3\n").Commit("Change");
        repository.Git("notes", "--ref=" + reference, "add", "-C", ScanRunner.Blob(repository, note), commit);
        repository.Git("checkout", "-q", "main");
        repository.Write("A.cs", "above\nold 1\nold 2\nold 3\n").Commit("Other");
        repository.Git("rebase", "-q", "main", "work");

        AttributionResult result = ScanRunner.Scan(repository).Attribution;

        Assert.Equal(letters, Letters(result));
    }

    [Fact]
    public void Share_of_a_file_counts_for_no_line_that_its_commit_had_found_there()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "old\n").Commit("Start");
        string before = repository.Write("A.cs", "old\nby hand\n").Commit("Before");
        string commit = repository.Write("A.cs", "old\nby hand\nby AI\n").Commit("Change");
        repository.Git("notes", "--ref=ai-attribution", "add", "-m", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":100}}}""", commit);
        repository.Git("branch", "kept");
        repository.Git("reset", "-q", "--soft", before + "^");
        repository.Git("commit", "-q", "-C", commit);

        Assert.Equal("OOA", Letters(ScanRunner.Scan(repository).Attribution));
    }

    [Fact]
    public void Note_of_the_commit_itself_decides_before_that_of_the_one_whose_place_it_took()
    {
        using var repository = new TestRepository();
        string commit = repository.Write("A.cs", "one\ntwo\n").Commit("Change");
        repository.Git("notes", "--ref=ai-attribution", "add", "-m", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":100}}}""", commit);
        repository.Git("commit", "-q", "--amend", "-m", "Better words");
        repository.Git("notes", "--ref=ai-attribution", "add", "-m", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":50}}}""", "HEAD");

        Assert.Equal("PP", Letters(ScanRunner.Scan(repository).Attribution));
    }

    [Fact]
    public void Trace_of_a_commit_follows_it_through_an_amendment()
    {
        using var repository = new TestRepository();
        string commit = repository.Write("A.cs", "one\ntwo\n").Commit("Change");
        repository.Git("commit", "-q", "--amend", "-m", "Better words");
        repository.Write(
            ".agent-trace/traces.jsonl",
            $$"""{"version":"0.1.0","id":"550e8400-e29b-41d4-a716-446655440000","timestamp":"2026-01-25T10:00:00Z","vcs":{"type":"git","revision":"{{commit}}"},"tool":{"name":"cursor"},"files":[{"path":"A.cs","conversations":[{"contributor":{"type":"ai"},"ranges":[{"start_line":2,"end_line":2}]}]}]}""" + "\n").Commit("Trace");

        Assert.Equal("OA", Letters(ScanRunner.Scan(repository).Attribution));
    }

    private static string Letters(AttributionResult result) => result.Files.ContainsKey("A.cs")
        ? string.Concat(ScanRunner.States(result, "A.cs").Select(state => state switch { LineState.Ai => 'A', LineState.InPart => 'P', LineState.Unknown => '?', _ => 'O' }))
        : "OOOOOO";
}
