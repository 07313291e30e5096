using AiAttribution.Core.Attribution.Diff;
using AiAttribution.Core.Attribution.Ignored;

namespace AiAttribution.Git.Scanning;

/// <summary>Parts the lines that an ignored commit changed into those that were made from a line of the older version and those that were not.</summary>
internal static class GuessSplitter
{
    public static (List<LineSegment> Passed, List<LineSegment> Kept) Split(List<LineSegment> segments, LineText old, LineText now)
    {
        int[] origins = Origins(old, now);
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

    /// <summary>Old line of each new line; -1 for none.</summary>
    private static int[] Origins(LineText old, LineText now)
    {
        var matcher = new IgnoredLineMatcher(old, now);
        var origins = new int[now.Count];
        int line = 0;
        int shift = 0;
        foreach (Hunk hunk in LineDiff.Compare(old, now))
        {
            for (; line < hunk.NewStart; line++)
                origins[line] = line + shift;
            matcher.Match(hunk).CopyTo(origins, line);
            line = hunk.NewStart + hunk.NewCount;
            shift = hunk.OldStart + hunk.OldCount - line;
        }

        for (; line < origins.Length; line++)
            origins[line] = line + shift;
        return origins;
    }

    private static bool Continues(int[] origins, int first, int line) =>
        origins[first] < 0 ? origins[line] < 0 : origins[line] == origins[first] + (line - first);
}
