using System.Diagnostics;
using System.Globalization;
using System.Text;
using AiAttribution.Core.Model.Envelopes;

namespace AiAttribution.Benchmarks;

/// <summary>
/// Times of the fleet tool: <c>fleet-times FOLDER TOOL.dll COUNT…</c> makes so many envelopes for each count, five of each repository, adds and compacts them, and writes the pages from the
/// inbox and from the lake, as a table and a plot of the processors' seconds, which other jobs do not stretch; <c>fleet-pages LAKE TOOL.dll</c> writes the pages of a lake that is there. Each step is a process of its own.
/// </summary>
internal static class FleetTimes
{
    private const int EnvelopesOfRepository = 5;

    public static int Run(string[] arguments)
    {
        Console.WriteLine("| envelopes | rows | add, ms each | pages from the inbox, s | compact, ms each | pages from the lake, s | most MiB |\n|---:|---:|---:|---:|---:|---:|---:|");
        List<(int Count, double[] Figures)> points = [];
        foreach (int count in arguments.Skip(2).Select(a => int.Parse(a, CultureInfo.InvariantCulture)))
            points.Add((count, Measure(Path.Combine(Path.GetFullPath(arguments[0]), count.ToString(CultureInfo.InvariantCulture)), arguments[1], count)));
        File.WriteAllText(Path.Combine(arguments[0], "fleet.svg"), Plot(points));
        return 0;
    }

    public static int Pages(string[] arguments)
    {
        (double seconds, double work, long mib) = Time(arguments[1], "report", "--lake", arguments[0], "--output", Path.Combine(arguments[0], "..", "site"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pages in {seconds:F1} s, {work:F1} s of processors, {mib} MiB"));
        return 0;
    }

    private static double[] Measure(string folder, string tool, int count)
    {
        string lake = Path.Combine(folder, "lake");
        Directory.CreateDirectory(Path.Combine(folder, "out"));
        int rows = 0;
        for (int i = 0; i < count; i++)
        {
            string text = EnvelopeText.Of(Envelope(i / EnvelopesOfRepository, i % EnvelopesOfRepository));
            rows += text.Count(c => c == '\n');
            byte[] packed = EnvelopePack.Pack(text);
            File.WriteAllBytes(Path.Combine(folder, "out", EnvelopePack.NameOf(packed)), packed);
        }

        Time(tool, "init", lake);
        (_, double add, _) = Time(tool, "add", Path.Combine(folder, "out"), "--lake", lake);
        (_, double inbox, long first) = Time(tool, "report", "--lake", lake, "--output", Path.Combine(folder, "site"));
        (_, double compact, long second) = Time(tool, "compact", "--lake", lake);
        (_, double pages, long third) = Time(tool, "report", "--lake", lake, "--output", Path.Combine(folder, "site"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {count} | {rows} | {1000 * add / count:F1} | {inbox:F1} | {1000 * compact / count:F1} | {pages:F1} | {Math.Max(first, Math.Max(second, third))} |"));
        return [add, inbox, compact, pages];
    }

    /// <summary>Seconds of each step by the number of envelopes.</summary>
    private static string Plot(List<(int Count, double[] Figures)> points)
    {
        string[] names = ["add", "pages from the inbox", "compact", "pages from the lake"];
        string[] colours = ["steelblue", "darkorange", "seagreen", "firebrick"];
        double widest = points.Max(p => p.Count);
        double highest = points.Max(p => p.Figures.Max());
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"320\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n<path d=\"M50 20V280H600\" fill=\"none\" stroke=\"black\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"54\" y=\"16\">{highest:F0} s</text><text x=\"600\" y=\"296\" text-anchor=\"end\">{widest:F0} envelopes</text>\n");
        for (int step = 0; step < names.Length; step++)
        {
            string line = string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{50 + (p.Count / widest * 540):F1},{280 - (p.Figures[step] / highest * 250):F1}")));
            svg.Append($"<polyline points=\"{line}\" fill=\"none\" stroke=\"{colours[step]}\" stroke-width=\"2\"/><text x=\"64\" y=\"{36 + (16 * step)}\" fill=\"{colours[step]}\">{names[step]}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static Envelope Envelope(int repository, int week)
    {
        DateTimeOffset time = new DateTimeOffset(2025, 10, 6, 12, 0, 0, TimeSpan.Zero).AddDays(7 * week);
        List<EnvelopeRow> rows = [.. Enumerable.Range(0, 26).Select(w => EnvelopeRow.Of(EnvelopeTables.Outcome, CellTimes.Day(time.AddDays(-7 * w)), 1.5m, 2m, 1m, 0.5m, 0m, null, null, false, true))];
        rows.AddRange(Enumerable.Range(0, 130).Select(c => EnvelopeRow.Of(EnvelopeTables.Cost, CellTimes.Month(time.AddMonths(-(c % 13))), $"agent{c / 13}", "model", "exact", true, 3L, 1000L + c, 500L, 90_000L, 800L, 1.25m, 0L, true)));
        rows.AddRange(Enumerable.Range(0, 26).Select(c => EnvelopeRow.Of(EnvelopeTables.Survival, CellTimes.Month(time.AddMonths(-(c / 2))), c % 2 == 0 ? "ai" : "other", 300L, 40L, 9L, 3L, true)));
        rows.AddRange(new[] { "ai", "other", "unknown", "in part" }.Select(s => EnvelopeRow.Of(EnvelopeTables.Lines, s, "none", "all", 1000L + repository, true)));
        EnvelopeRow head = EnvelopeRow.Of(EnvelopeTables.Build, 1L, $"host.example/acme/repository{repository}", null, "repository", repository.ToString("x40", CultureInfo.InvariantCulture), $"{week}/build", 1L, CellTimes.Of(time), CellTimes.Of(time), "default", "clear", 0.9m, true, true, true, null, "0.1.0", "github", (long)rows.Count, true);
        return new Envelope(head, rows);
    }

    /// <summary>Seconds of the clock and of the processors, and the most memory of the process.</summary>
    private static (double Seconds, double Work, long MiB) Time(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%e %U %S %M", Environment.ProcessPath!, tool, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        var error = new StringBuilder();
        process.ErrorDataReceived += (_, line) => error.AppendLine(line.Data);
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        string[] figures = error.ToString().Trim().Split('\n')[^1].Split(' ');
        double[] numbers = [.. figures.Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1] + numbers[2], (long)numbers[3] >> 10);
    }
}
