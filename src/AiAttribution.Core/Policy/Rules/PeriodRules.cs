using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Judges the release and the month that are current.</summary>
internal static class PeriodRules
{
    public static RuleVerdict Judge(PolicyRule rule, PeriodRequirement require, PolicyInput input)
    {
        BudgetPeriod[] periods = [.. input.Periods.Where(p => p.IsCurrent && p.Span == require.Span)];
        return new RuleVerdict(
            rule,
            periods.Length,
            [.. periods.Select(require.Judge).OfType<(FindingKind Kind, string Message)>().Select(answer => new RuleFinding(answer.Kind, RulePlace.Nowhere, answer.Message))]);
    }
}
