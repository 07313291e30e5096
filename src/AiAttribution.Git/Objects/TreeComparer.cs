namespace AiAttribution.Git.Objects;

/// <summary>A path at which two trees differ; a side without an entry is default (mode 0).</summary>
internal readonly record struct TreeChange(string Path, TreeEntry Old, TreeEntry New);

/// <summary>Compares two trees folder by folder; equal folders are not opened.</summary>
internal sealed class TreeComparer(TreeStore trees)
{
    /// <summary>Adds every file-level difference to <paramref name="changes"/>, in git's order of paths. What lies too deep is left out (<see cref="TreeBounds"/>).</summary>
    public void Compare(ObjectId oldTree, ObjectId newTree, List<TreeChange> changes)
    {
        int paths = 0;
        if (oldTree != newTree)
            Compare(trees.Read(oldTree), trees.Read(newTree), "", 0, changes, ref paths);
    }

    private void Compare(ReadOnlySpan<byte> oldTree, ReadOnlySpan<byte> newTree, string prefix, int depth, List<TreeChange> changes, ref int paths)
    {
        if (depth > TreeBounds.DeepestFolder)
            return;
        var old = new TreeCursor(oldTree, trees.IdLength);
        var now = new TreeCursor(newTree, trees.IdLength);
        bool hasOld = old.MoveNext();
        bool hasNow = now.MoveNext();
        while (hasOld || hasNow)
        {
            int order = !hasOld ? 1 : !hasNow ? -1 : old.CompareTo(now);
            if (order < 0)
                Add(old.Name, old.Entry, default, prefix, depth, changes, ref paths);
            else if (order > 0)
                Add(now.Name, default, now.Entry, prefix, depth, changes, ref paths);
            else if (old.Entry.Id != now.Entry.Id || old.Entry.Mode != now.Entry.Mode)
                Add(now.Name, old.Entry, now.Entry, prefix, depth, changes, ref paths);

            if (order <= 0)
                hasOld = old.MoveNext();
            if (order >= 0)
                hasNow = now.MoveNext();
        }
    }

    private void Add(ReadOnlySpan<byte> name, TreeEntry old, TreeEntry now, string prefix, int depth, List<TreeChange> changes, ref int paths)
    {
        TreeBounds.Count(ref paths);
        string path = prefix + PathText.Decode(name);
        if (old.IsFolder || now.IsFolder)
            Compare(Content(old), Content(now), path + "/", depth + 1, changes, ref paths);
        else
            changes.Add(new TreeChange(path, old, now));
    }

    private ReadOnlySpan<byte> Content(TreeEntry entry) => entry.IsFolder ? trees.Read(entry.Id) : default;
}
