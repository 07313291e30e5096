using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Deployments;

/// <summary>A deployed commit that is not part of HEAD's history: a release branch, a squash, a hotfix.</summary>
internal sealed class SideBranch
{
    private readonly HashSet<string> _changed;

    private SideBranch(ObjectId tree, ObjectId? forkTree, HashSet<string> changed) => (Tree, ForkTree, _changed) = (tree, forkTree, changed);

    /// <summary>Its tree.</summary>
    public ObjectId Tree { get; }

    /// <summary>Tree of the commit where it left HEAD's history; null when they have none in common.</summary>
    public ObjectId? ForkTree { get; }

    /// <summary>Whether it has another content at a path than the fork.</summary>
    public bool Changed(string path) => ForkTree is null || _changed.Contains(path);

    /// <summary>Null when the commit is part of HEAD's history.</summary>
    public static SideBranch? Of(GitRepository repository, Reachable head, ObjectId commit)
    {
        if (head.Contains(commit))
            return null;
        CommitNode node = repository.Graph.Read(commit);
        var changes = new List<TreeChange>();
        ObjectId? fork = Fork(repository.Graph, head, node)?.Tree;
        if (fork is { } tree)
            new TreeComparer(repository.Trees).Compare(tree, node.Tree, changes);
        return new SideBranch(node.Tree, fork, [.. changes.Select(c => c.Path)]);
    }

    /// <summary>The newest commit that both have in their history.</summary>
    private static CommitNode? Fork(CommitGraph graph, Reachable head, CommitNode commit)
    {
        var open = new PriorityQueue<CommitNode, long>();
        var seen = new HashSet<ObjectId>();
        open.Enqueue(commit, -commit.Time);
        while (open.TryDequeue(out CommitNode? node, out _))
        {
            if (head.Contains(node.Id))
                return node;
            foreach (ObjectId id in node.Parents)
            {
                if (seen.Add(id) && graph.TryRead(id, out CommitNode? parent))
                    open.Enqueue(parent, -parent.Time);
            }
        }

        return null;
    }
}
