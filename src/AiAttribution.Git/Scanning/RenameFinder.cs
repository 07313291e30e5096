using AiAttribution.Core.Lines;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning;

/// <summary>
/// Looks for the file that a new file was renamed from, as git does when it follows one path: among the files that the commit deleted, first one with the same content,
/// then one with the same name that is similar enough, then the most similar one. Where a content that decides is missing, the file that may be the one is given: its lines cannot be
/// followed, so they are unknown.
/// </summary>
internal sealed class RenameFinder(GitRepository repository)
{
    private const int MostBytes = 64 << 20;

    private readonly TreeComparer _comparer = new(repository.Trees);
    private readonly Dictionary<ObjectId, ContentProfile?> _profiles = [];
    private (ObjectId Old, ObjectId New, List<TreeChange> Deleted)? _last;

    /// <summary>Path and content in <paramref name="oldTree"/> that <paramref name="path"/> of <paramref name="newTree"/> comes from; null when it is new.</summary>
    public (string Path, ObjectId Blob)? Find(ObjectId oldTree, ObjectId newTree, string path)
    {
        List<TreeChange> deleted = Deleted(oldTree, newTree);
        if (deleted.Count == 0 || repository.Trees.Find(newTree, path) is not { } target)
            return null;
        TreeChange? source = SameContent(deleted, target, path) ?? SameName(deleted, target, path) ?? MostSimilar(deleted, target, path);
        return source is { } found ? (found.Path, found.Old.Id) : null;
    }

    private List<TreeChange> Deleted(ObjectId oldTree, ObjectId newTree)
    {
        if (_last is { } last && last.Old == oldTree && last.New == newTree)
            return last.Deleted;
        var changes = new List<TreeChange>();
        _comparer.Compare(oldTree, newTree, changes);
        changes.RemoveAll(change => change.New.Mode != 0 || !change.Old.IsFile);
        _profiles.Clear();
        _last = (oldTree, newTree, changes);
        return changes;
    }

    private static TreeChange? SameContent(List<TreeChange> deleted, TreeEntry target, string path)
    {
        TreeChange? first = null;
        foreach (TreeChange change in deleted)
        {
            if (change.Old.Id != target.Id)
                continue;
            if (NameOf(change.Path).SequenceEqual(NameOf(path)))
                return change;
            first ??= change;
        }

        return first;
    }

    private TreeChange? SameName(List<TreeChange> deleted, TreeEntry target, string path)
    {
        TreeChange? only = null;
        foreach (TreeChange change in deleted)
        {
            if (!NameOf(change.Path).SequenceEqual(NameOf(path)))
                continue;
            if (only is not null)
                return null;
            only = change;
        }

        return only is { } one && (Lacks(one.Old.Id, target.Id) || Score(one.Old.Id, target.Id, ContentProfile.SameNameScore) >= ContentProfile.SameNameScore) ? one : null;
    }

    private TreeChange? MostSimilar(List<TreeChange> deleted, TreeEntry target, string path)
    {
        var candidates = new RenameCandidates<TreeChange?>();
        foreach (TreeChange change in deleted)
        {
            if (Lacks(change.Old.Id, target.Id))
                return change;
            candidates.Add(change, Score(change.Old.Id, target.Id, ContentProfile.LeastScore), NameOf(change.Path).SequenceEqual(NameOf(path)));
        }

        return candidates.Best();
    }

    private bool Lacks(ObjectId source, ObjectId target) => IsMissing(source) || IsMissing(target);

    private bool IsMissing(ObjectId blob) => Profile(blob) is null && repository.Contents.IsMissing(blob);

    private int Score(ObjectId source, ObjectId target, int least) =>
        Profile(source) is { } old && Profile(target) is { } now ? ContentProfile.Similarity(old, now, least) : 0;

    private ContentProfile? Profile(ObjectId blob)
    {
        if (!_profiles.TryGetValue(blob, out ContentProfile? profile))
        {
            profile = repository.Contents.Read(blob, MostBytes) is { } bytes ? ContentProfile.Of(bytes) : null;
            _profiles.Add(blob, profile);
        }

        return profile;
    }

    private static ReadOnlySpan<char> NameOf(string path) => path.AsSpan(path.LastIndexOf('/') + 1);
}
