using System.Text;

namespace AiAttribution.Core.Text;

/// <summary>Turns offsets of a UTF-8 text into lines and columns.</summary>
internal sealed class LinePositions(byte[] utf8)
{
    private readonly List<int> _starts = Starts(utf8);

    public JsonPosition At(long offset)
    {
        int line = _starts.BinarySearch((int)offset);
        if (line < 0)
            line = ~line - 1;
        return InLine(line, (int)offset - _starts[line]);
    }

    /// <param name="line">Line, 0-based.</param>
    /// <param name="byteInLine">Bytes from the start of that line.</param>
    public JsonPosition InLine(int line, int byteInLine)
    {
        int start = _starts[Math.Min(line, _starts.Count - 1)];
        int length = Math.Min(byteInLine, utf8.Length - start);
        return new JsonPosition(line + 1, Encoding.UTF8.GetCharCount(utf8, start, length) + 1);
    }

    private static List<int> Starts(byte[] utf8)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
                starts.Add(i + 1);
        }

        return starts;
    }
}
