using System.Runtime.CompilerServices;

namespace AiAttribution.Core.Lines.Diff;

/// <summary>
/// Finds the point where a forward and a backward search through a box meet. When that gets too dear it settles for a point on a long equal run,
/// or for the furthest point reached. The bounds are git's: another choice here gives other, equally valid hunks.
/// </summary>
internal sealed partial class MiddlePoint
{
    private const int LongRun = 20;
    private const int HeuristicFromCost = 256;
    private const int LeastCostBound = 256;
    private const int Unreached = int.MaxValue;

    private readonly int[] _old;
    private readonly int[] _new;
    private readonly int[] _forward;
    private readonly int[] _backward;
    private readonly int _zero;
    private readonly int _costBound;

    // The search front: diagonals (old - new) reached so far in each direction.
    private Box _box;
    private int _forwardLow;
    private int _forwardHigh;
    private int _backwardLow;
    private int _backwardHigh;

    public MiddlePoint(int[] oldClasses, int[] newClasses)
    {
        _old = oldClasses;
        _new = newClasses;
        int diagonals = oldClasses.Length + newClasses.Length + 3;
        _forward = new int[diagonals + 1];
        _backward = new int[diagonals + 1];
        _zero = newClasses.Length + 1;
        _costBound = Math.Max(LineMatcher.PowerOfTwoRoot(diagonals), LeastCostBound);
    }

    public Division Find(Box box, bool minimal)
    {
        _box = box;
        int forwardMiddle = box.OldStart - box.NewStart;
        int backwardMiddle = box.OldEnd - box.NewEnd;
        bool odd = ((forwardMiddle - backwardMiddle) & 1) != 0;
        _forwardLow = _forwardHigh = forwardMiddle;
        _backwardLow = _backwardHigh = backwardMiddle;
        _forward[_zero + forwardMiddle] = box.OldStart;
        _backward[_zero + backwardMiddle] = box.OldEnd;

        for (int cost = 1; ; cost++)
        {
            bool longRun = false;
            if (StepForward(odd, ref longRun) is { } meeting)
                return meeting;
            if (StepBackward(odd, ref longRun) is { } meetingBack)
                return meetingBack;
            if (minimal)
                continue;
            if (longRun && cost > HeuristicFromCost && AfterLongRun(cost, forwardMiddle, backwardMiddle) is { } good)
                return good;
            if (cost >= _costBound)
                return Furthest();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Division? StepForward(bool odd, ref bool longRun)
    {
        int lowest = _box.OldStart - _box.NewEnd;
        int highest = _box.OldEnd - _box.NewStart;
        if (_forwardLow > lowest)
            _forward[_zero + --_forwardLow - 1] = -1;
        else
            _forwardLow++;
        if (_forwardHigh < highest)
            _forward[_zero + ++_forwardHigh + 1] = -1;
        else
            _forwardHigh--;

        for (int diagonal = _forwardHigh; diagonal >= _forwardLow; diagonal -= 2)
        {
            int below = _forward[_zero + diagonal - 1];
            int above = _forward[_zero + diagonal + 1];
            int old = below >= above ? below + 1 : above;
            int start = old;
            int now = old - diagonal;
            while (old < _box.OldEnd && now < _box.NewEnd && _old[old] == _new[now])
            {
                old++;
                now++;
            }

            longRun |= old - start > LongRun;
            _forward[_zero + diagonal] = old;
            if (odd && _backwardLow <= diagonal && diagonal <= _backwardHigh && _backward[_zero + diagonal] <= old)
                return new Division(old, now, true, true);
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Division? StepBackward(bool odd, ref bool longRun)
    {
        int lowest = _box.OldStart - _box.NewEnd;
        int highest = _box.OldEnd - _box.NewStart;
        if (_backwardLow > lowest)
            _backward[_zero + --_backwardLow - 1] = Unreached;
        else
            _backwardLow++;
        if (_backwardHigh < highest)
            _backward[_zero + ++_backwardHigh + 1] = Unreached;
        else
            _backwardHigh--;

        for (int diagonal = _backwardHigh; diagonal >= _backwardLow; diagonal -= 2)
        {
            int below = _backward[_zero + diagonal - 1];
            int above = _backward[_zero + diagonal + 1];
            int old = below < above ? below : above - 1;
            int start = old;
            int now = old - diagonal;
            while (old > _box.OldStart && now > _box.NewStart && _old[old - 1] == _new[now - 1])
            {
                old--;
                now--;
            }

            longRun |= start - old > LongRun;
            _backward[_zero + diagonal] = old;
            if (!odd && _forwardLow <= diagonal && diagonal <= _forwardHigh && old <= _forward[_zero + diagonal])
                return new Division(old, now, true, true);
        }

        return null;
    }
}
