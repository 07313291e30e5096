using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Parts the lines of a version into those that stood in an older one and those that did not.</summary>
internal static class HunkSplitter
{
    /// <param name="segments">Segments of the newer version, ascending; they may overlap.</param>
    /// <param name="hunks">Difference from the older to the newer version.</param>
    public static (List<LineSegment> Passed, List<LineSegment> Kept) Split(List<LineSegment> segments, IReadOnlyList<Hunk> hunks)
    {
        var passed = new List<LineSegment>(segments.Count);
        var kept = new List<LineSegment>();
        int first = 0;
        foreach (LineSegment segment in segments)
        {
            while (first < hunks.Count && hunks[first].NewStart + hunks[first].NewCount <= segment.Line)
                first++;
            Split(segment, hunks, first, passed, kept);
        }

        return (passed, kept);
    }

    private static void Split(LineSegment segment, IReadOnlyList<Hunk> hunks, int first, List<LineSegment> passed, List<LineSegment> kept)
    {
        int line = segment.Line;
        int shift = first == 0 ? 0 : ShiftAfter(hunks[first - 1]);
        for (int i = first; line < segment.End; i++)
        {
            int changed = i < hunks.Count ? Math.Min(hunks[i].NewStart, segment.End) : segment.End;
            if (changed > line)
                passed.Add(segment.Part(line, changed, shift));
            line = Math.Max(line, changed);
            if (i >= hunks.Count)
                break;
            int after = Math.Min(hunks[i].NewStart + hunks[i].NewCount, segment.End);
            if (after > line)
                kept.Add(segment.Part(line, after));
            line = Math.Max(line, after);
            shift = ShiftAfter(hunks[i]);
        }
    }

    /// <summary>What to add to a line number of the newer text behind a hunk to get the older one's.</summary>
    private static int ShiftAfter(Hunk hunk) => hunk.OldStart + hunk.OldCount - (hunk.NewStart + hunk.NewCount);
}
