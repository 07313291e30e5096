using System.Runtime.CompilerServices;

namespace AiAttribution.Core.Lines.Diff;

/// <summary>
/// Moves each group of changed lines to the place git gives it. A group can slide when the line before it equals its last line, or the line after it its first.
/// Groups that meet are merged; a group goes where it stands opposite a group of the other side, else where the indentation says a block begins.
/// </summary>
internal sealed class ChangeSlider
{
    private const int MostSliding = 100;

    private readonly ChangeGroup _group;
    private readonly ChangeGroup _opposite;
    private readonly DiffSide _side;

    private ChangeSlider(DiffSide side, DiffSide other)
    {
        _side = side;
        _group = new ChangeGroup(side);
        _opposite = new ChangeGroup(other);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Slide(DiffSide side, DiffSide other)
    {
        var slider = new ChangeSlider(side, other);
        do
        {
            if (!slider._group.IsEmpty)
                slider.Place();
        }
        while (slider._group.MoveNext() && slider._opposite.MoveNext());
    }

    private void Place()
    {
        int size;
        int earliestEnd;
        bool canAlign;
        do
        {
            size = _group.Size;
            while (_group.SlideUp())
                _opposite.MovePrevious();
            earliestEnd = _group.End;
            canAlign = !_opposite.IsEmpty;
            while (_group.SlideDown())
            {
                _opposite.MoveNext();
                canAlign |= !_opposite.IsEmpty;
            }
        }
        while (size != _group.Size);

        if (_group.End == earliestEnd)
            return;
        if (canAlign)
            AlignWithOpposite();
        else
            SlideUpTo(BestEnd(size, earliestEnd));
    }

    private void AlignWithOpposite()
    {
        while (_opposite.IsEmpty)
        {
            _group.SlideUp();
            _opposite.MovePrevious();
        }
    }

    private void SlideUpTo(int end)
    {
        while (_group.End > end)
        {
            _group.SlideUp();
            _opposite.MovePrevious();
        }
    }

    private int BestEnd(int size, int earliestEnd)
    {
        int end = Math.Max(earliestEnd, Math.Max(_group.End - size - 1, _group.End - MostSliding));
        int best = end;
        SplitScore bestScore = ScoreOf(end, size);
        for (end++; end <= _group.End; end++)
        {
            SplitScore score = ScoreOf(end, size);
            if (score.CompareTo(bestScore) <= 0)
                (best, bestScore) = (end, score);
        }

        return best;
    }

    private SplitScore ScoreOf(int end, int size) => SplitScore.At(_side, end) + SplitScore.At(_side, end - size);
}
