using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class FileWalkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_file_alone_has_the_commit_and_line_of_git_blame(int seed)
    {
        using var history = new GeneratedHistory(seed, commits: 60);

        foreach (string file in history.Files)
            Assert.Equal(BlameOutput.Of(history.Repository, file), Origins(Alone(history.Repository, file), file));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void A_file_alone_passes_over_ignored_revisions_as_git_blame_does(int seed)
    {
        using var history = new GeneratedHistory(seed, commits: 40);
        string[] commits = history.Repository.Git("rev-list", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        history.Repository.Write(".git-blame-ignore-revs", string.Join('\n', commits.Where((_, index) => index % 4 == 1)) + "\n");

        foreach (string file in history.Files)
            Assert.Equal(BlameOutput.Of(history.Repository, file, "--ignore-revs-file", ".git-blame-ignore-revs"), Origins(Alone(history.Repository, file), file));
    }

    [Theory]
    [InlineData(41, AttributionMode.Git)]
    [InlineData(42, AttributionMode.Git)]
    [InlineData(43, AttributionMode.Meaning)]
    [InlineData(44, AttributionMode.Meaning)]
    [InlineData(45, AttributionMode.Meaning)]
    internal void A_file_alone_equals_the_walk_through_all_commits(int seed, AttributionMode mode)
    {
        using var history = new GeneratedHistory(seed, commits: 60);
        var options = new ScanOptions { Mode = mode };

        foreach (string file in history.Files)
            Assert.Equal(Lines(Walked(history.Repository, file, options), file), Lines(Alone(history.Repository, file, options), file));
    }

    [Fact]
    public void A_note_that_a_rebase_left_behind_counts_for_a_file_alone()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit("Start");
        string old = repository.Write("A.cs", "one\ntwo\n").Commit("Add");
        ScanRunner.Note(repository, old, "A.cs\n  1234567890abcdef 2\n---\n{}");
        repository.Git("reset", "-q", "--hard", "HEAD~1");
        repository.Write("B.cs", "b\n").Commit("Other");
        repository.Git("cherry-pick", old);

        Assert.Equal([LineState.Other, LineState.Ai], ScanRunner.States(Alone(repository, "A.cs"), "A.cs"));
    }

    [Fact]
    public void Lines_of_a_file_alone_from_before_the_baseline_are_marked()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit(ScanRunner.ByClaude);
        repository.Git("tag", "v1");
        repository.Write("A.cs", "one\ntwo\n").Commit(ScanRunner.ByClaude);

        AttributionResult result = Alone(repository, "A.cs", new ScanOptions { Since = "v1" });

        Assert.Equal([true, false], result.Files["A.cs"].Runs.Select(run => result.Sources[run.Source].BeforeBaseline));
    }

    [Fact]
    public void Lines_of_a_file_alone_that_reach_the_boundary_of_a_shallow_clone_are_unknown()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit("Start");
        repository.Write("A.cs", "one\ntwo\n").Commit("More");
        repository.Write("A.cs", "one\ntwo\nthree\n").Commit(ScanRunner.ByClaude);
        using TemporaryFolder clone = ScanRunner.Clone(repository, "--depth", "2");

        AttributionResult result = Alone(new TestRepository(clone.Path), "A.cs");

        Assert.Equal([LineState.Unknown, LineState.Unknown, LineState.Ai], ScanRunner.States(result, "A.cs"));
    }

    [Fact]
    public void A_file_that_the_commit_does_not_have_gives_no_lines()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit("Start");

        Assert.Empty(Alone(repository, "B.cs").Files);
    }

    private static AttributionResult Alone(TestRepository repository, string file, ScanOptions? options = null) =>
        ScanRunner.Scan(repository, (options ?? new ScanOptions()) with { KeepAllSources = true, Include = PathFilter.OfFiles([file]) }).Attribution;

    // A class of characters makes it a pattern, and patterns are walked for through all commits.
    private static AttributionResult Walked(TestRepository repository, string file, ScanOptions options) =>
        ScanRunner.Scan(repository, options with { KeepAllSources = true, Include = PathFilter.Of([$"{file[..^1]}[{file[^1]}]"]) }).Attribution;

    private static List<(string Commit, int Line)> Origins(AttributionResult result, string file) =>
        [.. (result.Files.GetValueOrDefault(file)?.Runs ?? []).SelectMany(run => Enumerable.Range(run.OriginLine, run.Count).Select(line => (result.Sources[run.Source].Commit, line)))];

    private static string[] Lines(AttributionResult result, string file) =>
        [.. (result.Files.GetValueOrDefault(file)?.Runs ?? []).Select(run => $"{run.First} {run.Count} {run.State} {run.OriginLine} {Text(result.Sources[run.Source])}")];

    private static string Text(LineSource source) => $"{source.Commit} {source.Path} {string.Join(';', source.Evidence)}";
}
