using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Months with budgets.</summary>
internal static class PeriodBuilder
{
    public static PolicyRule Budget { get; } = new("monthly-cap", new PeriodBudgetRequirement(BudgetSpan.Month, new BudgetLimit(2_000_000, 50m)));

    public static ReportModel Report(params PolicyRule[] rules) => ReportBuilder.Create() with { Periods = All, Policy = AttributionPolicy.Default with { Rules = rules } };

    public static IReadOnlyList<BudgetPeriod> All { get; } =
    [
        Period(BudgetSpan.Release, "v1.2..HEAD", true, 500_000, 12.5m, 3, 1),
        Period(BudgetSpan.Month, "2026-06", true, 500_000, 12.5m, 3, 1),
        Period(BudgetSpan.Month, "2026-05", false, 1_500_000, 61m, 9, 0),
        Period(BudgetSpan.Month, "2026-03", false, 0, 0, 0, 4),
    ];

    public static BudgetPeriod Period(BudgetSpan span, string name, bool isCurrent, long tokens, decimal usd, int commits, int unrecorded, long unpriced = 0) =>
        new(span, name, isCurrent, Spent(tokens, usd, unpriced), commits, unrecorded) { OnCode = Spent(tokens, usd), Surviving = Spent(tokens / 2, usd / 2) };

    private static TokenCost Spent(long tokens, decimal usd, long unpriced = 0) => new(new TokenUsage(tokens / 10, tokens / 100, tokens - tokens / 10 - tokens / 100), usd, 0, unpriced);
}
