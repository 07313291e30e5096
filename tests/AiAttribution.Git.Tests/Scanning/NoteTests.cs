using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class NoteTests
{
    [Fact]
    public void A_note_names_the_lines_and_counts_only_where_the_commit_made_them()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "old 1\nold 2\n").Commit("Start");
        string commit = repository.Write("A.cs", "old 1\nnew 1\nnew 2\nold 2\n").Commit("Change");
        ScanRunner.Note(repository, commit, "A.cs\n  1234567890abcdef 1-2\n---\n{\"schema_version\":\"authorship/3.0.0\",\"prompts\":{\"1234567890abcdef\":{\"agent_id\":{\"tool\":\"claude\",\"id\":\"s1\",\"model\":\"claude-opus-4-6\"}}}}");

        AttributionResult result = ScanRunner.Scan(repository).Attribution;

        Assert.Equal([LineState.Other, LineState.Ai, LineState.Other, LineState.Other], ScanRunner.States(result, "A.cs"));
        Assert.Equal(EvidenceGrade.Lines, result.Sources[0].Grade);
    }

    [Fact]
    public void A_truncated_note_is_a_problem_and_never_an_exception()
    {
        using var repository = new TestRepository();
        string commit = repository.Write("A.cs", "one\n").Commit("Change");
        ScanRunner.Note(repository, commit, "A.cs\n  1234567890abcdef 1\n---\n{\"schema_version\":\"authorsh");

        ScanResult result = ScanRunner.Scan(repository);

        Assert.Contains(result.Summary.Problems, problem => problem.Contains(commit[..10], StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_over_the_size_limit_is_named_and_its_lines_are_unknown()
    {
        using var repository = new TestRepository();
        string commit = repository.Write("A.cs", "one\n").Commit("Change");
        ScanRunner.Note(repository, commit, "A.cs\n  1234567890abcdef 1\n---\n" + new string(' ', GitAiNote.MaximumBytes));

        ScanResult result = ScanRunner.Scan(repository);

        Assert.Equal([LineState.Unknown], ScanRunner.States(result.Attribution, "A.cs"));
        Assert.Contains(result.Summary.Problems, problem => problem.Contains("larger than", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_are_found_in_a_tree_with_mixed_fan_out()
    {
        using var repository = new TestRepository();
        string first = repository.Write("A.cs", "one\n").Commit("A");
        string second = repository.Write("B.cs", "two\n").Commit("B");
        string note = ScanRunner.Blob(repository, "A.cs\n  1234567890abcdef 1\nB.cs\n  1234567890abcdef 1\n---\n{}");
        string tree = $"M 100644 {note} {first}\nM 100644 {note} {second[..2]}/{second[2..4]}/{second[4..]}\nM 100644 {note} README.md\n";
        GitProcess.Run(
            repository.Root,
            System.Text.Encoding.UTF8.GetBytes($"commit refs/notes/ai\ncommitter Dev <dev@example.com> 1767225600 +0000\ndata 0\n{tree}\n"),
            new Dictionary<string, string>(),
            "fast-import",
            "--quiet");

        ScanResult result = ScanRunner.Scan(repository);

        Assert.Equal(["A.cs", "B.cs"], result.Attribution.Files.Keys);
        Assert.Equal((2, 0), (result.Summary.Notes, result.Summary.UnreachableNotes));
    }
}
