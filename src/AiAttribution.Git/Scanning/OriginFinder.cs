using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning;

/// <summary>
/// What a commit made a file from, as <c>git blame</c> sees it: a parent with the very same content takes the whole file; else each parent with the path is an origin, in order;
/// a parent without it is searched for a rename.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="find">Entry of a tree at a path.</param>
internal sealed class OriginFinder(GitRepository repository, Func<ObjectId, string, TreeEntry?> find)
{
    private readonly RenameFinder _renames = new(repository);

    /// <summary>Origins of a file.</summary>
    /// <param name="tree">Tree of the commit.</param>
    /// <param name="parents">Trees of its parents.</param>
    /// <param name="path">Path of the file in the commit.</param>
    /// <param name="blob">Its content.</param>
    public FileOrigins Of(ObjectId tree, ObjectId[] parents, string path, ObjectId blob)
    {
        var origins = new (string Path, ObjectId Blob)?[parents.Length];
        for (int i = 0; i < parents.Length; i++)
        {
            if (At(parents[i], path) is not { } content)
                continue;
            if (content == blob)
                return new FileOrigins(i, []);
            if (!IsKnown(origins, i, content))
                origins[i] = (path, content);
        }

        for (int i = 0; i < parents.Length; i++)
        {
            if (origins[i] is not null || At(parents[i], path) is not null)
                continue;
            if (_renames.Find(parents[i], tree, path) is not { } source)
                continue;
            if (source.Blob == blob)
            {
                // The very same content under another name: the whole file goes there, and no other parent is asked.
                Array.Clear(origins);
                origins[i] = source;
                break;
            }

            if (!IsKnown(origins, i, source.Blob))
                origins[i] = source;
        }

        return new FileOrigins(-1, origins);
    }

    /// <summary>Content of a file; null when there is none.</summary>
    public ObjectId? At(ObjectId tree, string path) => find(tree, path) is { IsFile: true } entry ? entry.Id : null;

    private static bool IsKnown((string Path, ObjectId Blob)?[] origins, int before, ObjectId blob)
    {
        for (int i = 0; i < before; i++)
        {
            if (origins[i] is { } origin && origin.Blob == blob)
                return true;
        }

        return false;
    }
}

/// <summary>What a file of a commit was made from.</summary>
/// <param name="Whole">Index of the parent that has the very same content at the same path; -1 for none, and the commit made the content.</param>
/// <param name="Parts">For each parent the path and content that lines come from; null for none, or the same as of one before.</param>
internal readonly record struct FileOrigins(int Whole, (string Path, ObjectId Blob)?[] Parts);
