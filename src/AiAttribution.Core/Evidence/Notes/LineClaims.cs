namespace AiAttribution.Core.Evidence.Notes;

/// <summary>Gathers lines that a note names, in any order, by file.</summary>
/// <param name="most">How many are read.</param>
internal sealed class LineClaims(int most)
{
    private readonly Dictionary<string, List<AttestedRange>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Files of which something could not be read, or of which the note does not know it.</summary>
    public IReadOnlySet<string> Open => _open;

    /// <summary>Whether that may be of any file.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The first thing that could not be read; null without one.</summary>
    public string? Problem { get; private set; }

    /// <summary>Adds lines.</summary>
    /// <param name="path">Their file; null when the note names none.</param>
    /// <param name="first">First line, 1-based.</param>
    /// <param name="last">Last line, inclusive.</param>
    /// <param name="ai">The statement; null when the note says that no AI wrote them.</param>
    public void Add(string? path, long first, long last, EvidenceStatement? ai)
    {
        if (path is null || AttestationReader.IsOutside(path))
        {
            IsCut |= path is null;
            Problem ??= path is null ? "lines without a path" : "a path outside the repository was left out";
        }
        else if (first < 1 || last < first || last >= int.MaxValue)
        {
            _open.Add(path);
            Problem ??= "a range of it is none";
        }
        else if (++_count > most)
        {
            IsCut = true;
            Problem ??= $"it names more than {most} lines or ranges";
        }
        else
        {
            if (!_files.TryGetValue(path, out List<AttestedRange>? ranges))
                _files.Add(path, ranges = []);
            ranges.Add(new AttestedRange((int)first, (int)last, ai));
        }
    }

    /// <summary>Says that of some line of a file nothing is known.</summary>
    public void Leave(string? path)
    {
        if (path is null)
            IsCut = true;
        else
            _open.Add(path);
    }

    /// <summary>All files; where two ranges name a line, that which starts first decides, and of two that start together the one that is AI.</summary>
    public IReadOnlyList<AttestedFile> Files() => [.. _files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new AttestedFile(file.Key, Ordered(file.Value)))];

    private static List<AttestedRange> Ordered(List<AttestedRange> claims)
    {
        var ranges = new List<AttestedRange>();
        foreach (AttestedRange claim in claims.OrderBy(range => range.First).ThenBy(range => range.Ai is null))
        {
            AttestedRange? before = ranges.Count > 0 ? ranges[^1] : null;
            int first = Math.Max(claim.First, (before?.Last ?? 0) + 1);
            if (first > claim.Last)
                continue;
            if (before is { } held && held.Last + 1 == first && held.Ai == claim.Ai)
                ranges[^1] = held with { Last = claim.Last };
            else
                ranges.Add(claim with { First = first });
        }

        return ranges;
    }
}
