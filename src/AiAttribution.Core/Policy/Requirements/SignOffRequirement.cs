using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>No agent may stand in <c>Signed-off-by</c>: only a person can certify the origin of a contribution.</summary>
public sealed record SignOffRequirement() : CommitRequirement("AIA2003", "no agent in Signed-off-by")
{
    /// <summary>The key.</summary>
    public const string Key = "Signed-off-by";

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit) =>
        commit.Trailers.Any(t => t.IsAgent && t.Key.Equals(Key, StringComparison.OrdinalIgnoreCase))
            ? Violation("is signed off by an agent, and only a person can do that: take that 'Signed-off-by' out, and disclose the agent with 'Assisted-by: AGENT:MODEL'")
            : null;
}
