using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>The section on what became of AI lines.</summary>
internal static class MarkdownSurvival
{
    private const int MostChanges = 15;

    public static void Append(StringBuilder text, ReportModel report)
    {
        if (report.Survival is not { Since: { } since } survival)
            return;
        text.Append($"## Survival\n\n{SurvivalWords.Answer(survival)}\n\n");
        text.Head(["lines since " + SurvivalWords.Day(since), "landed:", "gone so far:", .. LineLives.Days.Select(d => $"gone within {d} days:"), "younger than " + LineLives.Days[^1] + " days, and there:", "still there:"]);
        AppendLives(text, "AI", survival.Ai);
        AppendLives(text, "other", survival.Other);
        text.Append('\n');
        if (SurvivalWords.Repeated(survival) is { } repeated)
            text.Append($"{repeated}\n\n");
        if (survival.IsCut)
            text.Append("Older AI changes are left out, because history is longer than is followed, or cut off.\n\n");
        if (survival.Changes.Count > 0)
            AppendChanges(text, survival);
    }

    private static void AppendLives(StringBuilder text, string name, LineLives lives) => text.Row(
        [name, Number(lives.Lines), Number(lives.Gone), .. lives.Windows.Select(SurvivalWords.Died), Number(lives.Young), Number(lives.Alive)]);

    private static void AppendChanges(StringBuilder text, ReportSurvival survival)
    {
        IReadOnlyList<ChangeColumn> columns = ChangeColumn.Of(survival);
        string which = survival.Changes.Count > MostChanges ? $"{MostChanges} of {Number(survival.Changes.Count)} AI changes" : "The AI changes";
        text.Append($"{which}, those that are old enough for an answer first, with what became of their lines by {SurvivalWords.Day(survival.Until)}:\n\n");
        text.Head([.. columns.Select(c => c.Head)]);
        foreach (ReportChange change in ChangeColumn.Ordered(survival).Take(MostChanges))
            text.Row([.. columns.Select(c => c.IsCode ? Code(c.Cell(change)) : c.Cell(change))]);
        text.Append('\n');
    }
}
