using System.Globalization;
using System.Text;

namespace AiAttribution.Benchmarks;

/// <summary>Draws seconds and peak memory over the number of commits, the number of files, and the share of AI commits; one line for each mode.</summary>
internal static class GrowthPlot
{
    private const int Width = 460;
    private const int Height = 240;
    private const int Margin = 50;
    private const int Right = 60;

    private static readonly (string Name, Func<GrowthPoint, double> Of)[] Across =
    [
        ("commits", point => point.Commits),
        ("C# files", point => point.Files),
        ("% AI commits", point => 100.0 * point.AiCommits / point.Commits),
    ];

    private static readonly (string Name, Func<GrowthPoint, double> Of)[] Upward = [("seconds", point => point.Seconds), ("peak MiB", point => point.MiB)];

    public static string Draw(IReadOnlyList<GrowthPoint> points)
    {
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width * Across.Length}\" height=\"{Height * Upward.Length}\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (int column = 0; column < Across.Length; column++)
        {
            for (int row = 0; row < Upward.Length; row++)
                Panel(svg, points, column, row);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(StringBuilder svg, IReadOnlyList<GrowthPoint> points, int column, int row)
    {
        (string acrossName, Func<GrowthPoint, double> across) = Across[column];
        (string upwardName, Func<GrowthPoint, double> upward) = Upward[row];
        double widest = Math.Max(points.Max(across), double.Epsilon);
        double highest = Math.Max(points.Max(upward), double.Epsilon);
        int left = column * Width + Margin;
        int bottom = (row + 1) * Height - Margin;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left}\" y=\"{row * Height + 20}\">{upwardName} by {acrossName}, at most {highest:0.##}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{left} {row * Height + 30}V{bottom}H{left + Width - Margin - 20}\" fill=\"none\" stroke=\"black\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + Width - Margin - Right}\" y=\"{bottom + 18}\" text-anchor=\"middle\">{widest:0.#} {acrossName}</text>\n");
        foreach (IGrouping<string, GrowthPoint> mode in points.GroupBy(point => point.Mode))
        {
            string dash = mode.Key == "Git" ? "" : " stroke-dasharray=\"6 3\"";
            (double X, double Y)[] places = [.. mode.OrderBy(across).Select(point => (left + across(point) / widest * (Width - Margin - Right), bottom - upward(point) / highest * (Height - Margin - 40)))];
            string line = string.Join(' ', places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:F1},{place.Y:F1}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{line}\" fill=\"none\" stroke=\"steelblue\" stroke-width=\"2\"{dash}/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{places[^1].X + 4:F1}\" y=\"{places[^1].Y - 4:F1}\">{mode.Key.ToLowerInvariant()}</text>\n");
        }
    }
}
