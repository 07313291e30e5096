using System.Globalization;
using System.Text;

namespace AiAttribution.Benchmarks;

/// <summary>Draws seconds and peak memory over the number of commits.</summary>
internal static class GrowthPlot
{
    private const int Width = 640;
    private const int Height = 240;
    private const int Margin = 50;

    public static string Draw(IReadOnlyList<GrowthPoint> points)
    {
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height * 2}\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        Panel(svg, points, 0, "seconds", point => point.Seconds);
        Panel(svg, points, Height, "peak MiB", point => point.MiB);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(StringBuilder svg, IReadOnlyList<GrowthPoint> points, int top, string name, Func<GrowthPoint, double> value)
    {
        double mostCommits = points.Max(point => point.Commits);
        double most = points.Max(value);
        int bottom = top + Height - Margin;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{top + 20}\">{name} by commits, at most {most:F2}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Margin} {top + 30}V{bottom}H{Width - 20}\" fill=\"none\" stroke=\"black\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 90}\" y=\"{bottom + 18}\">{mostCommits:F0} commits</text>\n");
        foreach (IGrouping<string, GrowthPoint> mode in points.GroupBy(point => point.Mode))
        {
            string dash = mode.Key == "Git" ? "" : " stroke-dasharray=\"6 3\"";
            var line = string.Join(' ', mode.Select(p => string.Create(
                CultureInfo.InvariantCulture,
                $"{Margin + p.Commits / mostCommits * (Width - Margin - 100):F1},{bottom - value(p) / most * (Height - Margin - 40):F1}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{line}\" fill=\"none\" stroke=\"steelblue\" stroke-width=\"2\"{dash}/>\n");
            GrowthPoint last = mode.Last();
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - 95}\" y=\"{bottom - value(last) / most * (Height - Margin - 40) - 4:F1}\">{mode.Key.ToLowerInvariant()}</text>\n");
        }
    }
}
