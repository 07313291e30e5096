using System.Collections.Concurrent;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

/// <summary>
/// On a network drive every read costs its latency, so what counts is how often objects are read. The bounds: a first scan reads each commit once and nothing that git would not
/// read as well; a scan of one new commit reads what that commit brought; when nothing changed, only the files that steer attribution are looked up.
/// </summary>
public class SlowStorageTests
{
    private const int Commits = 60;

    // A content is read where it is compared, and a tree once more when two threads want it at the same moment.
    private const int MostOfAContent = 12;
    private const int MostOfATree = 2;

    // HEAD's commit and its root tree, to look for the files at the root.
    private const int Steering = 4;

    [Theory]
    [InlineData(AttributionMode.Git)]
    [InlineData(AttributionMode.Meaning)]
    internal void A_first_scan_reads_commits_and_trees_hardly_twice_and_contents_a_few_times(AttributionMode mode)
    {
        using var history = new GeneratedHistory(5, Commits);

        CountingReader reads = Scan(history.Repository, mode);

        Assert.All(reads.Times, read => Assert.InRange(read.Value, 1, IsText(history.Repository, read.Key) ? MostOfAContent : MostOfATree));
        Assert.InRange(reads.Times.Count(read => Kind(history.Repository, read.Key) == "commit"), 1, Commits);
    }

    [Theory]
    [InlineData(AttributionMode.Git)]
    [InlineData(AttributionMode.Meaning)]
    internal void A_scan_of_one_new_commit_reads_what_it_brought(AttributionMode mode)
    {
        using var history = new GeneratedHistory(5, Commits);
        Scan(history.Repository, mode, useCache: true);
        string file = history.Files.First();
        history.Repository.Write(file, history.Repository.Read(file) + "// new\n").Commit("New");

        CountingReader reads = Scan(history.Repository, mode, useCache: true);

        // New commit and the one before, their root and src trees, and the two contents of the file; a content that is compared in both steps is read twice.
        Assert.InRange(reads.Total, 1, Steering + 2 + 2 * 3 + 2 * 2);
    }

    [Fact]
    public void Nothing_is_read_of_history_when_nothing_changed()
    {
        using var history = new GeneratedHistory(5, Commits);
        Scan(history.Repository, AttributionMode.Meaning, useCache: true);

        CountingReader reads = Scan(history.Repository, AttributionMode.Meaning, useCache: true);

        Assert.InRange(reads.Total, 0, Steering);
    }

    private static CountingReader Scan(TestRepository repository, AttributionMode mode, bool useCache = false)
    {
        RepositoryLayout layout = RepositoryLayout.Find(repository.Root)!;
        RepositoryReaders readers = ReaderChoice.Open(layout, GitReader.LibGit2);
        var counting = new CountingReader(readers.Objects);
        using var opened = new GitRepository(layout, readers with { Objects = counting });
        AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { UseCache = useCache, Mode = mode });
        return counting;
    }

    private static bool IsText(TestRepository repository, ObjectId id) => Kind(repository, id) == "blob";

    private static string Kind(TestRepository repository, ObjectId id) => repository.Git("cat-file", "-t", id.ToHex(ObjectId.Sha1Length)).Trim();

    private sealed class CountingReader(IObjectReader inner) : IObjectReader
    {
        public bool Has(ObjectId id) => inner.Has(id);

        public ConcurrentDictionary<ObjectId, int> Times { get; } = new();

        public int Total => Times.Values.Sum();

        public int IdLength => inner.IdLength;

        public byte[]? Read(ObjectId id, int maxBytes = int.MaxValue)
        {
            Times.AddOrUpdate(id, 1, (_, times) => times + 1);
            return inner.Read(id, maxBytes);
        }

        public void Dispose() => inner.Dispose();
    }
}
