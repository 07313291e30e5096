using System.Text;

namespace AiAttribution.Git.Objects;

/// <summary>One path in many trees: a folder that was looked into before is not opened again, as nearly all are from one commit to the next.</summary>
internal sealed class TreePath
{
    private readonly TreeStore _trees;
    private readonly byte[][] _names;
    private readonly Dictionary<ObjectId, TreeEntry?>[] _known;

    public TreePath(TreeStore trees, string path)
    {
        _trees = trees;
        _names = [.. path.Split('/').Select(Encoding.UTF8.GetBytes)];
        _known = [.. _names.Select(_ => new Dictionary<ObjectId, TreeEntry?>())];
    }

    /// <summary>Entry at the path; null when there is none.</summary>
    public TreeEntry? In(ObjectId root) => In(root, 0);

    private TreeEntry? In(ObjectId folder, int depth)
    {
        if (_known[depth].TryGetValue(folder, out TreeEntry? known))
            return known;
        TreeEntry? entry = _trees.FindIn(folder, _names[depth]);
        if (depth + 1 < _names.Length)
            entry = entry is { IsFolder: true } next ? In(next.Id, depth + 1) : null;
        _known[depth].Add(folder, entry);
        return entry;
    }
}
