using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Sessions;

/// <summary>Reads what commits changed against their first parent, a renamed file against its old content.</summary>
/// <param name="repository">The repository.</param>
internal sealed class CommitChanges(GitRepository repository)
{
    private const int MostFiles = 20_000;
    private const int MostBytes = 16 << 20;

    private readonly TreeComparer _comparer = new(repository.Trees);
    private readonly RenameFinder _renames = new(repository);

    /// <summary>Files that a commit added or changed, in the order of paths. Deleted, binary and oversized files are left out.</summary>
    /// <exception cref="RepositoryException">The commit is missing.</exception>
    public IReadOnlyList<CommittedFile> Of(string commit)
    {
        CommitNode node = repository.Graph.Read(ObjectId.Parse(commit));
        if (node.IsBoundary)
            return [];
        ObjectId? parent = node.Parents.Length > 0 ? repository.Graph.Read(node.Parents[0]).Tree : null;
        var files = new List<CommittedFile>();
        foreach (TreeChange change in Changes(parent, node.Tree).Take(MostFiles))
        {
            if (change.New.IsFile && Read(change.New.Id) is { } text)
                files.Add(Describe(change, text, parent, node.Tree));
        }

        return files;
    }

    /// <summary>Entries that two trees differ in; null is the empty tree.</summary>
    internal List<TreeChange> Changes(ObjectId? parent, ObjectId tree)
    {
        var changes = new List<TreeChange>();
        if (parent is { } old)
            _comparer.Compare(old, tree, changes);
        else
            repository.Trees.VisitFiles(tree, (path, entry) => changes.Add(new TreeChange(path, default, entry)));
        return changes;
    }

    private CommittedFile Describe(TreeChange change, LineText text, ObjectId? parent, ObjectId tree)
    {
        ObjectId? old = change.Old.IsFile ? change.Old.Id : parent is { } p ? _renames.Find(p, tree, change.Path)?.Blob : null;
        LineText before = old is { } id && Read(id) is { } content ? content : LineText.Cut([]);
        return new CommittedFile(change.Path, before, text, LineDiff.Compare(before, text));
    }

    private LineText? Read(ObjectId blob) =>
        repository.Objects.Read(blob, MostBytes) is { } bytes && bytes.AsSpan(0, Math.Min(bytes.Length, 8000)).IndexOf((byte)0) < 0 ? LineText.Cut(bytes) : null;
}
