using AiAttribution.Core.Evidence;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>Finds the commits of the pull request that the message of a squash names.</summary>
internal sealed class NumberedRanges(GitRepository repository)
{
    private readonly TreeComparer _comparer = new(repository.Trees);
    private readonly OriginalReferences _references = new(repository);

    /// <summary>Tips of the pull requests that a commit may be.</summary>
    public IEnumerable<ObjectId> Tips(ObjectId squash) =>
        repository.Graph.ReadWhole(squash) is { } whole && SquashSigns.Number(whole.Message) is { } number ? _references.Tips(number) : [];

    /// <summary>The commits below each tip that changed every path that the squash changes.</summary>
    /// <param name="tips">The tips.</param>
    /// <param name="old">Gives the commits that are none of the originals: the history that the squash builds on.</param>
    /// <param name="before">Tree of the squash's parent.</param>
    /// <param name="tree">Tree of the squash.</param>
    public IReadOnlyList<SquashRange> Fitting(IReadOnlyList<ObjectId> tips, Func<ObjectId, CommitNode?> old, ObjectId before, ObjectId tree)
    {
        if (tips.Count == 0)
            return [];
        HashSet<string> changed = Paths(before, tree);
        return
        [
            .. tips
                .Select(tip => BranchCommits.Down(repository.Graph, tip, old, isNamed: true)?.Whole)
                .OfType<SquashRange>()
                .Where(range => changed.IsSubsetOf(Paths(range.Base.Tree, range.Tip.Tree))),
        ];
    }

    private HashSet<string> Paths(ObjectId old, ObjectId now)
    {
        var changes = new List<TreeChange>();
        _comparer.Compare(old, now, changes);
        return [.. changes.Select(change => change.Path)];
    }
}
