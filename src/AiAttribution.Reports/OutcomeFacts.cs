using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports;

/// <summary>Facts on what AI work cost, what was deployed, and what lasted. What nobody looked into has no row; what is not known is null.</summary>
internal static class OutcomeFacts
{
    public static void Add(FactRows rows, ReportModel report)
    {
        foreach (BudgetPeriod month in report.Periods.Where(p => p.Span == BudgetSpan.Month).OrderBy(p => p.Name, StringComparer.Ordinal))
            rows.Add("cost", json => WriteCost(json, month));
        foreach (ReportEnvironment environment in report.Deployments.Environments)
            rows.Add("deployments", json => WriteEnvironment(json, environment));
        if (report.Outcomes is { } outcomes)
            AddWeeks(rows, outcomes);
        if (report.Survival is not { } survival)
            return;
        foreach ((string state, LineLives lives) in new[] { ("ai", survival.Ai), ("other", survival.Other) })
        {
            foreach (WindowLife window in lives.Windows)
                rows.Add("survival", json => WriteSurvival(json, state, lives, window));
        }
    }

    private static void AddWeeks(FactRows rows, ReportOutcomes outcomes)
    {
        foreach (OutcomeWindow week in outcomes.Weeks)
        {
            rows.Add("outcomes", json =>
            {
                json.WriteString("week", week.Name);
                JsonOutcomes.WriteFigures(json, week.Figures);
                json.WriteBoolean("final", JsonOutcomes.IsFinal(week.Figures));
                json.WriteBoolean("aboveUsual", week.IsAboveUsual);
                JsonOutcomes.WriteShared(json, week);
            });
        }

        if (outcomes.Total is null)
            rows.Add("outcomes", json => json.WriteNull("week"));
    }

    /// <summary>Figures of commits without a full record are in no number, so where there are some the month is a lower bound.</summary>
    private static void WriteCost(Utf8JsonWriter json, BudgetPeriod month)
    {
        bool isKnown = month.Spent.Usage.Total > 0 || month.IsComplete;
        json.WriteString("month", month.Name);
        JsonTokens.WriteCost(json, "usd", month.Spent.Usage.Total == 0 && isKnown ? 0 : month.Spent.Cost);
        json.WriteNumber("tokens", isKnown ? month.Spent.Usage.Total : null);
        json.WriteNumber("input", isKnown ? month.Spent.Usage.Input : null);
        json.WriteNumber("output", isKnown ? month.Spent.Usage.Output : null);
        json.WriteNumber("cacheRead", isKnown ? month.Spent.Usage.CacheRead : null);
        json.WriteNumber("cacheWrite", isKnown ? month.Spent.Usage.CacheWrite : null);
        json.WriteNumber("unpriced", isKnown ? month.Spent.Unpriced : null);
        json.WriteNumber("commits", month.Commits);
        json.WriteNumber("aiCommitsWithout", month.Unrecorded);
    }

    private static void WriteEnvironment(Utf8JsonWriter json, ReportEnvironment environment)
    {
        json.WriteString("service", environment.Service);
        json.WriteString("environment", environment.Name);
        json.WriteBoolean("live", environment.IsLive);
        json.WriteNumber("deployments", environment.Deployments);
        json.WriteNumber("rollbacks", environment.Rollbacks);
        json.WriteNumber("failures", environment.Failures);
        json.WriteString("running", environment.Running);
    }

    private static void WriteSurvival(Utf8JsonWriter json, string state, LineLives lives, WindowLife window)
    {
        json.WriteString("state", state);
        json.WriteNumber("days", window.Days);
        JsonSurvival.WriteGone(json, window);
        json.WriteNumber("landed", lives.Lines);
        json.WriteNumber("alive", lives.Alive);
    }
}
