using System.Diagnostics;
using AiAttribution.Git;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>What the cache saves: <c>cache REPOSITORY [STEPS]</c> scans an older commit, then each of the next commits on the first-parent line, then the last one again. Uses a cache of its own.</summary>
internal static class CacheTimes
{
    public static int Run(string[] arguments)
    {
        int steps = arguments.Length > 1 ? int.Parse(arguments[1]) : 10;
        string[] commits = Process.Start(new ProcessStartInfo("git", $"rev-list --first-parent -n {steps + 1} HEAD") { WorkingDirectory = arguments[0], RedirectStandardOutput = true })!
            .StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using GitRepository repository = GitRepository.Open(arguments[0]);

        // An evidence option that nobody else uses gives this run its own keys.
        var options = new ScanOptions { Evidence = new Core.Evidence.EvidenceOptions { Agents = [new Core.Evidence.CustomAgent($"bench-{Guid.NewGuid():N}")] } };
        Console.WriteLine($"cold: {Time(repository, commits[^1], options):F0} ms");
        double[] one = [.. commits.Reverse().Skip(1).Select(commit => Time(repository, commit, options))];
        Console.WriteLine($"one new first-parent commit: median {one.Order().ElementAt(one.Length / 2):F0} ms of {one.Length} ({string.Join(' ', one.Select(ms => ms.ToString("F0")))})");
        double[] same = [.. Enumerable.Range(0, 5).Select(_ => Time(repository, commits[0], options))];
        Console.WriteLine($"nothing changed: median {same.Order().ElementAt(2):F0} ms");
        return 0;
    }

    private static double Time(GitRepository repository, string commit, ScanOptions options)
    {
        var watch = Stopwatch.StartNew();
        AttributionScanner.Scan(repository, commit, options);
        return watch.Elapsed.TotalMilliseconds;
    }
}
