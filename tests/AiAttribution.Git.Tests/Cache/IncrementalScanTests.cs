using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Cache;

public class IncrementalScanTests
{
    [Theory]
    [InlineData(31, false)]
    [InlineData(32, false)]
    [InlineData(33, true)]
    [InlineData(34, true)]
    public void A_scan_that_builds_on_earlier_ones_equals_one_from_nothing(int seed, bool keepAll)
    {
        using var history = new GeneratedHistory(seed, commits: 50);
        string[] commits = history.Repository.Git("rev-list", "--reverse", "--topo-order", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        foreach (string commit in commits.Where((_, index) => index % 5 == 4))
        {
            var options = new ScanOptions { KeepAllSources = keepAll };
            ScanResult incremental = Scan(history.Repository, commit, options);
            ScanResult fresh = Scan(history.Repository, commit, options with { UseCache = false });
            Assert.Equal(Text(fresh), Text(incremental));
        }
    }

    [Fact]
    public void A_new_note_on_an_old_commit_counts_though_its_record_is_known()
    {
        using var repository = new TestRepository();
        string first = repository.Write("A.cs", "one\n").Commit("Start");
        Scan(repository, first, new ScanOptions());
        repository.Git("notes", "--ref=ai", "add", "-m", "A.cs\n  1234567890abcdef 1\n---\n{}", first);
        string second = repository.Write("B.cs", "two\n").Commit("More");

        Assert.Equal(["A.cs"], Scan(repository, second, new ScanOptions()).Attribution.Files.Keys);
    }

    [Fact]
    public void A_removed_note_no_longer_counts()
    {
        using var repository = new TestRepository();
        string first = repository.Write("A.cs", "one\n").Commit("Start");
        repository.Git("notes", "--ref=ai", "add", "-m", "A.cs\n  1234567890abcdef 1\n---\n{}", first);
        Scan(repository, first, new ScanOptions());
        repository.Git("notes", "--ref=ai", "remove", first);

        Assert.Empty(Scan(repository, first, new ScanOptions()).Attribution.Files);
    }

    private static ScanResult Scan(TestRepository repository, string commit, ScanOptions options)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        return AttributionScanner.Scan(opened, commit, options);
    }

    private static string Text(ScanResult result) => string.Join(
        '\n',
        [
            string.Join(',', result.Summary.Agents),
            $"{result.Summary.Commits} {result.Summary.AiCommits}",
            .. result.Attribution.Sources.Select(source => $"{source.Commit} {source.Path} {string.Join(';', source.Evidence)}"),
            .. result.Attribution.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key} {string.Join(' ', file.Value.Runs)}"),
        ]);
}
