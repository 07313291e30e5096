using System.Globalization;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Html;

/// <summary>Parts of a whole as a bar of patterns, with the table that says the same in figures: the key to the map, and the one place of its fills beside it. No part is told by colour alone.</summary>
/// <param name="Id">Part of ids on the page.</param>
/// <param name="Title">What the bar shows.</param>
/// <param name="Unit">Name of what is counted.</param>
internal sealed record StackedBar(string Id, string Title, string Unit)
{
    /// <summary>Bar and table; parts of no size are left out.</summary>
    /// <param name="parts">Name, size and pattern (0 to 5) of each part.</param>
    public Markup Of(IEnumerable<(string Name, int Size, int Pattern)> parts)
    {
        (string Name, int Size, int Pattern)[] shown = [.. parts.Where(p => p.Size > 0)];
        int whole = shown.Sum(p => p.Size);
        string said = string.Join(", ", shown.Select(p => $"{p.Name} {Figures.Percent(p.Size, whole)}"));
        List<Markup> bars = [];
        double left = 0;
        foreach ((string _, int size, int pattern) in shown)
        {
            double width = 100.0 * size / whole;
            bars.Add(Markup.Of($"<rect x=\"{Share(left)}\" width=\"{Share(width)}\" height=\"28\" class=\"part\" fill=\"url(#p{pattern})\"/>"));
            left += width;
        }

        Markup table = new HtmlTable(Title, "part", Unit + ":", "share:").Of(shown, part =>
            [Markup.Of($"{Swatch(part.Pattern)}{part.Name}"), HtmlParts.Figure(part.Size), HtmlParts.Inline(Figures.Percent(part.Size, whole))]);
        return Markup.Of($"<svg class=\"bar\" role=\"img\" aria-labelledby=\"{Id}-t {Id}-d\" width=\"100%\" height=\"28\"><title id=\"{Id}-t\">{Title}</title><desc id=\"{Id}-d\">{said}</desc>{Markup.Join(bars)}</svg>\n{table}");
    }

    private static Markup Swatch(int pattern) => Markup.Of($"<svg class=\"swatch\" aria-hidden=\"true\" width=\"16\" height=\"16\"><rect width=\"16\" height=\"16\" class=\"part\" fill=\"url(#p{pattern})\"/></svg> ");

    private static string Share(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
