using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Core.Tests;

/// <summary>Where the lines of an older text are in the text of now.</summary>
internal sealed class LineMap
{
    private readonly int[] _now;

    private LineMap(int[] now, IReadOnlySet<int> changed)
    {
        _now = now;
        Changed = changed;
    }

    /// <summary>Lines of the text of now, 1-based, that are new or changed, and those on both sides of a deletion: what they belong to is not what was measured.</summary>
    public IReadOnlySet<int> Changed { get; }

    /// <summary>Compares two texts; line ends and byte order marks are no difference.</summary>
    public static LineMap Between(byte[] old, byte[] now)
    {
        LineText oldText = LineText.Cut(TextVariants.Plain(old));
        LineText nowText = LineText.Cut(TextVariants.Plain(now));
        IReadOnlyList<Hunk> hunks = LineDiff.Compare(oldText, nowText);
        return new LineMap(Pairs(oldText.Count, hunks), ChangedLines(nowText.Count, hunks));
    }

    /// <summary>The line's number now; 0 when it is gone or changed.</summary>
    public int Now(int oldLine) => oldLine >= 1 && oldLine <= _now.Length ? _now[oldLine - 1] : 0;

    private static int[] Pairs(int oldCount, IReadOnlyList<Hunk> hunks)
    {
        int[] now = new int[oldCount];
        int shift = 1;
        int line = 0;
        foreach (Hunk hunk in hunks)
        {
            for (; line < hunk.OldStart; line++)
                now[line] = line + shift;
            line = hunk.OldStart + hunk.OldCount;
            shift += hunk.NewCount - hunk.OldCount;
        }

        for (; line < oldCount; line++)
            now[line] = line + shift;
        return now;
    }

    private static HashSet<int> ChangedLines(int count, IReadOnlyList<Hunk> hunks)
    {
        var changed = new HashSet<int>();
        foreach (Hunk hunk in hunks)
        {
            int first = hunk.NewCount > 0 ? hunk.NewStart + 1 : hunk.NewStart;
            int last = hunk.NewStart + Math.Max(hunk.NewCount, 1);
            for (int line = Math.Max(first, 1); line <= Math.Min(last, count); line++)
                changed.Add(line);
        }

        return changed;
    }
}
