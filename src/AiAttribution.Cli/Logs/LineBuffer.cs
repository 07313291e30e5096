using System.Buffers;
using System.Runtime.CompilerServices;

namespace AiAttribution.Cli.Logs;

/// <summary>Finds lines in a stream; a line longer than <see cref="JsonLines.MostBytes"/> is passed over.</summary>
internal sealed class LineBuffer(Stream stream) : IDisposable
{
    private const int FirstBuffer = 256 << 10;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _start;
    private int _end;
    private int _searched;
    private bool _ended;
    private bool _skipping;

    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line is the last one and has no line end.</summary>
    public bool IsTail { get; private set; }

    public int Skipped { get; private set; }

    /// <summary>Whether the stream begins with the mark of UTF-16.</summary>
    public bool IsUtf16 { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        while (true)
        {
            int length = _bytes.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                int lineEnd = _searched + length;
                Line = Trim(_bytes.AsMemory(_start, lineEnd - _start));
                _start = _searched = lineEnd + 1;
                if (!_skipping)
                    return true;
                _skipping = false;
                continue;
            }

            _searched = _end;
            if (_ended)
                return Tail();
            Fill();
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private bool Tail()
    {
        Line = Trim(_bytes.AsMemory(_start, _end - _start));
        _start = _end;
        IsTail = true;
        return !_skipping && !Line.IsEmpty;
    }

    private void Fill()
    {
        MakeRoom();
        int read = stream.Read(_bytes, _end, _bytes.Length - _end);
        IsUtf16 |= _end == 0 && read > 1 && (_bytes[0], _bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF);
        _end += read;
        _ended = read == 0;
    }

    private void MakeRoom()
    {
        if (_skipping)
            _start = _end;
        if (_start > 0)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            _end -= _start;
            _searched -= _start;
            _start = 0;
        }

        if (_end < _bytes.Length)
            return;
        if (_bytes.Length >= JsonLines.MostBytes)
        {
            Skipped++;
            _skipping = true;
            _start = _end = _searched = 0;
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        _bytes.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line)
    {
        ReadOnlySpan<byte> span = line.Span;
        int first = span.IndexOfAnyExcept(" \t\r\0"u8);
        if (first < 0)
            return default;
        int last = span.LastIndexOfAnyExcept(" \t\r\0"u8);
        ReadOnlyMemory<byte> text = line[first..(last + 1)];
        return text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
    }
}
