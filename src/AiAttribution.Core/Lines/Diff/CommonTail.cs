namespace AiAttribution.Core.Lines.Diff;

/// <summary>Cuts the common tail off as git does before a diff without context: whole blocks of 1,024 equal bytes, then back to the next line end.</summary>
internal static class CommonTail
{
    private const int Block = 1024;

    /// <summary>Number of lines of either text that are left to compare.</summary>
    public static (int Old, int New) Trim(LineText oldText, LineText newText)
    {
        ReadOnlySpan<byte> old = oldText.Bytes;
        ReadOnlySpan<byte> now = newText.Bytes;
        int smaller = Math.Min(old.Length, now.Length);
        int trimmed = 0;
        while (trimmed + Block <= smaller && TailBlock(old, trimmed).SequenceEqual(TailBlock(now, trimmed)))
            trimmed += Block;
        if (trimmed == 0)
            return (oldText.Count, newText.Count);

        int lineEnd = old[^trimmed..].IndexOf((byte)'\n');
        int removed = lineEnd < 0 ? 0 : trimmed - (lineEnd + 1);
        int removedLines = LineText.CountLines(old[(old.Length - removed)..]);
        return (oldText.Count - removedLines, newText.Count - removedLines);
    }

    private static ReadOnlySpan<byte> TailBlock(ReadOnlySpan<byte> bytes, int trimmed) =>
        bytes.Slice(bytes.Length - trimmed - Block, Block);
}
