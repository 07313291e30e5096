using System.Diagnostics;
using System.Globalization;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>
/// How time and memory grow with history: <c>growth REPOSITORY OUTPUT_FOLDER</c> scans the repository as it was after a quarter, a half, three quarters and all of its first-parent history,
/// each in a process of its own, and writes a table and a plot.
/// </summary>
internal static class Growth
{
    private const int Scans = 5;

    private static readonly double[] Parts = [0.25, 0.5, 0.75, 1];

    public static int Run(string[] arguments)
    {
        string[] commits = Lines("git", arguments[0], "rev-list", "--first-parent", "--reverse", "HEAD");
        var points = new List<GrowthPoint>();
        foreach (AttributionMode mode in Enum.GetValues<AttributionMode>())
        {
            foreach (double part in Parts)
            {
                string commit = commits[(int)Math.Ceiling(commits.Length * part) - 1];
                string line = Lines(Environment.ProcessPath!, arguments[0], Environment.GetCommandLineArgs()[0], "growth-one", arguments[0], commit, mode.ToString())[^1];
                points.Add(GrowthPoint.Parse(line));
            }
        }

        Directory.CreateDirectory(arguments[1]);
        string table = GrowthPoint.Table(points);
        Console.Write(table);
        File.WriteAllText(Path.Combine(arguments[1], "growth.md"), table);
        File.WriteAllText(Path.Combine(arguments[1], "growth.svg"), GrowthPlot.Draw(points));
        Console.WriteLine($"plot: {Path.Combine(arguments[1], "growth.svg")}");
        return 0;
    }

    /// <summary><c>growth-one REPOSITORY COMMIT MODE</c>: the median of five scans, one line.</summary>
    public static int RunOne(string[] arguments)
    {
        using GitRepository repository = GitRepository.Open(arguments[0]);
        AttributionMode mode = Enum.Parse<AttributionMode>(arguments[2]);
        var times = new List<double>();
        ScanResult result;
        do
        {
            var watch = Stopwatch.StartNew();
            using GitRepository fresh = GitRepository.Open(arguments[0]);
            result = AttributionScanner.Scan(fresh, arguments[1], new ScanOptions { UseCache = false, Mode = mode });
            times.Add(watch.Elapsed.TotalSeconds);
        }
        while (times.Count < Scans);
        double seconds = CacheTimes.Median(times);
        int files = repository.ListFiles(arguments[1]).Count(path => PathFilter.CSharp.Matches(path));
        int ai = result.Attribution.Files.Values.Sum(file => file.Count(LineState.Ai));
        long memory = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mode}\t{result.Summary.Commits}\t{result.Summary.AiCommits}\t{files}\t{ai}\t{seconds:F3}\t{memory}"));
        return 0;
    }

    private static string[] Lines(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
