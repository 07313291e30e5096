using System.Globalization;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports;

/// <summary>Lives of lines in words.</summary>
internal static class SurvivalWords
{
    /// <summary>The answer in a sentence: AI lines that died early, beside the others.</summary>
    public static string Answer(ReportSurvival survival)
    {
        WindowLife ai = survival.Ai.Windows[0];
        if (survival.Ai.Changes == 0)
            return "No AI line has landed.";
        if (ai.Lines == 0)
            return $"Too young to tell: every AI line landed less than {ai.Days} days before {Day(survival.Until)}.";
        WindowLife other = survival.Other.Windows[0];
        string beside = other.Lines == 0 ? "; nothing else landed in that time to compare with" : $", of other lines of the same time {Figures.Percent(other.Died, other.Lines)}";
        return $"{Figures.Percent(ai.Died, ai.Lines)} of the AI lines were gone within {ai.Days} days{beside}.";
    }

    /// <summary>Died, of lines that are old enough to tell.</summary>
    public static string Died(WindowLife window) => window is { Lines: 0, TooYoung: > 0 } ? "too young" : window.Lines == 0 ? "n/a" : $"{Figures.Number(window.Died)} ({Figures.Percent(window.Died, window.Lines)})";

    /// <summary>The first deployment and its day.</summary>
    public static string Shipped(ReportChange change) => change.Deployment switch
    {
        { First: { } first, Shipped: { } day } => $"{first}, {Day(day)}",
        { First: { } first } => first,
        _ => ReportWords.Of(change.Deployment.Trail),
    };

    public static string Live(ReportChange change) => change.IsLive switch
    {
        true => "yes",
        false => "no",
        null => "unknown",
    };

    public static string Day(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
