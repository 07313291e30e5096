namespace AiAttribution.Git.Objects;

/// <summary>Reads the entries of a raw tree object in place: <c>mode SP name NUL id</c>, ordered as git orders them (a folder's name as if it ended in <c>/</c>).</summary>
internal ref struct TreeCursor
{
    private readonly int _idLength;
    private ReadOnlySpan<byte> _rest;

    public TreeCursor(ReadOnlySpan<byte> tree, int idLength)
    {
        _rest = tree;
        _idLength = idLength;
    }

    public ReadOnlySpan<byte> Name { get; private set; }

    public TreeEntry Entry { get; private set; }

    /// <exception cref="FormatException">The tree is cut off or not a tree.</exception>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
            return false;
        int mode = 0;
        int at = 0;
        for (; at < _rest.Length && _rest[at] != ' '; at++)
            mode = mode * 8 + (_rest[at] - '0');
        int end = at < _rest.Length ? _rest[at..].IndexOf((byte)0) : -1;
        if (end < 0 || _rest.Length < at + end + 1 + _idLength)
            throw new FormatException("a tree object is damaged");
        Name = _rest.Slice(at + 1, end - 1);
        Entry = new TreeEntry(mode, new ObjectId(_rest.Slice(at + end + 1, _idLength)));
        _rest = _rest[(at + end + 1 + _idLength)..];
        return true;
    }

    /// <summary>Order of the current entries of two cursors.</summary>
    public readonly int CompareTo(in TreeCursor other)
    {
        int shared = Math.Min(Name.Length, other.Name.Length);
        int order = Name[..shared].SequenceCompareTo(other.Name[..shared]);
        return order != 0 ? order : After(shared).CompareTo(other.After(shared));
    }

    private readonly int After(int length)
    {
        if (length < Name.Length)
            return Name[length];
        return Entry.IsFolder ? '/' : 0;
    }
}
