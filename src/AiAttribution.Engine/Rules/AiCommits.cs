using AiAttribution.Core.Evidence;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Engine.Rules;

/// <summary>Commits that are AI work as a whole, so that a session must have made them.</summary>
internal static class AiCommits
{
    /// <summary>Their full ids. Weak evidence and commits that are AI in part are left out, and merges: what they bring was made, and is recorded, in the commits that they bring.</summary>
    public static IEnumerable<string> Of(CollectedHistory history) => history.Scan.Summary.Evidence
        .Where(c => c.Value.Any(e => e.Grade > EvidenceGrade.Weak) && ExtentRules.Of(c.Value) != EvidenceExtent.Part && !IsMerge(history, c.Key))
        .Select(c => c.Key);

    private static bool IsMerge(CollectedHistory history, string commit) =>
        history.Repository.Graph.TryRead(ObjectId.Parse(commit), out CommitNode? node) && node.Parents.Length > 1;
}
