namespace AiAttribution.Cli.Sessions.Zstandard;

/// <summary>The literals of a block (RFC 8878, 3.1.1.3.1).</summary>
internal sealed class ZstdLiterals
{
    private readonly byte[] _literals = new byte[128 << 10];
    private HuffmanTable? _table;

    /// <summary>Literals of a block; <paramref name="used"/> tells how many of its bytes they take.</summary>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> block, out int used)
    {
        if (block.IsEmpty)
            throw Damaged();
        int kind = block[0] & 3;
        int format = (block[0] >> 2) & 3;
        return kind < 2 ? ReadPlain(block, kind, format, out used) : ReadCoded(block, kind, format, out used);
    }

    private ReadOnlySpan<byte> ReadPlain(ReadOnlySpan<byte> block, int kind, int format, out int used)
    {
        int header = format switch { 1 => 2, 3 => 3, _ => 1 };
        int size = (int)(Word(block, header) >> (header == 1 ? 3 : 4));
        Span<byte> literals = Sized(size);
        used = header + (kind == 1 ? 1 : size);
        if (used > block.Length)
            throw Damaged();
        if (kind == 1)
            literals.Fill(block[header]);
        else
            block.Slice(header, size).CopyTo(literals);
        return literals;
    }

    private ReadOnlySpan<byte> ReadCoded(ReadOnlySpan<byte> block, int kind, int format, out int used)
    {
        int header = format switch { 2 => 4, 3 => 5, _ => 3 };
        int width = format switch { 2 => 14, 3 => 18, _ => 10 };
        long word = Word(block, header) >> 4;
        int mask = (1 << width) - 1;
        Span<byte> literals = Sized((int)(word & mask));
        int compressed = (int)(word >> width) & mask;
        used = header + compressed;
        if (used > block.Length || compressed == 0)
            throw Damaged();
        ReadOnlySpan<byte> body = block.Slice(header, compressed);
        if (kind == 2)
        {
            _table = HuffmanTable.Read(body, out int tree);
            body = body[tree..];
        }

        if (_table is null)
            throw Damaged();
        if (format == 0)
            _table.Decode(body, literals);
        else
            DecodeFour(_table, body, literals);
        return literals;
    }

    private static void DecodeFour(HuffmanTable table, ReadOnlySpan<byte> body, Span<byte> literals)
    {
        int quarter = (literals.Length + 3) / 4;
        if (body.Length < 6 || literals.Length < 3 * quarter)
            throw Damaged();
        int place = 6;
        for (int stream = 0; stream < 4; stream++)
        {
            int size = stream < 3 ? body[2 * stream] | (body[(2 * stream) + 1] << 8) : body.Length - place;
            if (size < 0 || place + size > body.Length)
                throw Damaged();
            Span<byte> part = literals[(stream * quarter)..];
            table.Decode(body.Slice(place, size), stream < 3 ? part[..quarter] : part);
            place += size;
        }
    }

    private Span<byte> Sized(int size) => size <= _literals.Length ? _literals.AsSpan(0, size) : throw Damaged();

    private static long Word(ReadOnlySpan<byte> block, int bytes)
    {
        if (block.Length < bytes)
            throw Damaged();
        long word = 0;
        for (int index = bytes - 1; index >= 0; index--)
            word = (word << 8) | block[index];
        return word;
    }

    private static InvalidDataException Damaged() => new("zstd: damaged literals");
}
