using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>Finds the originals of originals that are squashes themselves, as pull requests into a branch are: the pull request that the message names.</summary>
/// <param name="repository">The repository.</param>
/// <param name="numbered">Finds pull requests by number.</param>
/// <param name="reachable">The scanned history.</param>
internal sealed class NestedOriginals(GitRepository repository, NumberedRanges numbered, IReadOnlyDictionary<ObjectId, CommitNode> reachable)
{
    // As long as a pull request may be; what builds on more is not opened.
    private const int MostBelow = 1_000;

    private readonly Dictionary<ObjectId, Originals?> _known = [];

    /// <summary>The originals of a commit outside of the scanned history; null when none are found.</summary>
    public Originals? Of(CommitNode squash)
    {
        if (!_known.TryGetValue(squash.Id, out Originals? originals))
            _known.Add(squash.Id, originals = Find(squash));
        return originals;
    }

    private Originals? Find(CommitNode squash)
    {
        if (squash.Parents.Length != 1)
            return null;
        ObjectId[] tips = [.. numbered.Tips(squash.Id)];
        if (tips.Length == 0 || !repository.Graph.TryRead(squash.Parents[0], out CommitNode? parent) || Below(parent) is not { } below)
            return null;

        // A pull request that holds the squash is the one that the squash is part of, under the same number.
        SquashRange[] ranges = [.. numbered
            .Fitting(tips, id => reachable.GetValueOrDefault(id) ?? below.GetValueOrDefault(id), parent.Tree, squash.Tree)
            .Where(range => range.Commits.All(commit => commit.Id != squash.Id))];
        return ranges.Length == 0 ? null : new Originals(ranges, id => reachable.ContainsKey(id) || below.ContainsKey(id));
    }

    /// <summary>A commit and all before it that the scanned history has not; null when they are too many or one is missing.</summary>
    private Dictionary<ObjectId, CommitNode>? Below(CommitNode commit)
    {
        var below = new Dictionary<ObjectId, CommitNode>();
        var open = new Stack<ObjectId>([commit.Id]);
        while (open.TryPop(out ObjectId id))
        {
            if (reachable.ContainsKey(id) || below.ContainsKey(id))
                continue;
            if (below.Count == MostBelow || !repository.Graph.TryRead(id, out CommitNode? node))
                return null;
            below.Add(id, node);
            foreach (ObjectId parent in node.Parents)
                open.Push(parent);
        }

        return below;
    }
}

/// <summary>What was squashed into one commit.</summary>
/// <param name="Ranges">The originals; where there are several, each may be the one.</param>
/// <param name="IsOld">Whether a commit is part of the history that the squash builds on, so that it is none of the originals.</param>
internal sealed record Originals(IReadOnlyList<SquashRange> Ranges, Predicate<ObjectId> IsOld);
