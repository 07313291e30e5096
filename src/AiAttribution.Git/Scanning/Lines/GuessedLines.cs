using AiAttribution.Core.Lines;
using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Which lines of an ignored commit were made from which lines of its parent.</summary>
internal static class GuessedLines
{
    /// <summary>Old line of each new line; -1 for none.</summary>
    public static int[] Of(LineText old, LineText now)
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
}
