using System.Diagnostics;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>How many lines change hands between the two modes of attribution: <c>modes REPOSITORY</c>.</summary>
internal static class ModeComparison
{
    public static int Run(string[] arguments)
    {
        using GitRepository repository = GitRepository.Open(arguments[0]);
        string head = repository.ResolveCommit("HEAD");
        var watch = Stopwatch.StartNew();
        AttributionResult git = Scan(repository, head, AttributionMode.Git);
        double gitSeconds = watch.Elapsed.TotalSeconds;
        watch.Restart();
        AttributionResult meaning = Scan(repository, head, AttributionMode.Meaning);
        Console.WriteLine($"git {gitSeconds:F2} s, meaning {watch.Elapsed.TotalSeconds:F2} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");

        int both = 0;
        var onlyGit = new Dictionary<string, int>();
        var onlyMeaning = new Dictionary<string, int>();
        foreach (string path in git.Files.Keys.Union(meaning.Files.Keys))
        {
            string?[] a = AiCommits(git, path);
            string?[] b = AiCommits(meaning, path);
            for (int i = 0; i < Math.Max(a.Length, b.Length); i++)
            {
                string? inGit = i < a.Length ? a[i] : null;
                string? inMeaning = i < b.Length ? b[i] : null;
                both += inGit is not null && inMeaning is not null ? 1 : 0;
                if (inGit is not null && inMeaning is null)
                    onlyGit[inGit] = onlyGit.GetValueOrDefault(inGit) + 1;
                if (inGit is null && inMeaning is not null)
                    onlyMeaning[inMeaning] = onlyMeaning.GetValueOrDefault(inMeaning) + 1;
            }
        }

        Console.WriteLine($"AI lines in both {both}, in git only {onlyGit.Values.Sum()}, in meaning only {onlyMeaning.Values.Sum()}");
        foreach ((string commit, int lines) in onlyGit.OrderByDescending(entry => entry.Value).Take(5))
            Console.WriteLine($"  git only: {lines} lines of {commit[..10]}");
        foreach ((string commit, int lines) in onlyMeaning.OrderByDescending(entry => entry.Value).Take(5))
            Console.WriteLine($"  meaning only: {lines} lines of {commit[..10]}");
        return 0;
    }

    private static AttributionResult Scan(GitRepository repository, string head, AttributionMode mode) =>
        AttributionScanner.Scan(repository, head, new ScanOptions { Mode = mode, UseCache = false }).Attribution;

    private static string?[] AiCommits(AttributionResult result, string path)
    {
        if (!result.Files.TryGetValue(path, out FileAttribution? file))
            return [];
        return [.. file.Runs.SelectMany(run => Enumerable.Repeat(run.State == LineState.Ai ? result.Sources[run.Source].Commit : null, run.Count))];
    }
}
