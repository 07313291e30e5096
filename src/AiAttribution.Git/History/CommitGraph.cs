using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.History;

/// <summary>Commits by id, each read once.</summary>
internal sealed class CommitGraph(IObjectReader objects, HistoryOverrides overrides)
{
    private const int MostCommitBytes = 16 << 20;

    private readonly ConcurrentDictionary<ObjectId, CommitNode> _nodes = new();

    /// <exception cref="RepositoryException">The commit is missing or damaged.</exception>
    public CommitNode Read(ObjectId id) =>
        TryRead(id, out CommitNode? node)
            ? node
            : throw overrides.Missing(id, objects.IdLength);

    public bool TryRead(ObjectId id, [NotNullWhen(true)] out CommitNode? node)
    {
        if (_nodes.TryGetValue(id, out node))
            return true;
        node = ReadWhole(id) is { } commit ? Add(id, commit) : null;
        return node is not null;
    }

    /// <summary>Commit with its message; null when missing. Not kept, because messages are large.</summary>
    public CommitObject? ReadWhole(ObjectId id)
    {
        if (objects.Read(id, MostCommitBytes) is not { } bytes)
            return null;
        try
        {
            CommitObject commit = CommitObject.Parse(bytes);
            Add(id, commit);
            return commit;
        }
        catch (FormatException cause)
        {
            throw new RepositoryException(RepositoryProblem.Corrupt, $"commit {id.ToHex(objects.IdLength)} is damaged: {cause.Message}", "git fsck", cause);
        }
    }

    private CommitNode Add(ObjectId id, CommitObject commit) =>
        _nodes.GetOrAdd(id, _ => new CommitNode(id, commit.Tree, overrides.Parents(id, commit.Parents), commit.Committer.Time, commit.Author.Time, overrides.Shallow.Contains(id)));
}
