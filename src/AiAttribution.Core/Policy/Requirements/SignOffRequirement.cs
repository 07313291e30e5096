using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>No agent may stand in <c>Signed-off-by</c>: only a person can certify the origin of a contribution.</summary>
internal sealed record SignOffRequirement() : CommitRequirement(Violated, "no agent in Signed-off-by")
{
    /// <summary>The key.</summary>
    public const string Key = "Signed-off-by";

    private static readonly RuleCode Violated = new("AIA2003", "Agent in Signed-off-by");

    internal static RequirementKey InPolicy { get; } = new("aiSignOff", (value, read) => read.OneOf(value, "require.aiSignOff", "forbidden") is null ? null : new SignOffRequirement(), Violated);

    /// <summary>A sign-off by an agent may be a commit's only sign of AI.</summary>
    public override AiCondition? Commits => AiCondition.Any;

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit) =>
        commit.Trailers.Any(t => t.IsAgent && t.Key.Equals(Key, StringComparison.OrdinalIgnoreCase))
            ? Violation("is signed off by an agent, and only a person can do that: take that 'Signed-off-by' out, and disclose the agent with 'Assisted-by: AGENT:MODEL'")
            : null;
}
