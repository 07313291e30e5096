using System.Diagnostics;
using System.Globalization;
using AiAttribution.Core.Attribution;
using AiAttribution.Core.Policy;
using AiAttribution.Git;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>
/// One row of a table: <c>ratio REPOSITORY [FILES]</c> takes the median of five scans of the whole repository, and in the same run the time of <c>git blame</c> over its C# files,
/// two at a time. With a number of files a seeded sample is blamed and its time scaled up by the number of lines, and the row says so.
/// </summary>
internal static class BlameRatio
{
    private const int Scans = 5;
    private const int Processors = 2;

    public static int Run(string[] arguments)
    {
        string root = arguments[0];
        using GitRepository repository = GitRepository.Open(root);
        string head = repository.ResolveCommit("HEAD");
        string[] files = [.. repository.ListFiles(head).Where(path => ScanOptions.CSharpFiles(path))];
        Dictionary<string, int> lines = files.ToDictionary(path => path, path => repository.ReadFile(head, path, int.MaxValue)!.Count(b => b == '\n'));
        string[] sample = [.. files];
        if (arguments.Length > 1)
        {
            new Random(1).Shuffle(sample);
            sample = [.. sample.Take(int.Parse(arguments[1], CultureInfo.InvariantCulture))];
        }

        GitBlame.Commits(root, head, sample[0]); // so that git's pages are in memory as ours will be
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(sample, new ParallelOptions { MaxDegreeOfParallelism = Processors }, file => GitBlame.Commits(root, head, file));
        double blame = watch.Elapsed.TotalSeconds * lines.Values.Sum() / Math.Max(1, sample.Sum(file => lines[file]));

        Console.WriteLine("| repository | commits | C# files | lines | AI lines | mode | scan, median of 5 | `git blame` | ratio | peak MiB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---|---:|---:|---:|---:|");
        foreach (AttributionMode mode in Enum.GetValues<AttributionMode>())
            Row(root, head, mode, files.Length, lines.Values.Sum(), blame, sample.Length < files.Length);
        return 0;
    }

    private static void Row(string root, string head, AttributionMode mode, int files, int lines, double blame, bool scaled)
    {
        var seconds = new List<double>();
        ScanResult? result = null;
        for (int scan = 0; scan <= Scans; scan++)
        {
            var watch = Stopwatch.StartNew();
            using GitRepository fresh = GitRepository.Open(root);
            result = AttributionScanner.Scan(fresh, head, new ScanOptions { UseCache = false, Mode = mode });
            if (scan > 0)
                seconds.Add(watch.Elapsed.TotalSeconds);
        }

        double median = CacheTimes.Median(seconds);
        int ai = result!.Attribution.Files.Values.Sum(file => file.Count(LineState.Ai));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileName(root.TrimEnd('/'))} | {result.Summary.Commits} | {files} | {lines} | {ai} | {mode.ToString().ToLowerInvariant()} | {median:F2} s | {(scaled ? "about " : "")}{blame:F1} s | 1/{blame / median:F0} | {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} |"));
    }
}
