namespace AiAttribution.Core.Evidence.Notes;

/// <summary>What a note is by its text, in whatever reference it lies.</summary>
internal enum NoteForm
{
    /// <summary>Nothing that is known.</summary>
    Other,

    /// <summary>Paths and ranges of lines, as git-ai writes them.</summary>
    GitAi,

    /// <summary>Shares of files, as Qwen Code writes them.</summary>
    FileShares,

    /// <summary>Lines in JSON, as Agent Blame and whogitit write them.</summary>
    Lines,

    /// <summary>Statements in envelopes.</summary>
    Signed,
}

/// <summary>Tells forms of notes apart.</summary>
internal static class NoteForms
{
    // Metadata may be megabytes; what tells the form stands at its start.
    private const int Head = 4096;

    /// <summary>The form of a text.</summary>
    public static NoteForm Of(ReadOnlySpan<byte> note)
    {
        if (note.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            return IsEnvelope(note) ? NoteForm.Signed
                : note.IndexOf("\"generator\""u8) >= 0 && note.IndexOf("\"files\""u8) >= 0 ? NoteForm.FileShares
                : LineNote.Is(note) ? NoteForm.Lines
                : NoteForm.Other;
        return IsGitAi(note) ? NoteForm.GitAi : NoteForm.Other;
    }

    /// <summary>
    /// Whether a reference is one of those in which tools say what AI did. A note there that cannot be read leaves the lines of its commit unknown; elsewhere it is about something else.
    /// </summary>
    public static bool IsAboutAi(string reference)
    {
        const string folder = "refs/notes/";
        string name = reference.StartsWith(folder, StringComparison.Ordinal) ? reference[folder.Length..] : reference;

        // Sums over a repository, which are put on some commit of it.
        if (name.EndsWith("-analytics", StringComparison.Ordinal))
            return false;
        return name.StartsWith("ai", StringComparison.Ordinal) || name.Contains("agent", StringComparison.Ordinal) || name.Contains("whogitit", StringComparison.Ordinal);
    }

    private static bool IsEnvelope(ReadOnlySpan<byte> note) =>
        note.IndexOf("\"signatures\""u8) >= 0 && (note.IndexOf("\"payloadType\""u8) >= 0 || note.IndexOf("\"payload_type\""u8) >= 0);

    /// <summary>Indented keys with ranges and a divider, or metadata that names the schema; text of people may have either alone.</summary>
    private static bool IsGitAi(ReadOnlySpan<byte> note)
    {
        // A note of a commit without AI has no lines above the divider.
        if (note.StartsWith("---\n{"u8))
            return true;
        bool entry = false;
        bool divider = false;
        while (!note.IsEmpty)
        {
            int end = note.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? note : note[..end]).TrimEnd((byte)'\r');
            note = end < 0 ? [] : note[(end + 1)..];
            if (line.SequenceEqual("---"u8))
            {
                if (entry || note[..Math.Min(note.Length, Head)].IndexOf("\"authorship/"u8) >= 0)
                    return true;
                divider = true;
            }
            else if (IsEntry(line))
            {
                if (divider || IsKey(line))
                    return true;
                entry = true;
            }
        }

        return false;
    }

    private static bool IsEntry(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("  "u8))
            return false;
        line = line.Trim((byte)' ');
        int gap = line.IndexOf((byte)' ');
        return gap > 0 && line[(gap + 1)..] is { Length: > 0 } ranges && ranges.IndexOfAnyExcept("0123456789,-"u8) < 0;
    }

    /// <summary>Whether an entry has the key of a session and its trace, which nobody writes by hand.</summary>
    private static bool IsKey(ReadOnlySpan<byte> line) => line.TrimStart((byte)' ').StartsWith("s_"u8) && line.IndexOf("::t_"u8) > 0;
}
