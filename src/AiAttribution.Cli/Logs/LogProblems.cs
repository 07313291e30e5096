namespace AiAttribution.Cli.Logs;

/// <summary>What could not be read in one file, as counts and sentences that quote nothing of it.</summary>
internal sealed class LogProblems
{
    private readonly List<string> _sentences = [];

    public int BadLines { get; set; }

    public int LongLines { get; set; }

    public IReadOnlyList<string> Sentences
    {
        get
        {
            List<string> all = [.. _sentences];
            if (BadLines > 0)
                all.Add($"{BadLines} line(s) are not JSON and were left out");
            if (LongLines > 0)
                all.Add($"{LongLines} line(s) are longer than {JsonLines.MostBytes >> 20} MiB and were left out");
            return all;
        }
    }

    public void Add(string sentence)
    {
        if (!_sentences.Contains(sentence))
            _sentences.Add(sentence);
    }
}

/// <summary>A log that cannot be read as a whole; the message says why and the way out.</summary>
internal sealed class UnreadableLogException(string message) : Exception(message);
