using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>Somebody other than the author and no agent must have reviewed it.</summary>
public sealed record HumanReviewRequirement() : CommitRequirement("AIA2006", "review by a person")
{
    /// <summary>Trailers that tell of a review.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["Reviewed-by", "Acked-by"];

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit) => commit.HasHumanReview
        ? null
        : Violation("has no 'Reviewed-by' or 'Acked-by' of a person other than its author: have it reviewed, and add the trailer");
}
