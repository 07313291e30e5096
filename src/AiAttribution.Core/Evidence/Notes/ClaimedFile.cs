namespace AiAttribution.Core.Evidence.Notes;

/// <summary>Lines that a note's key claims, in the order of the note.</summary>
internal readonly record struct Claim(int First, int Last, string Key);

/// <summary>A file of a note as written: entries unsorted and overlapping.</summary>
internal sealed record ClaimedFile(string Path, List<Claim> Claims)
{
    /// <summary>Gives every line to the last entry that claims it, which is git-ai's rule.</summary>
    public AttestedFile Resolve(NoteMetadata metadata)
    {
        var ranges = new List<AttestedRange>();
        List<int> order = Enumerable.Range(0, Claims.Count).OrderBy(i => Claims[i].First).ToList();
        var open = new PriorityQueue<int, int>();
        int next = 0;
        int line = 1;
        while (next < order.Count || open.Count > 0)
        {
            if (open.Count == 0)
                line = Math.Max(line, Claims[order[next]].First);
            for (; next < order.Count && Claims[order[next]].First <= line; next++)
                open.Enqueue(order[next], -order[next]);

            Claim winner = Claims[open.Peek()];
            if (winner.Last < line)
            {
                open.Dequeue();
                continue;
            }

            int last = next < order.Count ? Math.Min(winner.Last, Claims[order[next]].First - 1) : winner.Last;
            Append(ranges, new AttestedRange(line, last, metadata.Statement(winner.Key)));
            line = last + 1;
        }

        return new AttestedFile(Path, ranges);
    }

    private static void Append(List<AttestedRange> ranges, AttestedRange range)
    {
        if (ranges.Count > 0 && ranges[^1] is var before && before.Last + 1 == range.First && before.Ai == range.Ai)
            ranges[^1] = before with { Last = range.Last };
        else
            ranges.Add(range);
    }
}
