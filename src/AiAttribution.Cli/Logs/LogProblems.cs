namespace AiAttribution.Cli.Logs;

/// <summary>What could not be read in one file, as counts and sentences that quote nothing of it.</summary>
internal sealed class LogProblems
{
    private readonly List<string> _sentences = [];

    public int BadLines { get; set; }

    public int LongLines { get; set; }

    /// <summary>Whether the log ends before its end: it was cut off or damaged.</summary>
    public bool IsCut { get; set; }

    /// <summary>Whether the log ends within a line.</summary>
    public bool IsTorn { get; set; }

    /// <summary>Counts that can be none.</summary>
    public int OddCounts { get; set; }

    /// <summary>Whether something of the log was left out that may have held tokens.</summary>
    public bool HasLoss => IsCut || IsTorn || BadLines + LongLines > 0;

    public IReadOnlyList<string> Sentences
    {
        get
        {
            List<string> all = [.. _sentences];
            if (BadLines > 0)
                all.Add($"{BadLines} line(s) are not JSON and were left out");
            if (IsTorn && !IsCut)
                all.Add("the last line is cut off and was left out: the agent was writing it, or was stopped while it did");
            if (LongLines > 0)
                all.Add($"{LongLines} line(s) are longer than {JsonLines.MostBytes >> 20} MiB and were left out");
            if (OddCounts > 0)
                all.Add($"{OddCounts} count(s) of tokens can be none: negative, no whole number, larger than any log can hold, or a part larger than its whole; they were left out, and the session is no longer exact");
            return all;
        }
    }

    /// <summary>Notes what a buffer could not give.</summary>
    public void Add(LineBuffer buffer)
    {
        LongLines += buffer.Skipped;
        if (buffer.IsUtf16)
            Add("it is UTF-16, which agents do not write: make it UTF-8 again");
    }

    public void Add(string sentence)
    {
        if (!_sentences.Contains(sentence))
            _sentences.Add(sentence);
    }
}

/// <summary>A log that cannot be read as a whole; the message says why and the way out.</summary>
internal sealed class UnreadableLogException(string message) : Exception(message);
