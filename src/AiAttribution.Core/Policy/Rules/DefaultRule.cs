using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>The rule that holds when a policy names neither preset nor rule: what AIA1001 warns about.</summary>
public static class DefaultRule
{
    /// <summary>The rule.</summary>
    public static PolicyRule Trails { get; } = new("trails", new TrailsRequirement()) { Severity = RuleSeverity.Warning, IsDefault = true };
}
