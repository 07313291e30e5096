using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Markdown;

/// <summary>Normalised deployments as Markdown: by themselves, and as a section of the report.</summary>
internal static class MarkdownOutcomes
{
    /// <summary>What the verb prints.</summary>
    public static string Of(ReportOutcomes outcomes)
    {
        if (outcomes.Total is not { } total)
            return MarkdownText.Plain(OutcomeWords.NotKnown(outcomes)) + "\n";
        var text = new StringBuilder($"**Normalised deployments** {OutcomeWords.Range(total.Figures)} in {Figures.Count(outcomes.Weeks.Count, "week")}\n\n");
        text.Append(Beside(total));
        AppendWeeks(text, outcomes);
        return text.ToString();
    }

    /// <summary>The section of the report.</summary>
    public static void Append(StringBuilder text, ReportModel report)
    {
        if (report.Outcomes is not { } outcomes)
            return;
        text.Append("## What reached production, and lasted\n\n");
        if (outcomes.Total is not { } total)
        {
            text.Append($"{MarkdownText.Plain(OutcomeWords.NotKnown(outcomes))}\n\n");
            return;
        }

        if (outcomes.AsksRelease)
            text.Append($"{MarkdownText.Plain(OutcomeWords.Release(outcomes))}\n\n");
        text.Append($"The {Figures.Count(outcomes.Weeks.Count, "week")} {total.Name}: {OutcomeWords.Of(total)}.{(OutcomeWords.Spent(total) is { } spent ? $" Spent: {spent}." : "")}\n\n");
        AppendWeeks(text, outcomes);
        text.Append($"\n{OutcomeWords.One}\n\n");
    }

    private static string Beside(OutcomeWindow total) =>
        $"{Capital(OutcomeWords.Tested(total))}; {OutcomeWords.PerNd(total)}{(OutcomeWords.Spent(total) is { } spent ? $" ({spent})" : "")}.\n\n";

    private static void AppendWeeks(StringBuilder text, ReportOutcomes outcomes)
    {
        bool hasTests = outcomes.Weeks.Any(w => w.Tested is not null);
        bool hasCost = outcomes.Weeks.Any(w => w.Cost is not null);
        string[] none = [];
        text.Head(["week", "lasting change:", "AI:", "other:", "not known:", .. hasTests ? ["tests"] : none, .. hasCost ? ["cost"] : none]);
        foreach (OutcomeWindow week in outcomes.Weeks.Where(w => w.Figures.High > 0))
        {
            text.Row(
            [
                week.Name,
                OutcomeWords.Range(week.Figures),
                OutcomeWords.Number(week.Figures.Ai),
                OutcomeWords.Number(week.Figures.Other),
                OutcomeWords.Number(week.Figures.Unknown),
                .. hasTests ? [OutcomeWords.Tested(week)] : none,
                .. hasCost ? [OutcomeWords.PerNd(week)] : none,
            ]);
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
