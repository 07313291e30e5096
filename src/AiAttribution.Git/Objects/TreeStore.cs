using System.Collections.Concurrent;
using System.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>Trees of a repository, the recently read ones kept in memory: neighbouring commits share most of theirs.</summary>
internal sealed class TreeStore(IObjectReader objects)
{
    private const int MostBytes = 48 << 20;
    private const int MostTreeBytes = 64 << 20;
    private const int DeepestFolder = 256;

    private ConcurrentDictionary<ObjectId, byte[]> _young = new();
    private ConcurrentDictionary<ObjectId, byte[]> _old = new();
    private long _youngBytes;

    public int IdLength => objects.IdLength;

    /// <summary>Raw bytes of a tree.</summary>
    /// <exception cref="RepositoryException">The tree is missing.</exception>
    public byte[] Read(ObjectId id)
    {
        if (_young.TryGetValue(id, out byte[]? tree))
            return tree;
        if (!_old.TryGetValue(id, out tree))
            tree = objects.Read(id, MostTreeBytes) ?? throw Missing(id);
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

    /// <summary>Calls <paramref name="visit"/> for every entry that is no folder, with its path, in git's order.</summary>
    public void VisitFiles(ObjectId root, Action<string, TreeEntry> visit) => VisitFiles(root, "", 0, visit);

    private void VisitFiles(ObjectId folder, string prefix, int depth, Action<string, TreeEntry> visit)
    {
        if (depth > DeepestFolder)
            throw new RepositoryException(RepositoryProblem.Corrupt, $"a tree is more than {DeepestFolder} folders deep", "git fsck");
        var cursor = new TreeCursor(Read(folder), IdLength);
        while (cursor.MoveNext())
        {
            string path = prefix + PathText.Decode(cursor.Name);
            if (cursor.Entry.IsFolder)
                VisitFiles(cursor.Entry.Id, path + "/", depth + 1, visit);
            else
                visit(path, cursor.Entry);
        }
    }

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
