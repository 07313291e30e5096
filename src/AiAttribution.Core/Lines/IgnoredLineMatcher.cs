using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Core.Lines;

/// <summary>
/// Finds, for lines that an ignored commit changed, the lines of the parent they were made from, as <c>git blame --ignore-rev</c> does:
/// within a hunk by <see cref="HunkMatcher"/>, else the most similar line of the whole file.
/// </summary>
internal sealed class IgnoredLineMatcher
{
    private const int LeastSimilarity = 10;

    private readonly LineFingerprint[] _old;
    private readonly LineFingerprint[] _new;

    /// <summary>Compares the parent's text with the ignored commit's.</summary>
    public IgnoredLineMatcher(LineText oldText, LineText newText)
    {
        _old = Fingerprints(oldText);
        _new = Fingerprints(newText);
    }

    /// <summary>For each new line of a hunk the old line (0-based) it was made from; -1 when there is none. Hunks must be asked for in order.</summary>
    public int[] Match(Hunk hunk)
    {
        int[] matches = hunk.OldCount > 0
            ? new HunkMatcher(_old, _new, hunk).Run()
            : [.. Enumerable.Repeat(-1, hunk.NewCount)];
        for (int i = 0; i < matches.Length; i++)
        {
            if (matches[i] < 0)
                matches[i] = MostSimilar(hunk.NewStart + i);
        }

        return matches;
    }

    private int MostSimilar(int line)
    {
        int best = LeastSimilarity;
        int found = -1;
        for (int i = 0; i < _old.Length; i++)
        {
            int similarity = _new[line].Similarity(_old[i]);
            if (similarity < best || (similarity == best && found != -1 && Math.Abs(found - line) < Math.Abs(i - line)))
                continue;
            best = similarity;
            found = i;
        }

        return found;
    }

    private static LineFingerprint[] Fingerprints(LineText text)
    {
        var fingerprints = new LineFingerprint[text.Count];
        for (int i = 0; i < fingerprints.Length; i++)
            fingerprints[i] = LineFingerprint.Of(text.Line(i));
        return fingerprints;
    }
}
