using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Outcomes;

/// <summary>Contents of files that differ between two trees.</summary>
internal static class BlobChanges
{
    /// <summary>The changes, in git's order of paths.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="before">The older tree; null id for an empty one.</param>
    /// <param name="now">The newer tree; null id for an empty one.</param>
    /// <param name="ships">Which paths.</param>
    public static IReadOnlyList<TreeChange> Between(GitRepository repository, ObjectId before, ObjectId now, Predicate<string> ships)
    {
        List<TreeChange> changes = [];
        if (!before.IsNull && !now.IsNull)
            new TreeComparer(repository.Trees).Compare(before, now, changes);
        else if (before != now)
            repository.Trees.VisitFiles(before.IsNull ? now : before, (path, entry) => changes.Add(before.IsNull ? new TreeChange(path, default, entry) : new TreeChange(path, entry, default)));
        return [.. changes.Where(c => (c.Old.IsFile || c.New.IsFile) && c.Old.Id != c.New.Id && ships(c.Path))];
    }

    /// <summary>Ids of the contents of changes.</summary>
    public static IEnumerable<ObjectId> Blobs(IEnumerable<TreeChange> changes) =>
        changes.SelectMany(c => (ObjectId[])[c.Old.Id, c.New.Id], (c, id) => (Change: c, Id: id)).Where(b => b.Id == b.Change.Old.Id ? b.Change.Old.IsFile : b.Change.New.IsFile).Select(b => b.Id);
}
