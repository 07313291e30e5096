using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>No agent may be a co-author.</summary>
internal sealed record CoAuthorRequirement() : CommitRequirement(Violated, "no agent as co-author")
{
    private static readonly RuleCode Violated = new("AIA2004", "Agent as co-author");

    internal static RequirementKey InPolicy { get; } = new("aiCoAuthor", (value, read) => read.OneOf(value, "require.aiCoAuthor", "forbidden") is null ? null : new CoAuthorRequirement(), Violated);

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit) =>
        commit.Evidence.FirstOrDefault(e => e.Kind == EvidenceKind.CoAuthorTrailer && e.Grade > EvidenceGrade.Weak) is { } author
            ? Violation($"names the agent {author.Agent} as co-author: write 'Assisted-by: AGENT:MODEL' instead of '{author.Source}'")
            : null;
}
