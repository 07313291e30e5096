using AiAttribution.Core.Policy.Rules;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Core.Model.Cost;

/// <summary>A month with what the policy budgets for it.</summary>
/// <param name="Period">What was used.</param>
/// <param name="Budgets">How far each budget is spent; empty when the policy sets none.</param>
internal sealed record Month(BudgetPeriod Period, IReadOnlyList<BudgetState> Budgets)
{
    /// <summary>What stands where a budget would.</summary>
    public const string NoBudget = "no budget set";

    /// <summary>All months of a report, the newest first.</summary>
    public static IReadOnlyList<Month> AllOf(ReportModel report)
    {
        ILookup<BudgetPeriod, BudgetState> budgets = BudgetState.Of(report.Policy, report.Periods).ToLookup(b => b.Period);
        return
        [
            .. report.Periods.Where(p => p.Span == BudgetSpan.Month)
                .OrderByDescending(p => p.Name, StringComparer.Ordinal)
                .Select(p => new Month(p, [.. budgets[p]])),
        ];
    }

    /// <summary>What was spent, a lower bound where a record or a price is missing.</summary>
    public string Cost
    {
        get
        {
            if (Period.Spent.Usage.Total == 0)
                return Period.IsComplete ? "–" : "unknown";
            string cost = TokenWords.Cost(Period.Spent);
            return Period.IsComplete || Period.Spent.Cost is null || Period.Spent.Unpriced > 0 ? cost : "at least " + cost;
        }
    }

    /// <summary>Spend against budget, such as <c>25.0 % of $50.00</c>.</summary>
    public string Budget => Budgets.Count == 0 ? NoBudget : string.Join("; ", Budgets.Select(Words));

    private static string Words(BudgetState state)
    {
        if (state.IsUnknown)
            return $"unknown, against {state.Limit.Text}";
        List<string> parts = [];
        if (state.TokenShare is { } tokens)
            parts.Add($"{Percent(tokens)} of {(state.Limit with { Usd = null }).Text}");
        if (state.CostShare is { } cost)
            parts.Add(HasCost(state) ? $"{Percent(cost)} of {(state.Limit with { Tokens = null }).Text}" : $"cost unknown, against {(state.Limit with { Tokens = null }).Text}");
        bool isLowerBound = !state.IsComplete && (state.TokenShare is not null || HasCost(state));
        return $"{(state.IsExceeded ? "✕ exceeded: " : isLowerBound ? "at least " : "")}{string.Join(", ", parts)}";
    }

    private static bool HasCost(BudgetState state) => state.Period.Spent.Usage.Total == 0 || state.Period.Spent.Cost is not null;
}
