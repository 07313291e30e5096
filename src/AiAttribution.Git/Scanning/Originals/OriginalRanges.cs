using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>
/// Finds the originals of squashes that are AI in part: the pull request that the message names, when it changed every path that the squash changes; else consecutive commits of a branch,
/// of a remote's or of those that notes keep, whose change has the squash's patch id (<see cref="PatchId"/>). A squash that names its co-authors alone is asked, too: where its pull request
/// is here and some of its commits have the marks and others none, it is AI in part.
/// </summary>
/// <remarks>Work is bounded: pull requests of at most 1,000 commits, 2,000 branches of at most 200 commits, and 4,000 ranges of them.</remarks>
internal sealed class OriginalRanges(GitRepository repository, WalkedCommit[] walk)
{
    private const int MostRanges = 4_000;

    private readonly TreeComparer _comparer = new(repository.Trees);
    private readonly Dictionary<ObjectId, CommitNode> _reachable = walk.ToDictionary(commit => commit.Node.Id, commit => commit.Node);

    /// <summary>Gives commits of the walk that are AI in part their originals.</summary>
    /// <param name="orphans">Commits that notes keep.</param>
    /// <param name="voice">What originals say.</param>
    public void Find(IReadOnlyList<OrphanedCommit> orphans, OriginalVoice voice)
    {
        var numbered = new NumberedRanges(repository);
        var lines = new OriginalLines(repository, voice, new NestedOriginals(repository, numbered, _reachable), _reachable.ContainsKey);
        List<WalkedCommit> open = [];
        List<ObjectId> tips = [];
        foreach (WalkedCommit commit in walk.Where(commit => commit is { AsksOriginals: true, Parents.Length: 1 }))
        {
            ObjectId[] named = [.. numbered.Tips(commit.Node.Id)];
            IReadOnlyList<SquashRange> fitting = numbered.Fitting(named, _reachable.GetValueOrDefault, walk[commit.Parents[0]].Node.Tree, commit.Node.Tree);
            tips.AddRange(named);
            if (fitting.Count == 0 && commit.IsInPart)
                open.Add(commit);
            else if (fitting.Count > 0 && (commit.IsInPart || fitting.All(range => voice.IsOfSome(range, commit.Statements))))
                commit.Ask(new CommitOriginals(lines, fitting, commit.Node.Tree));
        }

        if (open.Count > 0)
            FindByPatch(open, repository.BranchTips().Concat(tips), orphans, lines);
    }

    private void FindByPatch(List<WalkedCommit> open, IEnumerable<ObjectId> tips, IReadOnlyList<OrphanedCommit> orphans, OriginalLines lines)
    {
        ILookup<string, WalkedCommit> byPaths = open.ToLookup(commit => Paths(Changes(commit)));
        var found = new Dictionary<WalkedCommit, List<SquashRange>>();
        using var patches = new PatchId(repository);
        var known = new Dictionary<WalkedCommit, string?>();
        IReadOnlyList<BranchCommits> branches = BranchCommits.Of(repository, _reachable, tips.Distinct(), orphans, _ => true);
        // Whole branches first, so that many parts of one do not keep the others from being looked at.
        foreach (SquashRange range in branches.Select(branch => branch.Whole).Concat(branches.SelectMany(branch => branch.Ranges(_ => true))).Take(MostRanges))
        {
            List<TreeChange> changes = Changes(range);
            foreach (WalkedCommit commit in byPaths[Paths(changes)].Where(commit => !IsKnown(found, commit, range)))
            {
                if (!known.TryGetValue(commit, out string? patch))
                    known.Add(commit, patch = patches.Of(Changes(commit)));
                if (patch is not null && patch == patches.Of(changes))
                    Add(found, commit, range);
            }
        }

        foreach ((WalkedCommit commit, List<SquashRange> ranges) in found)
            commit.Ask(new CommitOriginals(lines, ranges, commit.Node.Tree));
    }

    private static bool IsKnown(Dictionary<WalkedCommit, List<SquashRange>> found, WalkedCommit commit, SquashRange range) =>
        found.GetValueOrDefault(commit)?.Exists(other => other.Tip.Id == range.Tip.Id && other.Before.Id == range.Before.Id) == true;

    private static void Add(Dictionary<WalkedCommit, List<SquashRange>> found, WalkedCommit commit, SquashRange range)
    {
        if (!found.TryGetValue(commit, out List<SquashRange>? ranges))
            found.Add(commit, ranges = []);
        ranges.Add(range);
    }

    private List<TreeChange> Changes(WalkedCommit commit) => Changes(walk[commit.Parents[0]].Node.Tree, commit.Node.Tree);

    private List<TreeChange> Changes(SquashRange range) => Changes(range.Base.Tree, range.Tip.Tree);

    private List<TreeChange> Changes(ObjectId old, ObjectId now)
    {
        var changes = new List<TreeChange>();
        _comparer.Compare(old, now, changes);
        return changes;
    }

    private static string Paths(List<TreeChange> changes) => string.Join('\0', changes.Select(change => change.Path));
}

/// <summary>The originals of one squash.</summary>
/// <param name="lines">Reads what originals say.</param>
/// <param name="ranges">The originals, or several of which each may be them.</param>
/// <param name="tree">Tree of the squash.</param>
internal sealed class CommitOriginals(OriginalLines lines, IReadOnlyList<SquashRange> ranges, ObjectId tree)
{
    private readonly Dictionary<string, Original?[]?> _read = new(StringComparer.Ordinal);

    /// <summary>What they say of each line of a file; null when nothing is known, and for lines of which nothing is.</summary>
    public Original?[]? Of(string path)
    {
        if (!_read.TryGetValue(path, out Original?[]? said))
            _read.Add(path, said = lines.Of(ranges, tree, path));
        return said;
    }
}
