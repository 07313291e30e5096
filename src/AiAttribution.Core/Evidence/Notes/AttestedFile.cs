namespace AiAttribution.Core.Evidence.Notes;

/// <summary>What a git-ai note says of one file.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>, as the note writes it.</param>
/// <param name="Ranges">Ranges in order of lines, not overlapping; where entries of the note overlap, the last one won.</param>
internal sealed record AttestedFile(string Path, IReadOnlyList<AttestedRange> Ranges)
{
    /// <summary>Ranges of two notes on the same file of the same commit: the first decides where both name a line.</summary>
    public static IReadOnlyList<AttestedRange> Unite(IReadOnlyList<AttestedRange> first, IReadOnlyList<AttestedRange> second)
    {
        var ranges = new List<AttestedRange>(first);
        int next = 0;
        foreach (AttestedRange added in second)
        {
            int start = added.First;
            while (next < first.Count && first[next].Last < start)
                next++;
            for (int i = next; i < first.Count && first[i].First <= added.Last && start <= added.Last; i++)
            {
                if (first[i].First > start)
                    ranges.Add(added with { First = start, Last = first[i].First - 1 });
                start = first[i].Last + 1;
            }

            if (start <= added.Last)
                ranges.Add(added with { First = start });
        }

        ranges.Sort((a, b) => a.First.CompareTo(b.First));
        return ranges;
    }
}

/// <summary>Consecutive lines that one key of a note claims. They are lines of the annotated commit's version of the file, and often lines which that commit did not add.</summary>
/// <param name="First">First line, 1-based.</param>
/// <param name="Last">Last line, 1-based, inclusive.</param>
/// <param name="Ai">The statement; null for the key of a human: the note says that no AI wrote them.</param>
internal readonly record struct AttestedRange(int First, int Last, EvidenceStatement? Ai);
