namespace AiAttribution.Cli.Sessions.Zstandard;

/// <summary>Reads a bit stream from its end to its start (RFC 8878, 4.1): the highest set bit of the last byte marks where it begins.</summary>
internal ref struct ReverseBits
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _left;

    public ReverseBits(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[^1] == 0)
            throw new InvalidDataException("zstd: bit stream without an end mark");
        _bytes = bytes;
        _left = (bytes.Length * 8) - System.Numerics.BitOperations.LeadingZeroCount(bytes[^1]) + 24 - 1;
    }

    /// <summary>Bits that are left; negative when more were read than there are.</summary>
    public readonly int Left => _left;

    /// <summary>The next bits without taking them; zeros beyond the start.</summary>
    public readonly int Peek(int count)
    {
        int end = _left - count;
        long value = 0;
        int first = Math.Max(0, end) >> 3;
        int last = Math.Min(_bytes.Length - 1, (_left - 1) >> 3);
        for (int index = last; index >= first; index--)
            value = (value << 8) | _bytes[index];
        int shift = end - (first << 3);
        value = shift >= 0 ? value >> shift : value << -shift;
        return (int)(value & ((1L << count) - 1));
    }

    public int Read(int count)
    {
        int value = Peek(count);
        _left -= count;
        return value;
    }

    public void Skip(int count) => _left -= count;
}
