using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>A requirement on the AI work of a release or a month as a whole.</summary>
/// <param name="Code">Code of its diagnostic.</param>
/// <param name="Span">Release or month.</param>
/// <param name="Text">What it requires, in a few words.</param>
public abstract record PeriodRequirement(string Code, BudgetSpan Span, string Text) : Requirement(Code, RuleSubject.Period, Text)
{
    /// <summary>What is wrong with the period, or cannot be told; null when it meets the requirement.</summary>
    public abstract (FindingKind Kind, string Message)? Judge(BudgetPeriod period);
}
