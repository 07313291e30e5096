namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Lines of one file while its report is read. A line may be named several times: under its method, its class, a lambda's class, a state machine's.</summary>
internal sealed class MeasuredLines
{
    /// <summary>No source file is longer; a report that says so is not to be believed.</summary>
    public const int Most = 1_000_000;

    /// <summary>A statement that spans more lines is none.</summary>
    private const int MostOfStatement = 5_000;

    private readonly Dictionary<int, long> _hits = [];
    private readonly HashSet<int> _partial = [];

    public IReadOnlyDictionary<int, long> Hits => _hits;

    /// <summary>Lines that are partial and were executed at all.</summary>
    public IReadOnlySet<int> Partial => _partial.Where(line => _hits.GetValueOrDefault(line) > 0).ToHashSet();

    public SourceChecksum? Checksum { get; set; }

    /// <summary>Adds what was seen of a line; the most hits count. Numbers that are no line are passed over.</summary>
    public void Add(int line, long hits, bool partial = false)
    {
        if (line is < 1 or > Most)
            return;
        _hits[line] = Math.Max(_hits.GetValueOrDefault(line), hits);
        if (partial)
            _partial.Add(line);
    }

    /// <summary>Adds what was seen of a statement, from its first line to its last. Numbers that are no statement's are passed over.</summary>
    public void AddStatement(int first, int last, long hits, bool partial)
    {
        if (first < 0 || last > Most || last - first >= MostOfStatement)
            return;
        for (int line = first; line <= last; line++)
            Add(line, hits, partial);
    }

    /// <summary>Adds a branch: a line with one that was never taken is partial.</summary>
    public void AddBranch(int line, bool taken)
    {
        if (!taken)
            _partial.Add(line);
    }
}
