using System.Diagnostics;
using AiAttribution.Core.Attribution;
using AiAttribution.Git;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>
/// Compares attribution with the real <c>git blame</c>, line by line: the commit of every line, and the state that follows from it.
/// <c>blame REPOSITORY [FILES]</c>; with a number of files a seeded sample is compared.
/// </summary>
internal static class BlameComparison
{
    public static int Run(string[] arguments)
    {
        string root = arguments[0];
        using GitRepository repository = GitRepository.Open(root);
        string head = repository.ResolveCommit("HEAD");

        var watch = Stopwatch.StartNew();
        ScanResult pruned = AttributionScanner.Scan(repository, head, new ScanOptions { UseCache = false });
        Console.WriteLine($"scan as a build does it: {watch.Elapsed.TotalSeconds:F2} s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB, " +
            $"{pruned.Summary.Commits} commits, {pruned.Summary.AiCommits} AI, {pruned.Attribution.Files.Count} files with AI or unknown lines");

        string[] files = [.. repository.ListFiles(head).Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))];
        if (arguments.Length > 1)
        {
            new Random(1).Shuffle(files);
            files = [.. files.Take(int.Parse(arguments[1]))];
        }

        watch.Restart();
        var wanted = files.ToHashSet();
        ScanResult full = AttributionScanner.Scan(repository, head, new ScanOptions { UseCache = false, KeepAllSources = true, Include = wanted.Contains });
        Console.WriteLine($"scan that keeps every commit: {watch.Elapsed.TotalSeconds:F2} s for {files.Length} files");

        watch.Restart();
        var score = new Score(pruned.Attribution, full.Attribution);
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, file => score.Compare(file, GitBlame.Commits(root, head, file)));
        Console.WriteLine($"git blame of the same files, two at a time: {watch.Elapsed.TotalSeconds:F2} s");
        score.Print();
        return 0;
    }

    private sealed class Score(AttributionResult pruned, AttributionResult full)
    {
        private readonly object _gate = new();
        private readonly List<string> _differences = [];
        private readonly HashSet<string> _aiCommits = [.. pruned.Sources.Where(s => s.Evidence.Count > 0).Select(s => s.Commit)];
        private long _lines;
        private long _sameCommit;
        private long _sameState;
        private long _ai;

        public void Compare(string file, List<(string Commit, int Line)> blame)
        {
            string[] ours = Commits(file, blame.Count);
            LineState[] states = States(file, blame.Count);
            lock (_gate)
            {
                for (int i = 0; i < blame.Count; i++)
                {
                    bool sameCommit = ours[i] == blame[i].Commit;
                    bool sameState = states[i] == LineState.Ai == _aiCommits.Contains(blame[i].Commit);
                    _lines++;
                    _sameCommit += sameCommit ? 1 : 0;
                    _sameState += sameState ? 1 : 0;
                    _ai += states[i] == LineState.Ai ? 1 : 0;
                    if (!sameCommit || !sameState)
                        _differences.Add($"{file}:{i + 1} git {blame[i].Commit[..10]} here {ours[i][..Math.Min(10, ours[i].Length)]} {states[i]}");
                }
            }
        }

        public void Print()
        {
            Console.WriteLine($"lines {_lines}, AI {_ai} ({100.0 * _ai / _lines:F2} %)");
            Console.WriteLine($"same commit {_sameCommit} ({100.0 * _sameCommit / _lines:F4} %), same state {_sameState} ({100.0 * _sameState / _lines:F4} %)");
            foreach (string difference in _differences.Order(StringComparer.Ordinal).Take(60))
                Console.WriteLine("  " + difference);
        }

        private string[] Commits(string file, int count)
        {
            var commits = new string[count];
            Array.Fill(commits, "");
            foreach (LineRun run in full.Files.TryGetValue(file, out FileAttribution? found) ? found.Runs : [])
                Array.Fill(commits, run.Source < 0 ? "" : full.Sources[run.Source].Commit, run.First - 1, Math.Min(run.Count, count - run.First + 1));
            return commits;
        }

        private LineState[] States(string file, int count)
        {
            var states = new LineState[count];
            Array.Fill(states, LineState.Other);
            foreach (LineRun run in pruned.Files.TryGetValue(file, out FileAttribution? found) ? found.Runs : [])
                Array.Fill(states, run.State, run.First - 1, Math.Min(run.Count, count - run.First + 1));
            return states;
        }
    }
}
