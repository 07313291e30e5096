using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>A release or a month may not use more than a budget.</summary>
/// <param name="Span">Release or month.</param>
/// <param name="Limit">The budget.</param>
public sealed record PeriodBudgetRequirement(BudgetSpan Span, BudgetLimit Limit)
    : PeriodRequirement("AIA2014", Span, $"at most {Limit.Text} for a {BudgetWords.Of(Span)}")
{
    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(BudgetPeriod period)
    {
        string spent = $"the AI work of {BudgetWords.Of(period)} used {Limit.Spent(period.Spent, period.IsComplete)}";
        if (Limit.IsExceededBy(period.Spent))
            return (FindingKind.Violation, $"{spent}, and the policy allows {Limit.Text}: see 'Tokens and cost' in the report for what used them, and raise the budget or wait for the next {BudgetWords.Of(Span)}");
        if (!period.IsComplete)
            return (FindingKind.Gap, $"{spent} of {Limit.Text}, and {BudgetWords.Unrecorded(period)}");
        return Limit.Usd is not null && period.Spent.Unpriced > 0
            ? (FindingKind.Gap, $"{spent} of {Limit.Text}, and {period.Spent.Unpriced.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} tokens are of models without a known price: add them to 'prices' in ai-attribution.json")
            : null;
    }
}
