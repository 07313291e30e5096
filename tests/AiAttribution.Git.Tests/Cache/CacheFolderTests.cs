using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Cache;

/// <summary>A folder that cannot be made, because something else stands in its place, is one that cannot be written, for root too.</summary>
public class CacheFolderTests
{
    [Fact]
    public void Git_directory_that_takes_no_folder_leads_to_the_users_cache_folder()
    {
        using TestRepository repository = WithAiLines();
        repository.Write(".git/ai-attribution", "not a folder");
        using GitRepository opened = GitRepository.Open(repository.Root);
        string folder = new CacheFolder(opened.CommonDirectory).Path!;
        try
        {
            ScanResult first = Scan(opened, out int firstSteps);
            ScanResult second = Scan(opened, out int secondSteps);

            Assert.Equal(PrivateFolder.OfUser("clones"), Path.GetDirectoryName(folder));
            Assert.NotEmpty(Directory.GetFiles(folder, "*.cache"));
            Assert.Equal((true, 0), (firstSteps > 0, secondSteps));
            Assert.Equal(first.Attribution.Files["A.cs"].Runs, second.Attribution.Files["A.cs"].Runs);
            Assert.Equal("not a folder", repository.Read(".git/ai-attribution"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Link_in_place_of_the_folder_is_not_followed()
    {
        using TestRepository repository = WithAiLines();
        using var elsewhere = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(repository.Root, ".git", "ai-attribution"), elsewhere.Path);
        using GitRepository opened = GitRepository.Open(repository.Root);
        string folder = new CacheFolder(opened.CommonDirectory).Path!;
        try
        {
            Scan(opened, out _);

            Assert.Empty(Directory.GetFileSystemEntries(elsewhere.Path));
            Assert.NotEmpty(Directory.GetFiles(folder, "*.cache"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [UnixFact]
    public void Folder_that_others_can_write_is_not_used()
    {
        using TestRepository repository = WithAiLines();
        string open = Path.Combine(repository.Root, ".git", "ai-attribution");
        Directory.CreateDirectory(open);
        UnixMode.Set(open, (UnixFileMode)0x1FF);
        using GitRepository opened = GitRepository.Open(repository.Root);
        string folder = new CacheFolder(opened.CommonDirectory).Path!;
        try
        {
            Scan(opened, out _);

            Assert.Empty(Directory.GetFileSystemEntries(open));
            Assert.NotEmpty(Directory.GetFiles(folder, "*.cache"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_is_still_read_outlives_what_is_newer_and_not()
    {
        using TestRepository repository = WithAiLines();
        using GitRepository opened = GitRepository.Open(repository.Root);
        Scan(opened, out _);
        string[] read = Directory.GetFiles(opened.Caches.Path!, "*.cache");
        foreach (string file in read)
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-9));
        for (int i = 0; i < 100; i++)
        {
            string other = Path.Combine(opened.Caches.Path!, $"{i}.cache");
            File.WriteAllText(other, "of another commit");
            File.SetLastWriteTimeUtc(other, DateTime.UtcNow.AddDays(-2));
        }

        using GitRepository later = GitRepository.Open(repository.Root);
        Scan(later, out int steps);
        later.Caches.Trim();

        string[] left = Directory.GetFiles(opened.Caches.Path!, "*.cache");
        Assert.Equal(0, steps);
        Assert.True(left.Length < 100);
        Assert.Contains(read, left.Contains);
    }

    private static ScanResult Scan(GitRepository repository, out int steps)
    {
        var counter = new StepCounter();
        ScanResult result = AttributionScanner.Scan(repository, repository.ResolveCommit("HEAD"), new ScanOptions(), counter);
        steps = counter.Count;
        return result;
    }

    private static TestRepository WithAiLines()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit("Start");
        repository.Write("A.cs", "one\ntwo\n").Commit("Add\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");
        return repository;
    }

    private sealed class StepCounter : IProgress<ScanProgress>
    {
        private int _count;

        public int Count => _count;

        public void Report(ScanProgress value) => Interlocked.Increment(ref _count);
    }
}
