using System.Diagnostics;
using AiAttribution.Git;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>Where the time of a scan goes: <c>scan REPOSITORY [REVISION] [--git]</c>; with <c>--git</c> the git command reads instead of libgit2.</summary>
internal static class ScanSteps
{
    public static int Run(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        string[] names = [.. arguments.Where(argument => argument != "--git")];
        using GitRepository repository = GitRepository.Open(names[0], names.Length < arguments.Length ? GitReader.GitCommand : GitReader.LibGit2);
        string commit = repository.ResolveCommit(names.Length > 1 ? names[1] : "HEAD");
        Console.WriteLine($"open {watch.Elapsed.TotalMilliseconds:F0} ms through {repository.Reader}");
        for (int round = 1; round <= 3; round++)
        {
            watch.Restart();
            var steps = new Steps(watch);
            ScanResult result = AttributionScanner.Scan(repository, commit, new ScanOptions { UseCache = false }, steps);
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
