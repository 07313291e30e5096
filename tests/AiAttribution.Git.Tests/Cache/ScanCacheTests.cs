using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Cache;

public class ScanCacheTests
{
    private const int Damages = 5;
    private const string ByClaude = "Add\n\nCo-Authored-By: Claude Opus 4.6 <noreply@anthropic.com>\n";

    [Fact]
    public void A_second_scan_reads_the_result_of_the_first()
    {
        using TestRepository repository = WithAiLines();
        ScanResult first = Scan(repository, out int firstSteps);
        ScanResult second = Scan(repository, out int secondSteps);

        Assert.True(firstSteps > 0);
        Assert.Equal(0, secondSteps);
        AssertSame(first, second);
    }

    [Fact]
    public void A_damaged_cache_file_is_computed_again()
    {
        using TestRepository repository = WithAiLines();
        ScanResult first = Scan(repository, out _);
        var files = CacheFiles(repository).ToDictionary(file => file, File.ReadAllBytes);
        Assert.Equal(2, files.Count);

        for (int kind = 0; kind < Damages; kind++)
        {
            foreach ((string file, byte[] bytes) in files)
                File.WriteAllBytes(file, Damage(bytes, kind));
            AssertSame(first, Scan(repository, out int steps));
            Assert.True(steps > 0);
        }
    }

    [Fact]
    public void A_leftover_of_a_crashed_writer_is_not_taken_for_a_result()
    {
        using TestRepository repository = WithAiLines();
        ScanResult first = Scan(repository, out _);
        foreach (string file in CacheFiles(repository))
            File.Move(file, file + ".99-1.tmp");

        AssertSame(first, Scan(repository, out int steps));
        Assert.True(steps > 0);
    }

    [Fact]
    public void An_edit_of_the_revs_file_is_another_result()
    {
        using TestRepository repository = WithAiLines();
        Scan(repository, out _);
        repository.Write(".ai-attribution-revs", repository.Git("rev-list", "--max-parents=0", "HEAD").Trim() + " codex\n");

        ScanResult result = Scan(repository, out int steps);

        Assert.True(steps > 0);
        Assert.True(result.Summary.Agents["codex"] > 0);
    }

    [Fact]
    public void Other_options_are_another_result()
    {
        using TestRepository repository = WithAiLines();
        Scan(repository, out _);
        var onlyRevs = new EvidenceOptions { Sources = new HashSet<EvidenceKind> { EvidenceKind.Revs } };

        Assert.Empty(Scan(repository, out _, new ScanOptions { Evidence = onlyRevs }).Attribution.Files);
    }

    [Fact]
    public void A_new_note_is_another_result()
    {
        using TestRepository repository = WithAiLines();
        Scan(repository, out _);
        repository.Git("notes", "--ref=ai", "add", "-m", "A.cs\n  1234567890abcdef 1\n---\n{}", repository.Git("rev-list", "--max-parents=0", "HEAD").Trim());

        Assert.Equal(1, Scan(repository, out _).Summary.Notes);
    }

    [Fact]
    public void A_result_that_must_not_be_trusted_is_computed()
    {
        using TestRepository repository = WithAiLines();
        Scan(repository, out _);

        Scan(repository, out int steps, new ScanOptions { UseCache = false });

        Assert.True(steps > 0);
    }

    [Fact]
    public async Task Builds_that_start_together_compute_the_result_once()
    {
        using TestRepository repository = WithAiLines();

        int[] steps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            Scan(repository, out int count);
            return count;
        })));

        Assert.Single(steps, count => count > 0);
    }

    [Fact]
    public void The_folder_keeps_a_bounded_number_of_results()
    {
        using TestRepository repository = WithAiLines();
        for (int i = 0; i < 80; i++)
            Scan(repository, out _, new ScanOptions { Since = $"20{i + 10}-01-01" });

        Assert.InRange(CacheFiles(repository).Length, 1, 64);
    }

    [Fact]
    public void What_a_crashed_writer_left_is_removed_by_a_later_scan()
    {
        using TestRepository repository = WithAiLines();
        Scan(repository, out _);
        string leftover = CacheFiles(repository)[0] + ".99-1.tmp";
        File.WriteAllText(leftover, "half");
        File.SetLastWriteTimeUtc(leftover, DateTime.UtcNow.AddDays(-1));

        Scan(repository, out _, new ScanOptions { Since = "2020-01-01" });

        Assert.False(File.Exists(leftover));
    }

    [Fact]
    public void Other_paths_are_another_result_on_the_same_commit_records()
    {
        using TestRepository repository = WithAiLines();
        repository.Write("notes.txt", "one\n").Commit(ByClaude);
        var text = new ScanOptions { Include = PathFilter.Of(["*.txt"]) };

        Assert.Equal(["notes.txt"], Scan(repository, out _, text).Attribution.Files.Keys);
        Assert.Equal(["A.cs"], Scan(repository, out _).Attribution.Files.Keys);
        Scan(repository, out int steps, text);

        Assert.Equal(0, steps);
        Assert.Single(CacheFiles(repository), file => file.EndsWith("-commits.cache", StringComparison.Ordinal));
    }

    [Fact]
    public void Patterns_of_CSharp_files_share_the_result_of_the_build()
    {
        using TestRepository repository = WithAiLines();
        Scan(repository, out _);
        Scan(repository, out int steps, new ScanOptions { Include = PathFilter.Of(["src/**/*.cs", "A.cs"]) });

        Assert.Equal(0, steps);
    }

    [Fact]
    public void A_file_that_came_from_a_path_outside_the_choice_is_followed_past_an_earlier_result()
    {
        using var repository = new TestRepository();
        var options = new ScanOptions { Include = PathFilter.Of(["src/*.txt"]) };
        repository.Write("old/a.txt", "one\ntwo\nthree\n").Commit(ByClaude);
        Scan(repository, out _, options);
        Directory.CreateDirectory(Path.Combine(repository.Root, "src"));
        repository.Git("mv", "old/a.txt", "src/a.txt");
        repository.Commit("Move");

        Assert.Equal(LineState.Ai, Assert.Single(Scan(repository, out _, options).Attribution.Files["src/a.txt"].Runs).State);
    }

    [Fact]
    public void Results_of_single_files_are_kept_and_take_no_place_of_others()
    {
        using TestRepository repository = WithAiLines();
        Scan(repository, out _);
        string[] before = CacheFiles(repository);
        for (int i = 0; i < 20; i++)
            repository.Write($"B{i}.cs", "b\n");
        repository.Commit("More");
        for (int i = 0; i < 20; i++)
            Scan(repository, out _, Single($"B{i}.cs"));
        Scan(repository, out int steps, Single("B0.cs"));

        Assert.Equal(0, steps);
        Assert.Equal(before, CacheFiles(repository));
    }

    private static ScanOptions Single(string file) => new() { KeepAllSources = true, Include = PathFilter.OfFiles([file]) };

    private static TestRepository WithAiLines()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "one\ntwo\n").Commit("Start");
        repository.Write("A.cs", "one\nai\ntwo\n").Commit(ByClaude);
        return repository;
    }

    private static ScanResult Scan(TestRepository repository, out int steps, ScanOptions? options = null)
    {
        var progress = new Counter();
        using GitRepository opened = GitRepository.Open(repository.Root);
        ScanResult result = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), options ?? new ScanOptions(), progress);
        steps = progress.Count;
        return result;
    }

    private static void AssertSame(ScanResult expected, ScanResult actual)
    {
        Assert.Equal(expected.Attribution.Commit, actual.Attribution.Commit);
        Assert.Equal(expected.Attribution.Sources.Select(Text), actual.Attribution.Sources.Select(Text));
        Assert.Equal(expected.Attribution.Files.Keys, actual.Attribution.Files.Keys);
        Assert.Equal(expected.Attribution.Files.Values.SelectMany(file => file.Runs), actual.Attribution.Files.Values.SelectMany(file => file.Runs));
        Assert.Equal(expected.Summary.Agents, actual.Summary.Agents);
        Assert.Equal(expected.Summary.Kinds, actual.Summary.Kinds);
    }

    private static string Text(LineSource source) => $"{source.Commit} {source.Path} {source.BeforeBaseline} {string.Join(';', source.Evidence)}";

    private static byte[] Damage(byte[] bytes, int kind)
    {
        byte[] flipped = (byte[])bytes.Clone();
        flipped[^5] ^= 1;
        byte[][] damages = [[], bytes[..7], bytes[..(bytes.Length / 2)], bytes[..^1], flipped];
        return damages[kind];
    }

    private static string[] CacheFiles(TestRepository repository) =>
        Directory.GetFiles(Path.Combine(repository.Root, ".git", "ai-attribution"), "*.cache");

    private sealed class Counter : IProgress<ScanProgress>
    {
        private int _count;

        public int Count => _count;

        public void Report(ScanProgress value) => Interlocked.Increment(ref _count);
    }
}
