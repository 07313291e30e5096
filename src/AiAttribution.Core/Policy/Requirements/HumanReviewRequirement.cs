using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>Somebody other than the author and no agent must have reviewed it.</summary>
internal sealed record HumanReviewRequirement() : CommitRequirement(Violated, "review by a person")
{
    private static readonly RuleCode Violated = new("AIA2006", "AI commit without a review by a person");

    internal static RequirementKey InPolicy { get; } = new("humanReview", (value, read) => read.OneOf(value, "require.humanReview", "required") is null ? null : new HumanReviewRequirement(), Violated);

    /// <summary>Trailers that tell of a review.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["Reviewed-by", "Acked-by"];

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit) => commit.HasHumanReview
        ? null
        : Violation(commit.HasStaleReview
            ? "is approved only in an earlier state of its change: have the last commit approved"
            : "has no review by a person other than its author: have it approved and give the forge's export (--approvals FILE), or add 'Reviewed-by'");
}
