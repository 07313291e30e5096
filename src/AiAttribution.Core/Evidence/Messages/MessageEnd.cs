namespace AiAttribution.Core.Evidence.Messages;

/// <summary>Finds where a message ends for git: before a scissors line, and trailing comments, blank lines or conflict lists.</summary>
internal static class MessageEnd
{
    private const string Scissors = "\n# ------------------------ >8 ------------------------\n";
    private const string Conflicts = "Conflicts:\n";

    public static int Find(ReadOnlySpan<char> text)
    {
        int cut = ScissorsStart(text);
        int trailing = TrailingStart(text, cut);
        return trailing > 0 ? trailing : cut;
    }

    private static int ScissorsStart(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(Scissors.AsSpan(1), StringComparison.Ordinal))
            return 0;
        int scissors = text.IndexOf(Scissors, StringComparison.Ordinal);
        return scissors < 0 ? text.Length : scissors + 1;
    }

    // Git's ignore_non_trailer, whose quirk is kept: 0 means "none", so a run that starts the text counts from its second line.
    private static int TrailingStart(ReadOnlySpan<char> text, int end)
    {
        int run = 0;
        bool conflicts = false;
        for (int start = 0; start < end; start = TrailerLine.End(text, start))
        {
            ReadOnlySpan<char> rest = text[start..];
            bool opensConflicts = rest.StartsWith(Conflicts, StringComparison.Ordinal);
            if (rest[0] is TrailerLine.Comment or '\n' || opensConflicts)
            {
                run = run == 0 ? start : run;
                conflicts |= opensConflicts;
            }
            else if (!(conflicts && rest[0] == '\t') && run > 0)
            {
                run = 0;
                conflicts = false;
            }
        }

        return run;
    }
}
