using System.Diagnostics;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>Where the time of a scan goes: <c>scan REPOSITORY [--meaning] [--git]</c>; with <c>--git</c> the git command reads instead of libgit2.</summary>
internal static class ScanSteps
{
    public static int Run(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using GitRepository repository = GitRepository.Open(arguments[0], arguments.Contains("--git") ? GitReader.GitCommand : GitReader.LibGit2);
        string commit = repository.ResolveCommit("HEAD");
        AttributionMode mode = arguments.Contains("--meaning") ? AttributionMode.Meaning : AttributionMode.Git;
        Console.WriteLine($"open {watch.Elapsed.TotalMilliseconds:F0} ms through {repository.Reader}");
        for (int round = 1; round <= 3; round++)
        {
            watch.Restart();
            var steps = new Steps(watch);
            ScanResult result = AttributionScanner.Scan(repository, commit, new ScanOptions { UseCache = false, Mode = mode }, steps);
            Console.WriteLine($"round {round}: {watch.Elapsed.TotalMilliseconds:F0} ms; {steps}; files {result.Attribution.Files.Count}, sources {result.Attribution.Sources.Count}, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        }

        return 0;
    }

    private sealed class Steps(Stopwatch watch) : IProgress<ScanProgress>
    {
        private readonly Dictionary<string, double> _last = [];

        public void Report(ScanProgress value)
        {
            lock (_last)
                _last[value.Step] = watch.Elapsed.TotalMilliseconds;
        }

        public override string ToString() => string.Join(", ", _last.Select(step => $"{step.Key} until {step.Value:F0}"));
    }
}
