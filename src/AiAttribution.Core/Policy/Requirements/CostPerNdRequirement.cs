using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>The AI work of a release or a month may not cost more for each normalised deployment that came of it. It only ever warns, and while change may still settle only what is sure counts: it lasts weeks after it was paid for.</summary>
/// <param name="Span">Release or month.</param>
/// <param name="Usd">The most, in USD.</param>
internal sealed record CostPerNdRequirement(BudgetSpan Span, decimal Usd)
    : PeriodRequirement(BudgetRequirement.OfPeriod, Span, $"at most {Figures.Dollars(Usd)} per normalised deployment of a {BudgetWords.Of(Span)}")
{
    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(BudgetPeriod period)
    {
        string work = $"the AI work of {BudgetWords.Of(period)}";
        string limit = $"the policy allows {Figures.Dollars(Usd)}";
        return period.PerNd switch
        {
            { Least: { } least } when least > Usd => (FindingKind.Violation, $"{work} cost at least {Figures.Dollars(least)} per normalised deployment, and {limit}: see in the report what was spent and what of it lasted"),
            { Least: { } least } when !period.IsComplete => (FindingKind.Gap, $"{work} cost at least {Figures.Dollars(least)} per normalised deployment, and {limit}; {BudgetWords.Unrecorded(period)}"),
            { Least: null, NotKnown: var why } => (FindingKind.Gap, $"what {work} cost per normalised deployment is not known: {why}"),
            _ => null,
        };
    }
}
