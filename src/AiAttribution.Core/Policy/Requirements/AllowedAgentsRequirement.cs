using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>Only these agents may have written.</summary>
/// <param name="Allowed">Patterns of catalogue names; empty to allow none.</param>
internal sealed record AllowedAgentsRequirement(IReadOnlyList<Glob> Allowed)
    : CommitRequirement(Violated, Allowed.Count == 0 ? "no AI" : $"agents {string.Join(", ", Allowed.Select(a => a.Pattern))}")
{
    internal static readonly RuleCode Violated = new("AIA2010", "Agent or model that the policy does not allow");

    internal static RequirementKey InPolicy { get; } = new("agents", (value, read) => read.NameGlobs(value, "require.agents") is { } allowed ? new AllowedAgentsRequirement(allowed) : null, Violated) { IsList = true };

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit)
    {
        EvidenceStatement? other = commit.Evidence.FirstOrDefault(e => !Allowed.Any(a => a.Matches(e.Agent)));
        if (other is null)
            return null;
        if (Allowed.Count == 0)
            return Violation($"has AI evidence ({other.Agent}, by {other.Source}), and the policy allows none: take the change out, or have it waived");
        return other.Agent == AgentNames.Unknown
            ? (FindingKind.Gap, "does not say which agent was used: add 'Assisted-by: AGENT:MODEL' to its message")
            : Violation($"was made with the agent {other.Agent}, which the policy does not allow: use {string.Join(", ", Allowed.Select(a => a.Pattern))}, or add it to the rule");
    }
}
