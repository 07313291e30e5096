namespace AiAttribution.Cli.Sessions.Zstandard;

/// <summary>The sequences of a block (RFC 8878, 3.1.1.3.2): copy some literals, then some earlier output.</summary>
internal sealed class ZstdSequences
{
    private readonly int[] _offsets = [1, 4, 8];
    private FseTable? _literalTable;
    private FseTable? _offsetTable;
    private FseTable? _matchTable;

    /// <summary>Writes a block's output from <paramref name="end"/> on and returns its new end.</summary>
    public int Run(ReadOnlySpan<byte> section, ReadOnlySpan<byte> literals, Span<byte> output, int end)
    {
        int count = Count(ref section);
        if (count > 0)
        {
            ReadTables(ref section);
            end = Execute(count, section, ref literals, output, end);
        }

        Copy(literals, output, end);
        return end + literals.Length;
    }

    private static int Count(ref ReadOnlySpan<byte> section)
    {
        if (section.IsEmpty)
            throw Damaged();
        int first = section[0];
        int bytes = first < 128 ? 1 : first < 255 ? 2 : 3;
        if (section.Length < bytes)
            throw Damaged();
        int count = bytes switch
        {
            1 => first,
            2 => ((first - 128) << 8) + section[1],
            _ => section[1] + (section[2] << 8) + 0x7F00,
        };
        section = section[bytes..];
        return count;
    }

    private void ReadTables(ref ReadOnlySpan<byte> section)
    {
        if (section.IsEmpty)
            throw Damaged();
        int modes = section[0];
        section = section[1..];
        _literalTable = Table((modes >> 6) & 3, SequenceCodes.Literals, _literalTable, SequenceCodes.MostLiteralCode, 9, ref section);
        _offsetTable = Table((modes >> 4) & 3, SequenceCodes.Offsets, _offsetTable, SequenceCodes.MostOffsetCode, 8, ref section);
        _matchTable = Table((modes >> 2) & 3, SequenceCodes.Matches, _matchTable, SequenceCodes.MostMatchCode, 9, ref section);
    }

    private static FseTable Table(int mode, FseTable standard, FseTable? previous, int mostCode, int mostLog, ref ReadOnlySpan<byte> section)
    {
        if (mode == 0)
            return standard;
        if (mode == 3)
            return previous ?? throw Damaged();
        if (section.IsEmpty)
            throw Damaged();
        int used = 1;
        FseTable table = mode == 1 ? FseTable.Of(section[0]) : FseTable.Read(section, mostCode + 1, mostLog, out used);
        section = section[used..];
        return table;
    }

    private int Execute(int count, ReadOnlySpan<byte> stream, ref ReadOnlySpan<byte> literals, Span<byte> output, int end)
    {
        var bits = new ReverseBits(stream);
        int literalState = bits.Read(_literalTable!.Log);
        int offsetState = bits.Read(_offsetTable!.Log);
        int matchState = bits.Read(_matchTable!.Log);
        for (int sequence = 0; sequence < count; sequence++)
        {
            int offsetCode = _offsetTable.Symbol(offsetState);
            if (offsetCode >= 31)
                throw Damaged();
            int offsetValue = (1 << offsetCode) + bits.Read(offsetCode);
            int match = SequenceCodes.MatchLength(_matchTable.Symbol(matchState), ref bits);
            int literal = SequenceCodes.LiteralLength(_literalTable.Symbol(literalState), ref bits);
            if (literal > literals.Length)
                throw Damaged();
            Copy(literals[..literal], output, end);
            literals = literals[literal..];
            end = Repeat(Offset(offsetValue, literal), match, output, end + literal);
            if (sequence < count - 1)
            {
                literalState = _literalTable.Next(literalState, ref bits);
                matchState = _matchTable.Next(matchState, ref bits);
                offsetState = _offsetTable.Next(offsetState, ref bits);
            }
        }

        return bits.Left == 0 ? end : throw Damaged();
    }

    // Values up to 3 mean one of the last offsets; without literals they shift by one, and the last means the newest less one.
    private int Offset(int value, int literals)
    {
        int recent = value > 3 ? 4 : value - 1 + (literals == 0 ? 1 : 0);
        int offset = recent switch { 4 => value - 3, 3 => _offsets[0] - 1, _ => _offsets[recent] };
        if (recent >= 2)
            _offsets[2] = _offsets[1];
        if (recent >= 1)
            _offsets[1] = _offsets[0];
        _offsets[0] = offset;
        return offset;
    }

    private static int Repeat(int offset, int length, Span<byte> output, int end)
    {
        if (offset <= 0 || offset > end || length > output.Length - end)
            throw Damaged();
        if (offset >= length)
        {
            output.Slice(end - offset, length).CopyTo(output[end..]);
        }
        else
        {
            for (int index = 0; index < length; index++)
                output[end + index] = output[end + index - offset];
        }

        return end + length;
    }

    private static void Copy(ReadOnlySpan<byte> literals, Span<byte> output, int end)
    {
        if (literals.Length > output.Length - end)
            throw Damaged();
        literals.CopyTo(output[end..]);
    }

    private static InvalidDataException Damaged() => new("zstd: damaged sequences");
}
