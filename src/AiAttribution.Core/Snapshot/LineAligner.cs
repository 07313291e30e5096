namespace AiAttribution.Core.Snapshot;

/// <summary>Finds recorded lines again in an edited text by their hashes.</summary>
/// <remarks>
/// Equal first and last lines are trimmed, which is exact for one edited region and so for typing. What lies between is cut at
/// lines that are unique on both sides (patience diff: their longest increasing sequence) and each piece is treated alike.
/// A line that is not found again stays unmatched; pairs always have equal hashes and increase on both sides.
/// </remarks>
internal static class LineAligner
{
    /// <summary>Aligning allocates at most 256 KiB and this many bytes for each line of both texts, whatever they hold (a test holds it to that).</summary>
    public const int AllocatedBytesPerLine = 200;

    /// <summary>Pieces of pieces beyond this depth stay unmatched, which bounds the work on hostile input.</summary>
    private const int MaximumDepth = 32;

    /// <summary>For each line of <paramref name="now"/> the index of the same line in <paramref name="recorded"/>, or -1.</summary>
    public static int[] Align(uint[] recorded, uint[] now)
    {
        int[] pairs = new int[now.Length];
        Stack<Piece> pieces = new();
        pieces.Push(new Piece(0, recorded.Length, 0, now.Length, 0));
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = -1;
        while (pieces.Count > 0)
        {
            Piece piece = Trim(pieces.Pop(), recorded, now, pairs);
            if (piece.OldStart < piece.OldEnd && piece.NewStart < piece.NewEnd && piece.Depth < MaximumDepth)
                Cut(piece, recorded, now, pieces);
        }

        return pairs;
    }

    private static Piece Trim(Piece piece, uint[] recorded, uint[] now, int[] pairs)
    {
        (int oldStart, int oldEnd, int newStart, int newEnd, int depth) = piece;
        while (oldStart < oldEnd && newStart < newEnd && recorded[oldStart] == now[newStart])
            pairs[newStart++] = oldStart++;
        while (oldStart < oldEnd && newStart < newEnd && recorded[oldEnd - 1] == now[newEnd - 1])
            pairs[--newEnd] = --oldEnd;
        return new Piece(oldStart, oldEnd, newStart, newEnd, depth);
    }

    /// <summary>Cuts before each anchor, so that trimming the piece pairs the anchor itself and what follows it.</summary>
    private static void Cut(Piece piece, uint[] recorded, uint[] now, Stack<Piece> pieces)
    {
        int oldStart = piece.OldStart;
        int newStart = piece.NewStart;
        foreach ((int oldLine, int newLine) in PatienceAnchors.Find(recorded, piece.OldStart, piece.OldEnd, now, piece.NewStart, piece.NewEnd))
        {
            pieces.Push(new Piece(oldStart, oldLine, newStart, newLine, piece.Depth + 1));
            (oldStart, newStart) = (oldLine, newLine);
        }

        if (oldStart > piece.OldStart || newStart > piece.NewStart)
            pieces.Push(new Piece(oldStart, piece.OldEnd, newStart, piece.NewEnd, piece.Depth + 1));
    }

    private readonly record struct Piece(int OldStart, int OldEnd, int NewStart, int NewEnd, int Depth);
}
