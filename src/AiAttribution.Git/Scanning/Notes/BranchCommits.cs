using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Walk;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Commits of a branch that is not part of the scanned history, oldest first, and where it left that history.</summary>
/// <param name="Base">Last commit of the scanned history on the way down from the branch's tip.</param>
/// <param name="Commits">The commits by first parents; a merge of the scanned history into the branch is among them.</param>
/// <param name="Bases">For each commit the one of the scanned history that it holds last: <paramref name="Base"/>, or what was merged in since.</param>
internal sealed record BranchCommits(CommitNode Base, IReadOnlyList<CommitNode> Commits, IReadOnlyList<CommitNode> Bases)
{
    // A branch is reviewed as a whole before it is squashed; longer ones are kept apart.
    private const int LongestBranch = 200;
    private const int MostBranches = 2_000;

    /// <summary>The branches that hold orphans: those of references, and those that only notes keep.</summary>
    public static IReadOnlyList<BranchCommits> Of(GitRepository repository, WalkedCommit[] walk, IReadOnlyList<OrphanedCommit> orphans)
    {
        var reachable = walk.ToDictionary(commit => commit.Node.Id, commit => commit.Node);
        HashSet<ObjectId> annotated = [.. orphans.Select(orphan => orphan.Id)];
        var seen = new HashSet<ObjectId>();
        var branches = new List<BranchCommits>();
        IEnumerable<ObjectId> byAge = orphans.OrderByDescending(orphan => orphan.Commit.Committer.Time).ThenBy(orphan => orphan.Id).Select(orphan => orphan.Id);
        foreach (ObjectId tip in repository.BranchTips().Where(tip => !reachable.ContainsKey(tip)).Order().Concat(byAge))
        {
            if (branches.Count == MostBranches)
                break;
            if (seen.Contains(tip) || Down(repository.Graph, tip, reachable) is not { } branch || !branch.Commits.Any(commit => annotated.Contains(commit.Id)))
                continue;
            seen.UnionWith(branch.Commits.Select(commit => commit.Id));
            branches.Add(branch);
        }

        return branches;
    }

    /// <summary>Walks down to the scanned history; null when the way is too long, cut off, or joins another branch that was never merged.</summary>
    private static BranchCommits? Down(CommitGraph graph, ObjectId tip, Dictionary<ObjectId, CommitNode> reachable)
    {
        var commits = new List<CommitNode>();
        ObjectId at = tip;
        while (!reachable.ContainsKey(at))
        {
            if (commits.Count == LongestBranch || !graph.TryRead(at, out CommitNode? node) || node.Parents.Length == 0 || node.Parents.Skip(1).Any(parent => !reachable.ContainsKey(parent)))
                return null;
            commits.Add(node);
            at = node.Parents[0];
        }

        commits.Reverse();
        CommitNode last = reachable[at];
        List<CommitNode> bases = commits.ConvertAll(commit => last = commit.Parents.Length > 1 ? reachable[commit.Parents[^1]] : last);
        return new BranchCommits(reachable[at], commits, bases);
    }
}
