using System.Runtime.CompilerServices;

namespace AiAttribution.Core.Lines.Diff;

/// <summary>A text cut into lines, each with a 64-bit hash. Two lines are taken as equal when their hashes are: at 64 bits a chance collision within a pair of files is below one in 10^9 even at a million lines.</summary>
internal sealed class LineText
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;

    private LineText(byte[] bytes, int[] starts, ulong[] hashes)
    {
        _bytes = bytes;
        _starts = starts;
        Hashes = hashes;
    }

    /// <summary>Number of lines; a last line without line end counts.</summary>
    public int Count => Hashes.Length;

    /// <summary>Hash of each line, its line end included, so that a missing final newline is a difference as it is for git.</summary>
    public ulong[] Hashes { get; }

    /// <summary>The bytes that were cut.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Bytes of a line, 0-based, with its line end.</summary>
    public ReadOnlySpan<byte> Line(int index) => _bytes.AsSpan(_starts[index], _starts[index + 1] - _starts[index]);

    /// <summary>Offset at which a line starts; for <see cref="Count"/> the length of the text.</summary>
    public int Start(int index) => _starts[index];

    /// <summary>Cuts <paramref name="bytes"/> at LF.</summary>
    /// <param name="bytes">The text, in any encoding that is a superset of ASCII.</param>
    /// <param name="equality">What makes two lines equal.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LineText Cut(byte[] bytes, LineEquality equality = LineEquality.Exact)
    {
        int count = CountLines(bytes);
        var starts = new int[count + 1];
        var hashes = new ulong[count];
        int start = 0;
        for (int line = 0; line < count; line++)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
            if (length == 0)
                length = bytes.Length - start;
            starts[line] = start;
            hashes[line] = LineHash.Of(bytes.AsSpan(start, length), equality);
            start += length;
        }

        starts[count] = bytes.Length;
        return new LineText(bytes, starts, hashes);
    }

    /// <summary>Number of lines of a text without cutting it.</summary>
    public static int CountLines(ReadOnlySpan<byte> bytes)
    {
        int count = bytes.Count((byte)'\n');
        return bytes.Length > 0 && bytes[^1] != '\n' ? count + 1 : count;
    }
}
