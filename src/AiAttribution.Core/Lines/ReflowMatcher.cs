using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Core.Lines;

/// <summary>
/// Finds, in a hunk, the lines that were only laid out anew: what is left without white space stands in the old lines too, before the first and behind the last real change.
/// A formatter that breaks or joins lines keeps their origin that way.
/// </summary>
internal static class ReflowMatcher
{
    private const int MostBytes = 1 << 20;

    /// <summary>For each new line of the hunk the old line (0-based) that holds its first visible character; -1 for lines that changed, and for blank ones.</summary>
    public static int[] Match(LineText oldText, LineText newText, Hunk hunk)
    {
        var origins = new int[hunk.NewCount];
        Array.Fill(origins, -1);
        (byte[] old, int[] oldStarts) = Visible(oldText, hunk.OldStart, hunk.OldCount);
        (byte[] now, int[] newStarts) = Visible(newText, hunk.NewStart, hunk.NewCount);
        if (old.Length == 0 || now.Length == 0)
            return origins;
        int prefix = old.AsSpan().CommonPrefixLength(now);
        int suffix = CommonSuffix(old.AsSpan(prefix), now.AsSpan(prefix));
        for (int i = 0; i < origins.Length; i++)
        {
            int start = newStarts[i];
            int end = newStarts[i + 1];
            if (start == end)
                continue;
            if (end <= prefix)
                origins[i] = hunk.OldStart + LineAt(oldStarts, start);
            else if (start >= now.Length - suffix)
                origins[i] = hunk.OldStart + LineAt(oldStarts, start - now.Length + old.Length);
        }

        return origins;
    }

    /// <summary>Visible bytes of lines, and where each line starts among them.</summary>
    private static (byte[] Bytes, int[] Starts) Visible(LineText text, int first, int count)
    {
        var bytes = new List<byte>();
        var starts = new int[count + 1];
        if (text.Start(first + count) - text.Start(first) > MostBytes)
            return ([], starts);
        for (int i = 0; i < count; i++)
        {
            starts[i] = bytes.Count;
            foreach (byte value in text.Line(first + i))
            {
                if (!LineHash.IsWhiteSpace(value))
                    bytes.Add(value);
            }
        }

        starts[count] = bytes.Count;
        return ([.. bytes], starts);
    }

    private static int CommonSuffix(ReadOnlySpan<byte> old, ReadOnlySpan<byte> now)
    {
        int length = 0;
        while (length < Math.Min(old.Length, now.Length) && old[^(length + 1)] == now[^(length + 1)])
            length++;
        return length;
    }

    /// <summary>Last line that starts at or before a place and is not empty there.</summary>
    private static int LineAt(int[] starts, int place)
    {
        int index = Array.BinarySearch(starts, place);
        if (index < 0)
            return ~index - 1;
        while (index + 1 < starts.Length - 1 && starts[index + 1] == place)
            index++;
        return index;
    }
}
