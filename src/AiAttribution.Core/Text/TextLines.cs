namespace AiAttribution.Core.Text;

/// <summary>
/// The lines of a text as git counts them: ended by LF only, a last line without line end counts, so an empty text has none.
/// </summary>
internal sealed class TextLines
{
    [ThreadStatic]
    private static char[]? _buffer;

    internal TextLines(int[] starts, uint[] hashes)
    {
        Starts = starts;
        Hashes = hashes;
    }

    /// <summary>Position of the first character of each line.</summary>
    public int[] Starts { get; }

    /// <summary>Hash of each line without its whitespace, so that re-indenting and other line ends leave it as it is.</summary>
    public uint[] Hashes { get; }

    /// <summary>Number of lines.</summary>
    public int Count => Starts.Length;

    /// <summary>Lines of a text.</summary>
    public static TextLines Of(string text)
    {
        LineScanner scanner = new();
        char[] buffer = _buffer ??= new char[LineScanner.BufferSize];
        for (int start = 0; start < text.Length; start += buffer.Length)
        {
            int count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            scanner.Add(buffer, count);
        }

        return scanner.Finish();
    }

    /// <summary>Line, 0-based, that holds a position of the text; -1 for an empty text.</summary>
    public int LineAt(int position)
    {
        int index = Array.BinarySearch(Starts, position);
        return index >= 0 ? index : ~index - 1;
    }
}
