using System.Diagnostics;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>
/// Compares attribution with the real <c>git blame</c>, line by line: the commit of every line, and the state that follows from it.
/// <c>blame REPOSITORY [FILES]</c>; with a number of files a seeded sample is compared. A repository that has <c>.git-blame-ignore-revs</c> is compared
/// twice: with plain <c>git blame</c>, and with <c>git blame --ignore-revs-file</c>.
/// </summary>
internal static class BlameComparison
{
    private const string IgnoredRevisions = ".git-blame-ignore-revs";

    public static int Run(string[] arguments)
    {
        string root = arguments[0];
        using GitRepository repository = GitRepository.Open(root);
        string head = repository.ResolveCommit("HEAD");
        string[] files = [.. repository.ListFiles(head).Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))];
        if (arguments.Length > 1)
        {
            new Random(1).Shuffle(files);
            files = [.. files.Take(int.Parse(arguments[1]))];
        }

        Compare(repository, root, head, files, null);
        if (repository.ReadFile(head, IgnoredRevisions, 1 << 20) is { } ignored)
        {
            string list = Path.GetTempFileName();
            File.WriteAllBytes(list, ignored);
            Compare(repository, root, head, files, list);
            File.Delete(list);
        }

        return 0;
    }

    private static void Compare(GitRepository repository, string root, string head, string[] files, string? ignoredRevisions)
    {
        Console.WriteLine(ignoredRevisions is null ? "plain git blame" : "git blame --ignore-revs-file " + IgnoredRevisions);
        var options = new ScanOptions { UseCache = false, PassOverIgnoredRevisions = ignoredRevisions is not null };
        var watch = Stopwatch.StartNew();
        ScanResult pruned = AttributionScanner.Scan(repository, head, options);
        Console.WriteLine($"  scan as a build does it: {watch.Elapsed.TotalSeconds:F2} s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB, " +
            $"{pruned.Summary.Commits} commits, {pruned.Summary.AiCommits} AI, {pruned.Attribution.Files.Count} files with AI or unknown lines");

        watch.Restart();
        ScanResult full = AttributionScanner.Scan(repository, head, options with { KeepAllSources = true });
        Console.WriteLine($"  scan that keeps every commit: {watch.Elapsed.TotalSeconds:F2} s for all files");

        watch.Restart();
        var score = new BlameScore(pruned.Attribution, full.Attribution);
        string[] ignore = ignoredRevisions is null ? [] : ["--ignore-revs-file", ignoredRevisions];
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, file => score.Compare(file, GitBlame.Commits(root, head, file, ignore)));
        Console.WriteLine($"  git blame of the same files, two at a time: {watch.Elapsed.TotalSeconds:F2} s");
        score.Print();
    }
}
