using System.Globalization;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Normalised deployments by week, with a bar for each: what has settled, and what may still.</summary>
internal static class OutcomePart
{
    private const int Width = 160;

    private static readonly string[] Tests = ["tests"];
    private static readonly string[] Cost = ["cost"];

    public static Markup Of(ReportModel report)
    {
        if (report.Outcomes is not { Total: { } total } outcomes)
            return Markup.Empty;
        OutcomeWindow[] weeks = [.. outcomes.Weeks.Where(w => w.Figures.High > 0).Reverse()];
        double most = weeks.Length == 0 ? 0 : weeks.Max(w => w.Figures.High);
        bool hasTests = weeks.Any(w => w.Tested is not null);
        bool hasCost = weeks.Any(w => w.Cost is not null);
        string[] heads = ["week", "ND:", "settled, then what may still", "AI:", "other:", "not known:", .. hasTests ? Tests : [], .. hasCost ? Cost : [], "remark"];
        Markup table = weeks.Length == 0 ? Markup.Empty : new HtmlTable("Lasting change that reached production, by the week in which it landed, the newest first", heads).Of(weeks, w =>
        [
            Whole(w.Name),
            Whole(OutcomeWords.Range(w.Figures)),
            Bar(w.Figures, most),
            Inline(OutcomeWords.Number(w.Figures.Ai)),
            Inline(OutcomeWords.Number(w.Figures.Other)),
            Inline(OutcomeWords.Number(w.Figures.Unknown)),
            .. hasTests ? new[] { Inline(OutcomeWords.Tested(w)) } : [],
            .. hasCost ? new[] { Inline(OutcomeWords.PerNd(w)) } : [],
            Inline(w.IsAboveUsual ? "above three usual weeks" : ""),
        ]);
        string spent = OutcomeWords.Spent(total) is { } words ? $" Spent: {words}." : "";
        return Markup.Join([Paragraph($"{Count(outcomes.Weeks.Count, "week")}, {total.Name}: {OutcomeWords.Of(total)}.{spent}"), table, Paragraph(OutcomeWords.Explained), LeftOut(outcomes)]);
    }

    private static Markup LeftOut(ReportOutcomes outcomes) => outcomes.LeftOut.Count == 0
        ? Markup.Empty
        : Folded($"{Count(outcomes.LeftOut.Count, "deployment")} left out", Markup.Of($"<ul>{Markup.Join(outcomes.LeftOut.Select(l => Markup.Of($"<li>{l}</li>\n")))}</ul>\n"));

    /// <summary>The filled part has settled; the rest may.</summary>
    private static Markup Bar(OutcomeFigures figures, double most) =>
        Markup.Of($"<svg class=\"share\" aria-hidden=\"true\" width=\"{Width}\" height=\"10\"><rect width=\"{Length(figures.High, most)}\" height=\"10\" class=\"track\"/><rect width=\"{Length(figures.Low, most)}\" height=\"10\" class=\"amount\"/></svg>");

    private static string Length(double figure, double most) => (most == 0 ? 0 : figure / most * Width).ToString("0.#", CultureInfo.InvariantCulture);
}
