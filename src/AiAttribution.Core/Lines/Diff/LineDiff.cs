using System.Runtime.CompilerServices;

namespace AiAttribution.Core.Lines.Diff;

/// <summary>
/// The difference of two texts, hunk for hunk as <c>git diff</c> and <c>git blame</c> see it: where several differences are equally short, git's choice is followed,
/// because the choice decides which commit a line belongs to.
/// </summary>
/// <remarks>
/// Steps: common tail cut off, equal ends trimmed, lines without a counterpart set aside, Myers' linear-space bisection (E. Myers, An O(ND) Difference Algorithm, 1986)
/// with git's cost bounds, then groups of changed lines slid to their place (indent heuristic). Loops over lines are optimised at their first call (AggressiveOptimization):
/// most scans run in a new process, where the runtime would optimise them when the scan is half over.
/// </remarks>
internal static class LineDiff
{
    /// <summary>Comparing allocates at most 256 KiB and this many bytes for each line of both texts, whatever they hold (a test holds it to that).</summary>
    public const int AllocatedBytesPerLine = 200;

    /// <summary>Changed regions in ascending order; empty when the texts are equal.</summary>
    public static IReadOnlyList<Hunk> Compare(LineText oldText, LineText newText)
    {
        (int oldCount, int newCount) = CommonTail.Trim(oldText, newText);
        var oldSide = new DiffSide(oldText, oldCount);
        var newSide = new DiffSide(newText, newCount);
        int prefix = CommonPrefix(oldSide, newSide);
        if (prefix == oldCount && prefix == newCount)
            return [];

        LineMatcher.Prepare(oldSide, newSide, prefix);
        new MyersBisection(oldSide, newSide).Run();
        ChangeSlider.Slide(oldSide, newSide);
        ChangeSlider.Slide(newSide, oldSide);
        return Hunks(oldSide, newSide);
    }

    private static int CommonPrefix(DiffSide oldSide, DiffSide newSide)
    {
        ReadOnlySpan<ulong> old = oldSide.Text.Hashes.AsSpan(0, oldSide.Count);
        return old.CommonPrefixLength(newSide.Text.Hashes.AsSpan(0, newSide.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<Hunk> Hunks(DiffSide oldSide, DiffSide newSide)
    {
        var hunks = new List<Hunk>();
        int oldLine = 0;
        int newLine = 0;
        while (oldLine < oldSide.Count || newLine < newSide.Count)
        {
            int oldStart = oldLine;
            int newStart = newLine;
            while (oldSide.IsChanged(oldLine))
                oldLine++;
            while (newSide.IsChanged(newLine))
                newLine++;
            if (oldLine > oldStart || newLine > newStart)
                hunks.Add(new Hunk(oldStart, oldLine - oldStart, newStart, newLine - newStart));
            oldLine++;
            newLine++;
        }

        return hunks;
    }
}
