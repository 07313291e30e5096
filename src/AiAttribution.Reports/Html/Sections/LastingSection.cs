using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 4: what lasting change reached production, what became of AI lines beside the others of the same time, and how far those got that are there.</summary>
internal static class LastingSection
{
    private const string Id = "lasts";
    private const string Question = "What reached production, and does it last?";
    private const int MostChanges = 30;

    public static HtmlSection Of(ReportModel report)
    {
        if (report.Survival is not { } survival)
            return HtmlSection.Unknown(Id, Question, Brief.Lasting(report), Markup.Of($"<p>This does:</p>\n{Command("ai-attribution report --output artifacts/ai-attribution")}{FunnelPart.Of(report)}"));
        Markup weeks = OutcomePart.Of(report);
        Markup lines = survival.Since is { } since
            ? Markup.Join([Paragraph(SurvivalWords.Answer(survival)), Lives(survival, since), Explanation(survival), FunnelPart.Of(report), Changes(survival)])
            : Markup.Join([Paragraph(SurvivalWords.Answer(survival)), FunnelPart.Of(report)]);
        return new(Id, Question, Brief.Lasting(report), report.Outcomes is { Total: not null }, report.Judged is null ? Markup.Join([weeks, Heading("What became of the lines"), lines]) : Folded("All of the history", weeks.And(lines)));
    }

    private static Markup Heading(string text) => Markup.Of($"<h3>{text}</h3>\n");

    private static Markup Lives(ReportSurvival survival, DateTimeOffset since) =>
        new HtmlTable($"Lines that landed since {SurvivalWords.Day(since)}, and what became of them by {SurvivalWords.Day(survival.Until)}", ["lines", "landed:", "gone so far:", .. Gone, $"younger than {LineLives.Days[^1]} days, and there:", "still there:"]).Of(
            [("AI", survival.Ai), ("other: no AI evidence", survival.Other)],
            l => [Inline(l.Item1), Figure(l.Item2.Lines), Figure(l.Item2.Gone), .. l.Item2.Windows.Select(w => Inline(SurvivalWords.Died(w))), Figure(l.Item2.Young), Figure(l.Item2.Alive)]);

    private static Markup Changes(ReportSurvival survival)
    {
        IReadOnlyList<ChangeColumn> columns = ChangeColumn.Of(survival);
        return new HtmlTable("AI changes, those that are old enough for an answer first, then the newest first", [.. columns.Select(c => c.Head)]).Of(
            ChangeColumn.Ordered(survival), change => [.. columns.Select(c => Short(c.Cell(change)))], MostChanges);
    }

    private static Markup Explanation(ReportSurvival survival) => Paragraph(
        "Days are counted from the day a line reached the main line of history. Changes of layout, moves and renames end no life. Shares are estimated by the product limit (Kaplan-Meier): a line that is still there counts for as long as it was followed."
        + (SurvivalWords.Repeated(survival) is { } repeated ? $" {repeated}" : "")
        + (survival.IsCut ? " Older AI changes are left out, because history is longer than is followed, or cut off." : ""));

    /// <summary>A day or an id is not broken.</summary>
    private static Markup Short(string text) => text.Length > 10 ? Inline(text) : Markup.Of($"<span class=\"whole\">{text}</span>");

    private static IEnumerable<string> Gone => LineLives.Days.Select(d => $"gone within {d} days:");
}
