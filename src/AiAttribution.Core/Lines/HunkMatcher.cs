using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Core.Lines;

/// <summary>
/// Matches the new lines of a hunk with its old ones: the most certain pair first, then what lies before it and behind it, so that matches never cross.
/// Follows git's procedure, whose order of choices decides the result.
/// </summary>
internal sealed class HunkMatcher
{
    private const int Distance = 10;
    private const int DistanceScale = 1000;
    private const int NotCalculated = -1;
    private const int NothingMatches = -2;
    private const int NoSimilarity = -1;

    private readonly LineFingerprint[] _old;
    private readonly LineFingerprint[] _new;
    private readonly Hunk _hunk;
    private readonly int _reachOld;
    private readonly int _reachNew;
    private readonly int[] _similarities;
    private readonly int[] _certainties;
    private readonly int[] _secondBest;
    private readonly int[] _best;

    public HunkMatcher(LineFingerprint[] oldLines, LineFingerprint[] newLines, Hunk hunk)
    {
        _old = oldLines;
        _new = newLines;
        _hunk = hunk;
        _reachOld = Math.Min(Distance, hunk.OldCount - 1);
        _reachNew = ((2 * _reachOld + 1) * hunk.NewCount - 1) / hunk.OldCount;
        _similarities = Filled(hunk.NewCount * (2 * _reachOld + 1), NoSimilarity);
        _certainties = Filled(hunk.NewCount, NotCalculated);
        _secondBest = Filled(hunk.NewCount, -1);
        _best = Filled(hunk.NewCount, -1);
    }

    public int[] Run()
    {
        var ranges = new Stack<(int OldStart, int OldEnd, int NewStart, int NewEnd)>();
        ranges.Push((_hunk.OldStart, _hunk.OldStart + _hunk.OldCount, 0, _hunk.NewCount));
        while (ranges.TryPop(out (int OldStart, int OldEnd, int NewStart, int NewEnd) range))
        {
            int line = MostCertain(range);
            if (line < 0)
                continue;
            int match = _best[line];
            _old[match].Subtract(_new[_hunk.NewStart + line]);
            Invalidate(line, match, range.NewStart, range.NewEnd);
            if (line + 1 < range.NewEnd)
                ranges.Push((match, range.OldEnd, line + 1, range.NewEnd));
            if (line > range.NewStart)
                ranges.Push((range.OldStart, match + 1, range.NewStart, line));
        }

        return _best;
    }

    private int MostCertain((int OldStart, int OldEnd, int NewStart, int NewEnd) range)
    {
        int certainty = -1;
        int found = -1;
        for (int line = range.NewStart; line < range.NewEnd; line++)
        {
            if (_certainties[line] == NotCalculated)
                Calculate(line, range.OldStart, range.OldEnd);
            if (_certainties[line] > certainty)
                (certainty, found) = (_certainties[line], line);
        }

        return found;
    }

    private void Calculate(int line, int oldStart, int oldEnd)
    {
        int closest = Closest(line);
        (int Similarity, int Line) best = (0, oldStart);
        (int Similarity, int Line) second = (0, oldStart);
        int end = Math.Min(closest + _reachOld + 1, oldEnd);
        for (int old = Math.Max(closest - _reachOld, oldStart); old < end; old++)
        {
            int similarity = Similarity(line, old, closest);
            if (similarity > best.Similarity)
                (second, best) = (best, (similarity, old));
            else if (similarity > second.Similarity)
                second = (similarity, old);
        }

        if (best.Similarity == 0)
        {
            _certainties[line] = NothingMatches;
            _best[line] = -1;
            return;
        }

        // A line that matches two lines well is less certain, but still before one that matches a single line poorly.
        _certainties[line] = best.Similarity * 2 - second.Similarity;
        _best[line] = best.Line;
        _secondBest[line] = second.Line;
    }

    private int Similarity(int line, int old, int closest)
    {
        ref int similarity = ref SimilarityAt(line, old, closest);
        if (similarity == NoSimilarity)
            similarity = _new[_hunk.NewStart + line].Similarity(_old[old]) * (DistanceScale - Math.Abs(old - closest));
        return similarity;
    }

    private ref int SimilarityAt(int line, int old, int closest) =>
        ref _similarities[old - closest + _reachOld + line * (2 * _reachOld + 1)];

    /// <summary>Forgets what the choice of a pair may have changed: similarities with the line that was used, and matches that would cross the pair.</summary>
    private void Invalidate(int line, int match, int newStart, int newEnd)
    {
        int start = Math.Max(line - _reachNew, newStart);
        int end = Math.Min(line + _reachNew + 1, newEnd);
        for (int i = start; i < end; i++)
        {
            int closest = Closest(i);
            if (Math.Abs(match - closest) <= _reachOld)
                SimilarityAt(i, match, closest) = NoSimilarity;
            bool crosses = i < line
                ? _best[i] >= match || _secondBest[i] >= match
                : i > line && (_best[i] <= match || _secondBest[i] <= match);
            if (_certainties[i] >= 0 && crosses)
                _certainties[i] = NotCalculated;
        }
    }

    private int Closest(int line) => (line * 2 + 1) * _hunk.OldCount / (_hunk.NewCount * 2) + _hunk.OldStart;

    private static int[] Filled(int length, int value)
    {
        var array = new int[length];
        Array.Fill(array, value);
        return array;
    }
}
