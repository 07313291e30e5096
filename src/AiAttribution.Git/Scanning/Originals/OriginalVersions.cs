using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>Finds the contents that a file had in originals.</summary>
internal sealed class OriginalVersions(GitRepository repository)
{
    private readonly RenameFinder _renames = new(repository);

    /// <summary>The version that a file has in a commit, by the one that made it; null when something is missing, or there are too many.</summary>
    public OriginalVersion? Find(CommitNode commit, string path, ObjectId blob, OriginalWay way)
    {
        if (!Maker(ref commit, path, blob, way))
            return null;
        if (way.IsOutside(commit))
            return new OriginalVersion(commit, path, blob) { Sources = [] };
        if (!way.Known.TryGetValue((commit.Id, path), out OriginalVersion? version) && way.Work.TryTake())
            way.Known.Add((commit.Id, path), version = new OriginalVersion(commit, path, blob));
        return version;
    }

    /// <summary>The versions of a version's parents, first parent first; null when something is missing.</summary>
    public IReadOnlyList<OriginalVersion>? Sources(OriginalVersion version, OriginalWay way)
    {
        var sources = new List<OriginalVersion>();
        CommitNode commit = version.Commit;
        foreach (ObjectId id in commit.Parents)
        {
            if (!repository.Graph.TryRead(id, out CommitNode? parent))
                return null;
            (string Path, ObjectId Blob)? source = Blob(parent.Tree, version.Path) is { } same ? (version.Path, same)
                : commit.Parents.Length == 1 ? _renames.Find(parent.Tree, commit.Tree, version.Path)
                : null;
            if (source is not { } old)
                continue;
            if (Find(parent, old.Path, old.Blob, way) is not { } found)
                return null;
            sources.Add(found);
        }

        return sources;
    }

    /// <summary>Goes on to the commit that made the content; false when one is missing.</summary>
    private bool Maker(ref CommitNode commit, string path, ObjectId blob, OriginalWay way)
    {
        var passed = new HashSet<ObjectId>();
        while (!way.IsOutside(commit))
        {
            // Replaced and grafted commits may lead round in a circle.
            if (!passed.Add(commit.Id))
                return false;
            CommitNode? same = null;
            foreach (ObjectId id in commit.Parents)
            {
                if (!repository.Graph.TryRead(id, out CommitNode? parent))
                    return false;
                if (Blob(parent.Tree, path) != blob)
                    continue;
                same = parent;
                break;
            }

            if (same is null)
                return true;
            commit = same;
        }

        return true;
    }

    /// <summary>Content of a file in a tree; null when it has none.</summary>
    public ObjectId? Blob(ObjectId tree, string path) => repository.Trees.Find(tree, path) is { IsFile: true } entry ? entry.Id : null;
}

/// <summary>A content of a file.</summary>
/// <param name="commit">The commit that made it.</param>
/// <param name="path">Path of the file in it.</param>
/// <param name="blob">The content.</param>
internal sealed class OriginalVersion(CommitNode commit, string path, ObjectId blob)
{
    public CommitNode Commit => commit;

    public string Path => path;

    public ObjectId Blob => blob;

    /// <summary>The contents that it was made of, first parent first; none of one from outside of the originals; null until somebody looked.</summary>
    public IReadOnlyList<OriginalVersion>? Sources { get; set; }

    /// <summary>What is said of each line; null until it is known.</summary>
    public Original?[]? Lines { get; set; }
}
