using System.Text;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>Reads the commits that sessions may be linked to.</summary>
internal static class CommitWindow
{
    private const int MostCommits = 50_000;
    private const int MostLines = 20_000;

    /// <summary>Commits of HEAD and of all local branches since a time, newest first. Merge commits come without files: their changes are those of other commits.</summary>
    public static IReadOnlyList<LinkCommit> Read(GitRepository repository, DateTimeOffset since)
    {
        var changes = new CommitChanges(repository);
        var keys = new CommitKeys(repository);
        return [.. Walk(repository, since.ToUnixTimeSeconds()).Select(node => Describe(repository, changes, node) with { Keys = keys.Of(node.Id) })];
    }

    private static IEnumerable<CommitNode> Walk(GitRepository repository, long since)
    {
        var seen = new HashSet<ObjectId>();
        var pending = new PriorityQueue<CommitNode, (long, ObjectId)>();
        foreach (ObjectId tip in repository.Tips())
            Push(tip);
        for (int count = 0; count < MostCommits && pending.TryDequeue(out CommitNode? node, out _); count++)
        {
            yield return node;
            foreach (ObjectId parent in node.Parents)
                Push(parent);
        }

        void Push(ObjectId id)
        {
            if (seen.Add(id) && repository.Graph.TryRead(id, out CommitNode? node) && node.Time >= since)
                pending.Enqueue(node, (-node.Time, id));
        }
    }

    private static LinkCommit Describe(GitRepository repository, CommitChanges changes, CommitNode node)
    {
        string id = node.Id.ToHex(repository.Objects.IdLength);
        DateTimeOffset? parent = node.Parents.Length > 0 && repository.Graph.TryRead(node.Parents[0], out CommitNode? first) ? CommitTimes.ToDate(first.AuthorTime) : null;
        IReadOnlyList<CommittedFile> files = node.Parents.Length > 1 ? [] : changes.Of(id);
        return new LinkCommit(id, CommitTimes.ToDate(node.AuthorTime), parent, [.. files.Select(Describe)]);
    }

    private static LinkFile Describe(CommittedFile file)
    {
        var added = new StringBuilder();
        foreach (string line in file.Added().Take(MostLines))
            added.Append(line).Append('\n');
        return new LinkFile(file.Path, TextLines.Of(added.ToString()).Hashes);
    }
}
