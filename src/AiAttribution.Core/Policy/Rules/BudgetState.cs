using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>How far a budget of the policy is spent in a period.</summary>
/// <param name="Rule">Id of the rule that sets it.</param>
/// <param name="Limit">The budget.</param>
/// <param name="Period">The period.</param>
internal sealed record BudgetState(string Rule, BudgetLimit Limit, BudgetPeriod Period)
{
    /// <summary>Share of the tokens that is spent, above 1 when it is exceeded; a lower bound when <see cref="IsComplete"/> is false. Null without a limit of tokens.</summary>
    public double? TokenShare => Limit.Tokens is { } most ? (double)Period.Spent.Usage.Total / most : null;

    /// <summary>Share of the money that is spent; a lower bound when <see cref="IsComplete"/> is false. Null without a limit of cost.</summary>
    public double? CostShare => Limit.Usd is { } most ? (double)(Period.Spent.Computed / most) : null;

    /// <summary>Whether more is spent than the budget allows, by what is recorded alone.</summary>
    public bool IsExceeded => Limit.IsExceededBy(Period.Spent);

    /// <summary>Whether all that counts for the budget is known: every AI commit's tokens, and for a limit of cost their prices.</summary>
    public bool IsComplete => Period.IsComplete && (Limit.Usd is null || Period.Spent.Unpriced == 0);

    /// <summary>Whether nothing is known of what was spent.</summary>
    public bool IsUnknown => Period.Spent.Usage.Total == 0 && !Period.IsComplete;

    /// <summary>All budgets of a release or a month that the policy sets, each in every period of its kind, in the order of rules and periods.</summary>
    public static IReadOnlyList<BudgetState> Of(AttributionPolicy policy, IReadOnlyList<BudgetPeriod> periods)
    {
        List<BudgetState> states = [];
        foreach (PolicyRule rule in policy.Rules.Where(r => r.IsJudged))
        {
            if (rule.Require is PeriodBudgetRequirement budget)
                states.AddRange(periods.Where(p => p.Span == budget.Span).Select(p => new BudgetState(rule.Id, budget.Limit, p)));
        }

        return states;
    }
}
