using System.Globalization;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports;

/// <summary>Lives of lines in words.</summary>
internal static class SurvivalWords
{
    /// <summary>Fewer changes or lines are told each by itself: shares of so few say nothing beside each other.</summary>
    private const int FewestChanges = 20;

    private const int FewestLines = 100;

    /// <summary>The answer in a sentence: AI lines that are gone early, and the others where both are many enough to be compared.</summary>
    public static string Answer(ReportSurvival survival)
    {
        if (survival.Ai.Changes == 0)
            return "No AI line has landed.";
        WindowLife ai = survival.Ai.Windows[0];
        if (ai.Gone is not { } gone)
            return $"Too young to tell: every AI line landed less than {ai.Days} days before {Day(survival.Until)}.";
        if (survival.Other.Windows[0].Gone is not { } other)
            return $"{Figures.Percent(gone)} of the AI lines are gone within {ai.Days} days ({Followed(survival.Ai)}); nothing else of that time is old enough to compare with.";
        return IsMany(survival.Ai) && IsMany(survival.Other)
            ? $"{Figures.Percent(gone)} of the AI lines are gone within {ai.Days} days, of other lines of the same time {Figures.Percent(other)}."
            : $"{Figures.Percent(gone)} of the AI lines are gone within {ai.Days} days ({Followed(survival.Ai)}). Other lines of that time: {Figures.Percent(other)} ({Followed(survival.Other)}); too few to compare.";
    }

    /// <summary>Why more AI lines are there than are still there of those that landed; null where they are as many.</summary>
    public static string? Repeated(ReportSurvival survival) => survival.Repeated == 0 ? null
        : $"{Figures.Count(survival.Repeated, "more AI line is", "more AI lines are")} there than landed: a line that a change of layout broke into several, or that stands at several places, landed once.";

    /// <summary>Share that is gone within the days.</summary>
    public static string Died(WindowLife window) => window.Gone is { } gone ? Figures.Percent(gone) : window.Lines + window.TooYoung == 0 ? "n/a" : "too young";

    private static bool IsMany(LineLives lives) => lives.Changes >= FewestChanges && lives.Windows[0].AtRisk >= FewestLines;

    private static string Followed(LineLives lives) => $"{Figures.Count(lives.Changes, "change")}, {Figures.Count(lives.Windows[0].AtRisk, "line")} followed that long";

    /// <summary>The first deployment and its day.</summary>
    public static string Shipped(ReportChange change) => change.Deployment switch
    {
        { Trail: DeploymentTrail.Deployed } when change.Shipped is { } lines && lines < change.Left => $"{Figures.Number(lines)} of {Figures.Count(change.Left, "line")} in {First(change.Deployment)}",
        { First: not null } => First(change.Deployment),
        _ => PlainWords.Of(change.Deployment.Trail),
    };

    private static string First(Deployment deployment) => deployment switch
    {
        { First: { } first, Shipped: { } day } => $"{first}, {Day(day)}",
        _ => deployment.First!,
    };

    public static string Live(ReportChange change) => change.IsLive switch
    {
        true => "yes",
        false => "no",
        null => "unknown",
    };

    public static string Day(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
