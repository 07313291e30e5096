using System.Globalization;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Engine.Rules;

/// <summary>Adds to the release and the month that are judged what each normalised deployment of them cost.</summary>
internal sealed class PeriodOutcomes(CollectedHistory history, AttributionPolicy policy)
{
    /// <summary>The periods, with it where a rule asks.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="range">The range that is judged; null for what came since the release before.</param>
    public IReadOnlyList<BudgetPeriod> Add(IReadOnlyList<BudgetPeriod> periods, CommitRange? range)
    {
        BudgetSpan[] asked = [.. policy.Rules.Where(r => r.IsJudged).Select(r => r.Require).OfType<CostPerNdRequirement>().Select(r => r.Span)];
        if (asked.Length == 0)
            return periods;
        string? before = range?.Start ?? EarlierRelease.Of(history, policy)?.Commit;
        var summary = OutcomeSummary.Read(history, policy, now => OutcomeDay.Week(Earliest(periods, before, now)));
        return [.. periods.Select(p => p.IsCurrent && asked.Contains(p.Span) ? p with { PerNd = Cost(summary, p, before) } : p)];
    }

    private int Earliest(IReadOnlyList<BudgetPeriod> periods, string? before, int now)
    {
        int release = before is null ? now : OutcomeDay.Of(history.Repository.CommitTime(before));
        return periods.Where(p => p is { IsCurrent: true, Span: BudgetSpan.Month }).Select(p => Days(p).From).Append(release).Append(now).Min();
    }

    private static NdCost Cost(OutcomeSummary summary, BudgetPeriod period, string? before)
    {
        OutcomeWindow? window = period.Span == BudgetSpan.Month ? summary.Window(period.Name, Days(period).From, Days(period).To) : before is null ? null : summary.Release(period.Name, before);
        if (window is null)
            return new NdCost(null, null, summary.NotKnown ?? "no release before is known, or it is of the same day");
        return new NdCost(window.Cost?.LeastPerNd(window.Figures), window.Cost?.MostPerNd(window.Figures), window.Cost?.Usd is null ? "no cost is recorded" : "nothing of it reached production");
    }

    private static (int From, int To) Days(BudgetPeriod month)
    {
        var first = DateTimeOffset.ParseExact(month.Name + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return (OutcomeDay.Of(first), OutcomeDay.Of(first.AddMonths(1)) - 1);
    }
}
