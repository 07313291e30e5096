using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>
/// Finds the originals of originals that are squashes themselves, as pull requests into a branch are: the pull request that the message names, else whole branches whose change has the
/// squash's patch id.
/// </summary>
/// <remarks>Work is bounded: 10,000 squashes that build on at most 1,000 commits each, and 10,000 looks at a branch.</remarks>
/// <param name="repository">The repository.</param>
/// <param name="numbered">Finds pull requests by number.</param>
/// <param name="reachable">The scanned history.</param>
internal sealed class NestedOriginals(GitRepository repository, NumberedRanges numbered, IReadOnlyDictionary<ObjectId, CommitNode> reachable)
{
    private const int MostSquashes = 10_000;
    private const int MostBelow = 1_000;
    private const int MostLooks = 10_000;

    private readonly TreeComparer _comparer = new(repository.Trees);
    private readonly Dictionary<ObjectId, Originals?> _known = [];
    private readonly Lazy<ObjectId[]> _branches = new(() => [.. repository.BranchTips().Distinct().Order()]);
    private readonly WorkLeft _looks = new(MostLooks);

    /// <summary>The originals of a commit outside of the scanned history; null when none are found.</summary>
    public Originals? Of(CommitNode squash)
    {
        if (!_known.TryGetValue(squash.Id, out Originals? originals) && _known.Count < MostSquashes)
            _known.Add(squash.Id, originals = Find(squash));
        return originals;
    }

    private Originals? Find(CommitNode squash)
    {
        if (squash.Parents.Length != 1 || !repository.Graph.TryRead(squash.Parents[0], out CommitNode? parent) || Below(parent) is not { } below)
            return null;
        IReadOnlyList<SquashRange> ranges = Others(squash, numbered.Fitting([.. numbered.Tips(squash.Id)], Old, parent.Tree, squash.Tree));
        if (ranges.Count == 0)
            ranges = Others(squash, ByPatch(squash, parent, Old));
        return ranges.Count == 0 ? null : new Originals(ranges, id => Old(id) is not null);

        CommitNode? Old(ObjectId id) => reachable.GetValueOrDefault(id) ?? below.GetValueOrDefault(id);
    }

    /// <summary>Without those that hold the squash, as the one has that the squash is part of.</summary>
    private static IReadOnlyList<SquashRange> Others(CommitNode squash, IEnumerable<SquashRange> ranges) =>
        [.. ranges.Where(range => range.Commits.All(commit => commit.Id != squash.Id))];

    private IEnumerable<SquashRange> ByPatch(CommitNode squash, CommitNode parent, Func<ObjectId, CommitNode?> old)
    {
        List<TreeChange> changes = Changes(parent.Tree, squash.Tree);
        using var patches = new PatchId(repository);
        string? patch = null;
        foreach (ObjectId tip in _branches.Value.TakeWhile(_ => _looks.TryTake()))
        {
            if (BranchCommits.Down(repository.Graph, tip, old)?.Whole is not { } range)
                continue;
            List<TreeChange> others = Changes(range.Base.Tree, range.Tip.Tree);
            if (changes.Select(change => change.Path).SequenceEqual(others.Select(change => change.Path)) && (patch ??= patches.Of(changes)) is not null && patch == patches.Of(others))
                yield return range;
        }
    }

    private List<TreeChange> Changes(ObjectId old, ObjectId now)
    {
        var changes = new List<TreeChange>();
        _comparer.Compare(old, now, changes);
        return changes;
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
