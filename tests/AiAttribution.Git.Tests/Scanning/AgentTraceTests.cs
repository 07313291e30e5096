using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class AgentTraceTests
{
    [Fact]
    public void Lines_that_the_commit_added_are_ai_and_the_others_are_not()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "int a = 1;\nint b = 2;\nint c = 3;\n");
        string commit = repository.Commit("work");
        Trace(repository, Record(commit, "A.cs", 2, 3));

        ScanResult scan = Scan(repository);

        Assert.Equal([LineState.Other, LineState.Ai], scan.Attribution.Files["A.cs"].Runs.Select(run => run.State));
        EvidenceStatement statement = scan.Attribution.Sources.Single().Evidence[0];
        Assert.Equal((EvidenceKind.AgentTrace, EvidenceGrade.Lines, "cursor", "claude-opus-4-8", "cursor:c1"), (statement.Kind, statement.Grade, statement.Agent, statement.Model, statement.Session?.ToString()));
    }

    [Fact]
    public void Record_of_the_parent_is_placed_at_the_child_that_added_the_lines()
    {
        using TestRepository repository = new();
        string parent = repository.Write("A.cs", "int a = 1;\n").Commit("start");
        repository.Write("A.cs", "int a = 1;\nint b = 2;\n").Commit("work");
        Trace(repository, Record(parent, "A.cs", 2, 2));

        Assert.Equal([LineState.Other, LineState.Ai], Scan(repository).Attribution.Files["A.cs"].Runs.Select(run => run.State));
    }

    [Fact]
    public void Range_that_the_diff_does_not_confirm_names_no_line_and_is_weak()
    {
        using TestRepository repository = new();
        string parent = repository.Write("A.cs", "int a = 1;\n").Commit("start");
        repository.Write("A.cs", "int a = 1;\nint b = 2;\n").Commit("work");
        Trace(repository, Record(parent, "A.cs", 1, 2));

        EvidenceStatement statement = Assert.Single(Scan(repository).Attribution.Sources.Single().Evidence);
        Assert.Equal((EvidenceKind.AgentTrace, EvidenceGrade.Weak), (statement.Kind, statement.Grade));
    }

    [Fact]
    public void Lines_of_a_person_are_not_ai()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "int a = 1;\nint b = 2;\n").Commit("work");
        Trace(repository, Record(commit, "A.cs", 1, 1), Record(commit, "A.cs", 2, 2).Replace("\"type\":\"ai\"", "\"type\":\"human\"", StringComparison.Ordinal));

        Assert.Equal([LineState.Ai, LineState.Other], Scan(repository).Attribution.Files["A.cs"].Runs.Select(run => run.State));
    }

    [Theory]
    [InlineData("../outside.cs")]
    [InlineData("/etc/passwd")]
    [InlineData(".shell-history")]
    public void Path_outside_of_the_files_names_nothing(string path)
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "int a = 1;\n").Commit("work");
        Trace(repository, Record(commit, path, 1, 1));

        Assert.Empty(Scan(repository).Attribution.Files);
    }

    [Fact]
    public void Broken_line_is_named_and_the_others_count()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "int a = 1;\n").Commit("work");
        Trace(repository, "{torn", Record(commit, "A.cs", 1, 1));

        ScanResult scan = Scan(repository);

        Assert.Single(scan.Attribution.Files);
        Assert.Matches(@"^agent trace [0-9a-f]{10}\(1\): it is not JSON$", Assert.Single(scan.Summary.Problems));
    }

    private static ScanResult Scan(TestRepository repository)
    {
        using GitRepository git = GitRepository.Open(repository.Root);
        return AttributionScanner.Scan(git, git.ResolveCommit("HEAD"), new ScanOptions { UseCache = false });
    }

    private static void Trace(TestRepository repository, params string[] records) =>
        repository.Write(".agent-trace/traces.jsonl", string.Concat(records.Select(record => record + "\n"))).Commit("trace");

    private static string Record(string revision, string path, int first, int last) =>
        $$"""{"version":"1.0","id":"550e8400-e29b-41d4-a716-446655440000","timestamp":"2026-01-25T10:00:00Z","vcs":{"type":"git","revision":"{{revision}}"},"tool":{"name":"cursor"},"metadata":{"conversation_id":"c1"},"files":[{"path":"{{path}}","conversations":[{"contributor":{"type":"ai","model_id":"anthropic/claude-opus-4-8"},"ranges":[{"start_line":{{first}},"end_line":{{last}} }]}]}]}""";
}
