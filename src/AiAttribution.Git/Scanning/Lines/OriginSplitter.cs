namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Parts the lines of a version into those with a known origin in an older one and the rest.</summary>
internal static class OriginSplitter
{
    /// <param name="segments">Segments of the newer version.</param>
    /// <param name="origins">Line of the older version for each line of the newer one; -1 for none.</param>
    public static (List<LineSegment> Passed, List<LineSegment> Kept) Split(List<LineSegment> segments, int[] origins)
    {
        var passed = new List<LineSegment>();
        var kept = new List<LineSegment>();
        foreach (LineSegment segment in segments)
        {
            int line = segment.Line;
            while (line < segment.End)
            {
                int end = line + 1;
                while (end < segment.End && Continues(origins, line, end))
                    end++;
                if (origins[line] < 0)
                    kept.Add(segment.Part(line, end));
                else
                    passed.Add(segment.Part(line, end, origins[line] - line));
                line = end;
            }
        }

        return (passed, kept);
    }

    private static bool Continues(int[] origins, int first, int line) =>
        origins[first] < 0 ? origins[line] < 0 : origins[line] == origins[first] + (line - first);
}
