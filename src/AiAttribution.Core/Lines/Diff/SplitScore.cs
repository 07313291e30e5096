namespace AiAttribution.Core.Lines.Diff;

/// <summary>How well a text can be split before a line, by indentation and blank lines; lower is better. The weights are git's, which were fitted to what people marked as the right place.</summary>
internal readonly record struct SplitScore(int Indent, int Penalty)
{
    private const int MostIndent = 200;
    private const int MostBlanks = 20;
    private const int IndentWeight = 60;

    public static SplitScore operator +(SplitScore a, SplitScore b) => new(a.Indent + b.Indent, a.Penalty + b.Penalty);

    public int CompareTo(SplitScore other) => IndentWeight * Indent.CompareTo(other.Indent) + (Penalty - other.Penalty);

    /// <summary>Score of a split before <paramref name="line"/>, which may be the number of lines.</summary>
    public static SplitScore At(DiffSide side, int line)
    {
        bool atEnd = line >= side.Count;
        int indent = atEnd ? -1 : IndentOf(side.Text.Line(line));
        (int indentBefore, int blanksBefore) = Look(side, line, -1);
        (int indentAfter, int blanksAfter) = Look(side, line, 1);

        int blanksFrom = indent == -1 ? 1 + blanksAfter : 0;
        int blanks = blanksBefore + blanksFrom;
        int effective = indent != -1 ? indent : indentAfter;
        int penalty = -30 * blanks + 6 * blanksFrom;
        if (indentBefore == -1 && blanksBefore == 0)
            penalty += 1;
        if (atEnd)
            penalty += 21;
        if (effective != -1 && indentBefore != -1)
            penalty += RelativePenalty(effective, indentBefore, indentAfter, blanks > 0);
        return new SplitScore(effective, penalty);
    }

    private static int RelativePenalty(int indent, int before, int after, bool hasBlanks)
    {
        if (indent > before)
            return hasBlanks ? 10 : -4;
        if (indent == before)
            return 0;
        bool startsDeeperBlock = after != -1 && after > indent;
        if (startsDeeperBlock)
            return hasBlanks ? 17 : 24;
        return hasBlanks ? 17 : 23;
    }

    private static (int Indent, int Blanks) Look(DiffSide side, int line, int step)
    {
        int blanks = 0;
        for (int i = line + step; i >= 0 && i < side.Count; i += step)
        {
            int indent = IndentOf(side.Text.Line(i));
            if (indent != -1)
                return (indent, blanks);
            if (++blanks == MostBlanks)
                return (0, blanks);
        }

        return (-1, blanks);
    }

    private static int IndentOf(ReadOnlySpan<byte> line)
    {
        int indent = 0;
        foreach (byte value in line)
        {
            if (!LineHash.IsWhiteSpace(value))
                return indent;
            if (value == ' ')
                indent++;
            else if (value == '\t')
                indent += 8 - indent % 8;
            if (indent >= MostIndent)
                return MostIndent;
        }

        return -1;
    }
}
