using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>A rule while it is read.</summary>
internal sealed class RuleDraft
{
    public string? Id { get; set; }

    public RuleSeverity Severity { get; set; } = RuleSeverity.Error;

    public RuleScope Scope { get; set; } = RuleScope.Everywhere;

    public RuleCondition When { get; set; } = RuleCondition.Default;

    public string? NewOnly { get; set; }

    public bool FailsOnUnknown { get; set; }

    public Requirement? Require { get; set; }

    /// <summary>Takes over what an inherited rule says.</summary>
    public void Inherit(PolicyRule rule)
    {
        Severity = rule.Severity;
        Scope = rule.Scope;
        When = rule.When;
        NewOnly = rule.NewOnly;
        FailsOnUnknown = rule.FailsOnUnknown;
        Require = rule.Require;
    }

    /// <summary>The rule, when nothing is missing.</summary>
    public PolicyRule? Rule(JsonPosition at) => Id is null || Require is null ? null : new PolicyRule(Id, Require)
    {
        Severity = Severity,
        Scope = Scope,
        When = When,
        NewOnly = NewOnly,
        FailsOnUnknown = FailsOnUnknown,
        Line = at.Line,
        Column = at.Column,
    };
}
