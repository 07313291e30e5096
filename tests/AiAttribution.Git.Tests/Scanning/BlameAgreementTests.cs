using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class BlameAgreementTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Scan_generated_history_gives_the_commit_and_line_of_git_blame(int seed)
    {
        using var history = new GeneratedHistory(seed, commits: 60);
        AttributionResult scanned = Scan(history.Repository, keepAll: true);

        foreach (string file in history.Files)
            Assert.Equal(BlameOutput.Of(history.Repository, file), Origins(scanned, file));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Scan_with_ignored_revisions_gives_the_commit_and_line_of_git_blame(int seed)
    {
        using var history = new GeneratedHistory(seed, commits: 40);
        string[] commits = history.Repository.Git("rev-list", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        history.Repository.Write(".git-blame-ignore-revs", string.Join('\n', commits.Where((_, index) => index % 4 == 1)) + "\n");
        AttributionResult scanned = Scan(history.Repository, keepAll: true);

        foreach (string file in history.Files)
            Assert.Equal(BlameOutput.Of(history.Repository, file, "--ignore-revs-file", ".git-blame-ignore-revs"), Origins(scanned, file));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Scan_as_a_build_does_it_finds_the_same_AI_lines_as_the_scan_that_keeps_everything(int seed)
    {
        using var history = new GeneratedHistory(seed, commits: 60);
        AttributionResult all = Scan(history.Repository, keepAll: true);
        AttributionResult pruned = Scan(history.Repository, keepAll: false);

        foreach (string file in history.Files)
            Assert.Equal(AiLines(all, file), AiLines(pruned, file));
    }

    private static AttributionResult Scan(TestRepository repository, bool keepAll)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        return AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { KeepAllSources = keepAll, UseCache = false }).Attribution;
    }

    private static List<(string Commit, int Line)> Origins(AttributionResult result, string file) =>
        [.. Runs(result, file).SelectMany(run => Enumerable.Range(run.OriginLine, run.Count).Select(line => (result.Sources[run.Source].Commit, line)))];

    private static int[] AiLines(AttributionResult result, string file) =>
        [.. Runs(result, file).Where(run => run.State == LineState.Ai).SelectMany(run => Enumerable.Range(run.First, run.Count))];

    private static IReadOnlyList<LineRun> Runs(AttributionResult result, string file) => result.Files.GetValueOrDefault(file)?.Runs ?? [];
}
