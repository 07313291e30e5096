namespace AiAttribution.Cli.Sessions.Zstandard;

/// <summary>Constant tables of sequences (RFC 8878, 3.1.1.3.2).</summary>
internal static class SequenceCodes
{
    public const int MostLiteralCode = 35;
    public const int MostMatchCode = 52;
    public const int MostOffsetCode = 31;

    public static readonly FseTable Literals = FseTable.Build(
        [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1], 6);

    public static readonly FseTable Matches = FseTable.Build(
        [1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1], 6);

    public static readonly FseTable Offsets = FseTable.Build(
        [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1], 5);

    private static readonly byte[] LiteralBits = [1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
    private static readonly byte[] MatchBits = [1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    public static int LiteralLength(int code, ref ReverseBits bits) => Length(code, 16, 16, LiteralBits, ref bits);

    public static int MatchLength(int code, ref ReverseBits bits) => 3 + Length(code, 32, 32, MatchBits, ref bits);

    // Small codes are the length itself; each of the others starts where the one before it ends.
    private static int Length(int code, int direct, int start, byte[] extra, ref ReverseBits bits)
    {
        if (code < direct)
            return code;
        if (code - direct >= extra.Length)
            throw new InvalidDataException("zstd: damaged sequence");
        int length = start;
        for (int index = 0; index < code - direct; index++)
            length += 1 << extra[index];
        return length + bits.Read(extra[code - direct]);
    }
}
