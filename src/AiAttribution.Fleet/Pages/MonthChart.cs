using System.Globalization;
using AiAttribution.Reports.Html;

namespace AiAttribution.Fleet.Pages;

/// <summary>Lasting change by month as bars of patterns; the table below it says the same in figures.</summary>
internal static class MonthChart
{
    private const int Width = 720;
    private const int Height = 220;
    private const int Foot = 24;
    private const int Head = 16;

    private static readonly (string Name, int Pattern, Func<Change, decimal> Of)[] Parts =
    [
        ("AI", 0, c => c.Ai),
        ("other: no AI evidence", 3, c => c.Other),
        ("not known", 4, c => c.Unknown),
        ("may still settle", 2, c => Math.Max(0, c.High - c.Low)),
    ];

    /// <summary>The chart with its key.</summary>
    public static Markup Of(IReadOnlyList<string> months, Scope scope)
    {
        decimal most = months.Select(m => scope.Changes.GetValueOrDefault(m)?.High ?? 0).DefaultIfEmpty(0).Max();
        if (most == 0)
            return Markup.Empty;
        double step = (double)Width / months.Count;
        Markup bars = Markup.Join(months.Select((month, i) => Bar(month, scope, i * step, step, (double)most)));
        string said = string.Join("; ", months.Where(scope.Changes.ContainsKey).Select(m => $"{FleetWords.Month(m)} {FleetWords.Nd(scope.Changes[m])}"));
        return Markup.Of($"""
            <svg class="map wide" role="img" aria-labelledby="chart-t chart-d" viewBox="0 0 {Width} {Height}"><title id="chart-t">Lasting change by month</title><desc id="chart-d">{said}</desc>{bars}</svg>
            <p class="wide">{Markup.Join(Parts.Select(Key))}{Words(months, scope)}</p>

            """);
    }

    private static Markup Bar(string month, Scope scope, double left, double step, double most)
    {
        double bottom = Height - Foot;
        List<Markup> drawn = [];
        Change? change = scope.Changes.GetValueOrDefault(month);
        foreach ((_, int pattern, Func<Change, decimal> of) in change is null ? [] : Parts)
        {
            double height = (double)of(change!) / most * (Height - Foot - Head);
            if (height <= 0)
                continue;
            bottom -= height;
            drawn.Add(Markup.Of($"<rect x=\"{Number(left + 4)}\" y=\"{Number(bottom)}\" width=\"{Number(step - 8)}\" height=\"{Number(height)}\" class=\"part\" fill=\"url(#p{pattern})\"/>"));
        }

        string above = change is not null ? change.High.ToString("#,0.#", CultureInfo.InvariantCulture) : scope.Withheld.Contains((FigureKind.Change, month)) ? "few" : "?";
        drawn.Add(Markup.Of($"<text x=\"{Number(left + (step / 2))}\" y=\"{Number(bottom - 4)}\" text-anchor=\"middle\" class=\"label\">{above}</text>"));
        drawn.Add(Markup.Of($"<text x=\"{Number(left + (step / 2))}\" y=\"{Height - 6}\" text-anchor=\"middle\" class=\"label\">{month[2..]}</text>"));
        return Markup.Join(drawn);
    }

    private static Markup Key((string Name, int Pattern, Func<Change, decimal> Of) part) =>
        Markup.Of($"<svg class=\"swatch\" aria-hidden=\"true\" width=\"16\" height=\"16\"><rect width=\"16\" height=\"16\" class=\"part\" fill=\"url(#p{part.Pattern})\"/></svg> {part.Name} &#160; ");

    private static string Words(IReadOnlyList<string> months, Scope scope) =>
        (months.Any(m => scope.Withheld.Contains((FigureKind.Change, m))) ? "few: not told, few builders. " : "") + (months.Any(m => !scope.Changes.ContainsKey(m) && !scope.Withheld.Contains((FigureKind.Change, m))) ? "?: not known." : "");

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
