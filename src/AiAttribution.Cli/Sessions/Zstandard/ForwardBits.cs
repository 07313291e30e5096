namespace AiAttribution.Cli.Sessions.Zstandard;

/// <summary>Reads bits from the start of a span, lowest first.</summary>
internal ref struct ForwardBits(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public readonly int BytesUsed => (_position + 7) >> 3;

    public readonly int Peek(int count)
    {
        int value = 0;
        for (int bit = 0; bit < count; bit++)
        {
            int place = _position + bit;
            if (place >> 3 < _bytes.Length)
                value |= ((_bytes[place >> 3] >> (place & 7)) & 1) << bit;
        }

        return value;
    }

    public int Read(int count)
    {
        int value = Peek(count);
        Skip(count);
        return value;
    }

    public void Skip(int count)
    {
        _position += count;
        if (_position > _bytes.Length * 8)
            throw new InvalidDataException("zstd: ends within a table");
    }
}
