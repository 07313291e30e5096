using System.Diagnostics;
using System.Globalization;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>
/// One row of a table for each mode: <c>ratio REPOSITORY [FILES]</c> takes the median of five scans of the whole repository, and in the same run the time of <c>git blame</c> over
/// its C# files, two at a time: plain, and for <c>meaning</c> also with the options that look for what this mode looks for. With a number of files a seeded sample is blamed and
/// its time scaled up by the number of lines, and the row says so.
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
        string[] files = [.. repository.ListFiles(head).Where(path => PathFilter.CSharp.Matches(path))];
        Dictionary<string, int> lines = files.ToDictionary(path => path, path => repository.ReadFile(head, path, int.MaxValue)!.Count(b => b == '\n'));
        string[] sample = [.. files];
        if (arguments.Length > 1)
        {
            new Random(1).Shuffle(sample);
            sample = [.. sample.Take(int.Parse(arguments[1], CultureInfo.InvariantCulture))];
        }

        GitBlame.Commits(root, head, sample[0]); // so that git's pages are in memory as ours will be
        double scale = (double)lines.Values.Sum() / Math.Max(1, sample.Sum(file => lines[file]));
        double plain = scale * Blame(root, head, sample);
        double meaning = scale * Blame(root, head, sample, "-w", "-M", "-C");

        Console.WriteLine("| repository | commits | C# files | lines | AI lines | mode | scan, median of 5 | `git blame` | ratio | `git blame -w -M -C` | ratio | peak MiB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|");
        foreach (AttributionMode mode in Enum.GetValues<AttributionMode>())
            Row(root, head, mode, files.Length, lines.Values.Sum(), plain, mode == AttributionMode.Meaning ? meaning : null, sample.Length < files.Length ? "about " : "");
        return 0;
    }

    private static double Blame(string root, string head, string[] files, params string[] options)
    {
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Processors }, file => GitBlame.Commits(root, head, file, options));
        return watch.Elapsed.TotalSeconds;
    }

    private static void Row(string root, string head, AttributionMode mode, int files, int lines, double plain, double? same, string about)
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
            $"| {Path.GetFileName(root.TrimEnd('/'))} | {result.Summary.Commits} | {files} | {lines} | {ai} | {mode.ToString().ToLowerInvariant()} | {median:F2} s | {about}{plain:F1} s | 1/{plain / median:F0} | {(same is { } options ? string.Create(CultureInfo.InvariantCulture, $"{about}{options:F1} s | 1/{options / median:F0}") : "|")} | {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} |"));
    }
}
