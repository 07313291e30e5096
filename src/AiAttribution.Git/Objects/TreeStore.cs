using System.Collections.Concurrent;
using System.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>Trees of a repository, the recently read ones kept in memory: neighbouring commits share most of theirs.</summary>
internal sealed class TreeStore(IObjectReader objects)
{
    private const int MostBytes = 48 << 20;
    private const int MostTreeBytes = 64 << 20;
    private const int ShownCharacters = 60;

    private readonly ConcurrentDictionary<ObjectId, string> _leftOut = new();
    private ConcurrentDictionary<ObjectId, byte[]> _young = new();
    private ConcurrentDictionary<ObjectId, byte[]> _old = new();
    private long _youngBytes;

    public int IdLength => objects.IdLength;

    /// <summary>Raw bytes of a tree.</summary>
    /// <exception cref="RepositoryException">The tree is missing or damaged.</exception>
    public byte[] Read(ObjectId id)
    {
        if (_young.TryGetValue(id, out byte[]? tree))
            return tree;
        if (!_old.TryGetValue(id, out tree))
            tree = Checked(id, objects.Read(id, MostTreeBytes) ?? throw Missing(id));
        if (_young.TryAdd(id, tree) && Interlocked.Add(ref _youngBytes, tree.Length) > MostBytes)
            Age();
        return tree;
    }

    /// <summary>Entry at a path; null when there is none.</summary>
    public TreeEntry? Find(ObjectId root, string path)
    {
        ObjectId folder = root;
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(path);
        while (true)
        {
            int slash = rest.IndexOf((byte)'/');
            TreeEntry? entry = FindIn(folder, slash < 0 ? rest : rest[..slash]);
            if (entry is null || slash < 0)
                return entry;
            if (!entry.Value.IsFolder)
                return null;
            folder = entry.Value.Id;
            rest = rest[(slash + 1)..];
        }
    }

    /// <summary>Calls <paramref name="visit"/> for every entry that is no folder, with its path, in git's order. What lies too deep is left out (<see cref="TreeBounds"/>).</summary>
    /// <exception cref="RepositoryException">There are too many paths.</exception>
    public void VisitFiles(ObjectId root, Action<string, TreeEntry> visit)
    {
        int paths = 0;
        VisitFolder(root, "", 0, visit);

        void VisitFolder(ObjectId folder, string prefix, int depth, Action<string, TreeEntry> visit)
        {
            if (depth > TreeBounds.DeepestFolder)
            {
                _leftOut.TryAdd(root, prefix);
                return;
            }

            var cursor = new TreeCursor(Read(folder), IdLength);
            while (cursor.MoveNext())
            {
                TreeBounds.Count(ref paths);
                string path = prefix + PathText.Decode(cursor.Name);
                if (cursor.Entry.IsFolder)
                    VisitFolder(cursor.Entry.Id, path + "/", depth + 1, visit);
                else
                    visit(path, cursor.Entry);
            }
        }
    }

    /// <summary>What the visit of a tree left out, as a sentence.</summary>
    public IEnumerable<string> LeftOut(ObjectId root) =>
        _leftOut.TryGetValue(root, out string? folder) ? [$"files more than {TreeBounds.DeepestFolder} folders deep are left out, so their lines are unknown; the first such folder begins with {folder[..ShownCharacters]}"] : [];

    /// <summary>Entry of a folder; null when there is none.</summary>
    public TreeEntry? FindIn(ObjectId folder, ReadOnlySpan<byte> name)
    {
        var cursor = new TreeCursor(Read(folder), IdLength);
        while (cursor.MoveNext())
        {
            if (cursor.Name.SequenceEqual(name))
                return cursor.Entry;
        }

        return null;
    }

    // Once for each tree that is read, so that nobody who walks it has to be ready for a damaged one.
    private byte[] Checked(ObjectId id, byte[] tree)
    {
        try
        {
            var cursor = new TreeCursor(tree, IdLength);
            while (cursor.MoveNext())
            {
            }

            return tree;
        }
        catch (FormatException cause)
        {
            throw new RepositoryException(RepositoryProblem.Corrupt, $"tree {id.ToHex(IdLength)} is damaged", "git fsck", cause);
        }
    }

    private void Age()
    {
        lock (objects)
        {
            if (Interlocked.Read(ref _youngBytes) <= MostBytes)
                return;
            _old = _young;
            _young = new ConcurrentDictionary<ObjectId, byte[]>();
            Interlocked.Exchange(ref _youngBytes, 0);
        }
    }

    private RepositoryException Missing(ObjectId id) =>
        new(RepositoryProblem.Corrupt, $"tree {id.ToHex(IdLength)} is missing", "git fsck, or fetch the history again");
}
