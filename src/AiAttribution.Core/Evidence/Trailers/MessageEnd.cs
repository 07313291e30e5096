namespace AiAttribution.Core.Evidence.Trailers;

/// <summary>Finds where a message ends for git: before a divider, a scissors line, and trailing comments, blank lines or conflict lists.</summary>
internal static class MessageEnd
{
    private const string Scissors = "\n# ------------------------ >8 ------------------------\n";
    private const string Conflicts = "Conflicts:\n";

    public static int Find(ReadOnlySpan<char> text, bool divider)
    {
        int end = divider ? DividerStart(text) : text.Length;
        int cut = ScissorsStart(text, end);
        int trailing = TrailingStart(text, cut);
        return trailing > 0 ? trailing : cut;
    }

    private static int DividerStart(ReadOnlySpan<char> text)
    {
        for (int start = 0; start < text.Length; start = TrailerLine.End(text, start))
        {
            ReadOnlySpan<char> rest = text[start..];
            if (rest.StartsWith("---", StringComparison.Ordinal) && (rest.Length == 3 || TrailerLine.IsSpace(rest[3])))
                return start;
        }

        return text.Length;
    }

    private static int ScissorsStart(ReadOnlySpan<char> text, int end)
    {
        if (text.StartsWith(Scissors.AsSpan(1), StringComparison.Ordinal))
            return 0;

        // Git 2.39 never ends when the scissors stand behind a divider; here the divider has ended the message.
        int scissors = text[..end].IndexOf(Scissors, StringComparison.Ordinal);
        return scissors < 0 ? end : scissors + 1;
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
