using AiAttribution.Git.History;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Consecutive commits of a branch.</summary>
/// <param name="Base">What their change is measured against: the newest commit that they build on and do not bring.</param>
/// <param name="Commits">The commits, oldest first, each the first parent of the next.</param>
/// <param name="Before">First parent of the oldest.</param>
internal sealed record SquashRange(CommitNode Base, IReadOnlyList<CommitNode> Commits, CommitNode Before)
{
    public CommitNode Tip => Commits[^1];
}
