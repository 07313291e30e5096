using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Sessions;

/// <summary>Work beside a history: the commits of a branch up to where it left.</summary>
/// <param name="Tip">Last commit.</param>
/// <param name="Commits">All commits that the history lacks.</param>
/// <param name="Base">The commit of the history that the branch left from; null when it has no part in it.</param>
internal sealed record BranchWork(CommitNode Tip, IReadOnlyList<ObjectId> Commits, CommitNode? Base)
{
    private const int MostCommits = 2_000;

    /// <summary>The work behind a tip; null when the history has the tip, or when it is too much to be one squashed commit.</summary>
    public static BranchWork? Of(CommitGraph graph, ObjectId tip, IReadOnlySet<ObjectId> history)
    {
        if (history.Contains(tip) || !graph.TryRead(tip, out CommitNode? last))
            return null;
        var own = new HashSet<ObjectId> { tip };
        var left = new List<CommitNode>();
        var open = new Queue<CommitNode>([last]);
        while (open.TryDequeue(out CommitNode? commit))
        {
            foreach (ObjectId parent in commit.Parents)
            {
                if (!graph.TryRead(parent, out CommitNode? node))
                    continue;
                if (history.Contains(parent))
                    left.Add(node);
                else if (own.Add(parent))
                    open.Enqueue(node);
            }

            if (own.Count > MostCommits)
                return null;
        }

        // A branch that merged its target in between left from the newest commit it knows.
        return new BranchWork(last, [.. own], left.MaxBy(node => node.Time));
    }
}
