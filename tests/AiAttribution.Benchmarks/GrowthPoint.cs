using System.Globalization;
using System.Text;

namespace AiAttribution.Benchmarks;

/// <summary>One measured scan.</summary>
internal sealed record GrowthPoint(string Mode, int Commits, int AiCommits, int Files, int AiLines, double Seconds, long MiB)
{
    public static GrowthPoint Parse(string line)
    {
        string[] parts = line.Split('\t');
        return new GrowthPoint(parts[0], Int(parts[1]), Int(parts[2]), Int(parts[3]), Int(parts[4]), double.Parse(parts[5], CultureInfo.InvariantCulture), Int(parts[6]));
    }

    public static string Table(IEnumerable<GrowthPoint> points)
    {
        var text = new StringBuilder("| mode | commits | AI commits | C# files | AI lines | seconds | peak MiB |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (GrowthPoint p in points)
            text.Append(CultureInfo.InvariantCulture, $"| {p.Mode.ToLowerInvariant()} | {p.Commits} | {p.AiCommits} | {p.Files} | {p.AiLines} | {p.Seconds:F2} | {p.MiB} |\n");
        return text.ToString();
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
