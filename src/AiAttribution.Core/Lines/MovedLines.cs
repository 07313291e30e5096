using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Core.Lines;

/// <summary>Lines of a text that stood elsewhere before: <paramref name="Count"/> lines from <paramref name="NewLine"/> came from line <paramref name="OldLine"/> of text <paramref name="Text"/>. Lines are 0-based.</summary>
internal readonly record struct MovedBlock(int NewLine, int Count, int Text, int OldLine);

/// <summary>
/// Lines that a commit removed, to be found again where it added lines. Only removed lines count: code that still stands at its old place was copied, not moved.
/// A block counts from as many letters and digits as <c>git blame -M</c> (20, same file) and <c>-C</c> (40, another file) ask for; <see cref="ShiftedLines"/> however short they are.
/// </summary>
internal sealed class MovedLines
{
    private const int LeastInSameFile = 20;
    private const int LeastInOtherFile = 40;
    private const int MostCandidates = 32;

    private readonly List<LineText> _texts = [];
    private readonly List<bool[]> _removed = [];
    private readonly Dictionary<ulong, List<(int Text, int Line)>> _places = [];

    /// <summary>Adds the removed lines of one file.</summary>
    /// <param name="old">The file before, cut without regard to white space.</param>
    /// <param name="hunks">What the commit did to it.</param>
    /// <returns>Number of the text, as in <see cref="MovedBlock.Text"/>.</returns>
    public int Add(LineText old, IReadOnlyList<Hunk> hunks)
    {
        int text = _texts.Count;
        var removed = new bool[old.Count];
        _texts.Add(old);
        _removed.Add(removed);
        foreach (Hunk hunk in hunks)
        {
            for (int line = hunk.OldStart; line < hunk.OldStart + hunk.OldCount; line++)
            {
                removed[line] = true;
                AddPlace(old, text, line);
            }
        }

        return text;
    }

    /// <summary>Blocks among the added lines of <paramref name="hunks"/> that were removed elsewhere, in order of lines.</summary>
    /// <param name="now">The file after, cut without regard to white space.</param>
    /// <param name="hunks">What the commit did to it.</param>
    /// <param name="sameFile">Number of the text that is the same file before; -1 for a new file.</param>
    public List<MovedBlock> Find(LineText now, IReadOnlyList<Hunk> hunks, int sameFile)
    {
        var blocks = new List<MovedBlock>();
        foreach (Hunk hunk in hunks)
        {
            int line = hunk.NewStart;
            int end = hunk.NewStart + hunk.NewCount;
            int free = line;
            while (line < end)
            {
                MovedBlock? block = Longest(now, line, free, end, sameFile);
                if (block is { } found)
                {
                    blocks.Add(found);
                    line = free = found.NewLine + found.Count;
                }
                else
                {
                    line++;
                }
            }
        }

        return sameFile < 0 ? blocks : [.. blocks.Concat(ShiftedLines.Find(_texts[sameFile], now, hunks, sameFile, blocks)).OrderBy(b => b.NewLine)];
    }

    /// <summary>Whether a line has a letter or digit.</summary>
    public static bool IsTelling(ReadOnlySpan<byte> line) => Weight(line) > 0;

    private void AddPlace(LineText old, int text, int line)
    {
        if (Weight(old.Line(line)) == 0)
            return;
        if (!_places.TryGetValue(old.Hashes[line], out List<(int, int)>? places))
            _places.Add(old.Hashes[line], places = []);
        if (places.Count < MostCandidates)
            places.Add((text, line));
    }

    private MovedBlock? Longest(LineText now, int line, int free, int end, int sameFile)
    {
        MovedBlock? best = null;
        (int Weight, bool SameFile) bestRank = default;
        foreach ((int text, int oldLine) in _places.GetValueOrDefault(now.Hashes[line]) ?? [])
        {
            MovedBlock block = Extend(now, line, free, end, text, oldLine);
            (int Weight, bool SameFile) rank = (Weight(now, block), text == sameFile);
            if (rank.Weight >= (rank.SameFile ? LeastInSameFile : LeastInOtherFile) && rank.CompareTo(bestRank) > 0)
                (best, bestRank) = (block, rank);
        }

        return best;
    }

    private MovedBlock Extend(LineText now, int line, int free, int end, int text, int oldLine)
    {
        LineText old = _texts[text];
        bool[] removed = _removed[text];
        int before = 0;
        while (line - before > free && oldLine - before > 0 && removed[oldLine - before - 1] && now.Hashes[line - before - 1] == old.Hashes[oldLine - before - 1])
            before++;
        int count = 1;
        while (line + count < end && oldLine + count < old.Count && removed[oldLine + count] && now.Hashes[line + count] == old.Hashes[oldLine + count])
            count++;
        return new MovedBlock(line - before, before + count, text, oldLine - before);
    }

    private static int Weight(LineText text, MovedBlock block)
    {
        int weight = 0;
        for (int i = 0; i < block.Count && weight < LeastInOtherFile * 100; i++)
            weight += Weight(text.Line(block.NewLine + i));
        return weight;
    }

    private static int Weight(ReadOnlySpan<byte> line)
    {
        int weight = 0;
        foreach (byte value in line)
            weight += char.IsAsciiLetterOrDigit((char)value) ? 1 : 0;
        return weight;
    }
}
