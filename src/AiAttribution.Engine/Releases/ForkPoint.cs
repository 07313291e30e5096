using AiAttribution.Engine.Rules;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Releases;

/// <summary>Where two histories part.</summary>
internal static class ForkPoint
{
    /// <summary>Full id of the newest commit that both have; null when they have none in common.</summary>
    public static string? Of(GitRepository repository, string one, string other)
    {
        HashSet<ObjectId> shared = CommitRange.History(repository, one, []);
        var seen = new HashSet<ObjectId>();
        var open = new PriorityQueue<ObjectId, long>();
        open.Enqueue(ObjectId.Parse(other), 0);
        while (open.TryDequeue(out ObjectId id, out _))
        {
            if (!seen.Add(id) || !repository.Graph.TryRead(id, out CommitNode? node))
                continue;
            if (shared.Contains(id))
                return id.ToHex(repository.Objects.IdLength);
            foreach (ObjectId parent in node.Parents)
                open.Enqueue(parent, repository.Graph.TryRead(parent, out CommitNode? known) ? -known.Time : 0);
        }

        return null;
    }
}
