using System.Diagnostics;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>
/// What the cache saves, in both modes: <c>cache REPOSITORY [STEPS]</c> scans an older commit, then each of the next commits on the first-parent line, then the last one again.
/// Uses cache keys of its own, and opens the repository anew for each scan, as each build does.
/// </summary>
internal static class CacheTimes
{
    private const int Repeats = 5;

    public static int Run(string[] arguments)
    {
        int steps = arguments.Length > 1 ? int.Parse(arguments[1]) : 10;
        string[] commits = Process.Start(new ProcessStartInfo("git", $"rev-list --first-parent -n {steps + 1} HEAD") { WorkingDirectory = arguments[0], RedirectStandardOutput = true })!
            .StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // The first scan of a process also pays for its start: it warms up for both modes.
        Time(arguments[0], commits[^1], new ScanOptions { UseCache = false });
        foreach (AttributionMode mode in Enum.GetValues<AttributionMode>())
        {
            // An evidence option that nobody else uses gives this run its own keys.
            var options = new ScanOptions { Mode = mode, Evidence = new EvidenceOptions { Agents = [new CustomAgent($"bench-{Guid.NewGuid():N}")] } };
            string name = mode.ToString().ToLowerInvariant();
            Console.WriteLine($"{name}: cold: {Time(arguments[0], commits[^1], options):F0} ms");
            double[] one = [.. commits.Reverse().Skip(1).Select(commit => Time(arguments[0], commit, options))];
            Console.WriteLine($"{name}: one new first-parent commit: median {Median(one):F0} ms, worst {one.Max():F0} ms of {one.Length} ({string.Join(' ', one.Select(ms => ms.ToString("F0")))})");
            double[] same = [.. Enumerable.Range(0, Repeats).Select(_ => Time(arguments[0], commits[0], options))];
            Console.WriteLine($"{name}: nothing changed: median {Median(same):F0} ms of {same.Length}");
        }

        return 0;
    }

    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Time(string root, string commit, ScanOptions options)
    {
        var watch = Stopwatch.StartNew();
        using GitRepository repository = GitRepository.Open(root);
        AttributionScanner.Scan(repository, commit, options);
        return watch.Elapsed.TotalMilliseconds;
    }
}
