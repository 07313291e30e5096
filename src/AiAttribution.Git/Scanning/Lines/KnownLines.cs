using AiAttribution.Core.Lines;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Ends the flow of lines at a file that an earlier scan has attributed.</summary>
internal static class KnownLines
{
    /// <param name="segments">Lines that reached the file, in its own line numbers.</param>
    /// <param name="file">Attribution of the file.</param>
    /// <param name="sources">Sources its runs refer to.</param>
    /// <param name="commits">Index in this walk by full id.</param>
    /// <param name="origins">Where the origins go, by file of the group.</param>
    public static void Settle(
        List<LineSegment> segments,
        FileAttribution file,
        IReadOnlyList<LineSource> sources,
        IReadOnlyDictionary<string, int> commits,
        List<LineOrigin>[] origins)
    {
        segments.Sort((a, b) => a.Line.CompareTo(b.Line));
        int first = 0;
        foreach (LineSegment segment in segments)
        {
            while (first < file.Runs.Count && file.Runs[first].Last <= segment.Line)
                first++;
            for (int i = first; i < file.Runs.Count && file.Runs[i].First - 1 < segment.End; i++)
            {
                LineRun run = file.Runs[i];
                int start = Math.Max(run.First - 1, segment.Line);
                int end = Math.Min(run.Last, segment.End);
                origins[segment.File].Add(Origin(segment.Part(start, end), run, start - (run.First - 1), sources, commits));
            }
        }
    }

    private static LineOrigin Origin(LineSegment part, LineRun run, int offset, IReadOnlyList<LineSource> sources, IReadOnlyDictionary<string, int> commits)
    {
        if (run.Source < 0)
            return new LineOrigin(part.HeadLine, part.Count, run.State == LineState.Other ? LineOrigin.NotFollowed : LineOrigin.Unreadable, "", 0);
        LineSource source = sources[run.Source];
        return new LineOrigin(part.HeadLine, part.Count, commits[source.Commit], source.Path, run.OriginLine - 1 + offset);
    }
}
