using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Commits of a branch that is not part of the scanned history, oldest first, and where it left that history.</summary>
/// <param name="Base">Last commit of the scanned history on the way down from the branch's tip.</param>
/// <param name="Commits">The commits by first parents; a merge of the scanned history into the branch is among them.</param>
/// <param name="Bases">For each commit the one of the scanned history that it holds last: <paramref name="Base"/>, or what was merged in since.</param>
internal sealed record BranchCommits(CommitNode Base, IReadOnlyList<CommitNode> Commits, IReadOnlyList<CommitNode> Bases)
{
    // A branch is reviewed as a whole before it is squashed; longer ones are kept apart.
    private const int LongestBranch = 200;
    private const int LongestNamed = 1_000;
    private const int MostBranches = 2_000;

    // Within a branch parts may have been squashed, too; more than so many commits at once are looked at only from the start of the branch.
    private const int LongestPart = 12;

    /// <summary>The branches that hold orphans: those of references, and those that only notes keep.</summary>
    public static IReadOnlyList<BranchCommits> Of(GitRepository repository, WalkedCommit[] walk, IReadOnlyList<OrphanedCommit> orphans)
    {
        var reachable = walk.ToDictionary(commit => commit.Node.Id, commit => commit.Node);
        HashSet<ObjectId> annotated = [.. orphans.Select(orphan => orphan.Id)];
        return Of(repository, reachable, repository.BranchTips(), orphans, branch => branch.Commits.Any(commit => annotated.Contains(commit.Id)));
    }

    /// <summary>The branches of tips, and those that only notes keep.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="reachable">The scanned history.</param>
    /// <param name="tips">The tips.</param>
    /// <param name="orphans">Commits that notes keep.</param>
    /// <param name="isWanted">Which branches.</param>
    public static IReadOnlyList<BranchCommits> Of(
        GitRepository repository,
        IReadOnlyDictionary<ObjectId, CommitNode> reachable,
        IEnumerable<ObjectId> tips,
        IReadOnlyList<OrphanedCommit> orphans,
        Predicate<BranchCommits> isWanted)
    {
        var seen = new HashSet<ObjectId>();
        var branches = new List<BranchCommits>();
        IEnumerable<ObjectId> byAge = orphans.OrderByDescending(orphan => orphan.Commit.Committer.Time).ThenBy(orphan => orphan.Id).Select(orphan => orphan.Id);
        foreach (ObjectId tip in tips.Where(tip => !reachable.ContainsKey(tip)).Order().Concat(byAge))
        {
            if (branches.Count == MostBranches)
                break;
            if (seen.Contains(tip) || Down(repository.Graph, tip, reachable.GetValueOrDefault) is not { } branch || !isWanted(branch))
                continue;
            seen.UnionWith(branch.Commits.Select(commit => commit.Id));
            branches.Add(branch);
        }

        return branches;
    }

    /// <summary>
    /// Walks from a tip down to older history; null when the tip is part of it, the way is too long or cut off, or it joins another branch that was never merged.
    /// </summary>
    /// <param name="graph">Commits.</param>
    /// <param name="tip">The tip.</param>
    /// <param name="old">Gives the commits of the older history, as a rule the scanned one.</param>
    /// <param name="isNamed">Whether something else says that this is the branch: then it may be longer, and have merged whatever else.</param>
    public static BranchCommits? Down(CommitGraph graph, ObjectId tip, Func<ObjectId, CommitNode?> old, bool isNamed = false)
    {
        int longest = isNamed ? LongestNamed : LongestBranch;
        var commits = new List<CommitNode>();
        ObjectId at = tip;
        CommitNode? start;
        while ((start = old(at)) is null)
        {
            if (commits.Count == longest || !graph.TryRead(at, out CommitNode? node) || node.Parents.Length == 0 || (!isNamed && node.Parents.Skip(1).Any(parent => old(parent) is null)))
                return null;
            commits.Add(node);
            at = node.Parents[0];
        }

        if (commits.Count == 0)
            return null;
        commits.Reverse();
        CommitNode last = start;
        List<CommitNode> bases = commits.ConvertAll(commit => last = commit.Parents.Length > 1 && old(commit.Parents[^1]) is { } merged ? merged : last);
        return new BranchCommits(start, commits, bases);
    }

    /// <summary>All commits from the start of the branch to its tip.</summary>
    public SquashRange Whole => FromStart(Commits.Count - 1);

    /// <summary>Consecutive commits that may have been squashed: all from the start of the branch on, and short parts from anywhere.</summary>
    /// <param name="isWanted">One of a range's commits must be so.</param>
    public IEnumerable<SquashRange> Ranges(Predicate<CommitNode> isWanted)
    {
        for (int end = Commits.Count - 1; end >= 0; end--)
        {
            bool has = false;
            for (int start = end; start >= 0; start--)
            {
                has |= isWanted(Commits[start]);
                if (has && start == 0)
                    yield return FromStart(end);
                else if (has && end - start < LongestPart && Bases[start - 1] == Bases[end])
                    yield return new SquashRange(Commits[start - 1], [.. Commits.Skip(start).Take(end - start + 1)], Commits[start - 1]);
            }
        }
    }

    private SquashRange FromStart(int end) => new(Bases[end], [.. Commits.Take(end + 1)], Base);
}
