namespace AiAttribution.Core.Attribution.Diff;

/// <summary>
/// Finds the point where a forward and a backward search through a box meet. When that gets too dear it settles for a point on a long equal run,
/// or for the furthest point reached. The bounds are git's: another choice here gives other, equally valid hunks.
/// </summary>
internal sealed class MiddlePoint
{
    private const int LongRun = 20;
    private const int HeuristicFromCost = 256;
    private const int WorthFactor = 4;
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

    private Division? AfterLongRun(int cost, int forwardMiddle, int backwardMiddle)
    {
        Division? found = null;
        int best = WorthFactor * cost;
        for (int diagonal = _forwardHigh; diagonal >= _forwardLow; diagonal -= 2)
        {
            int old = _forward[_zero + diagonal];
            int now = old - diagonal;
            int worth = old - _box.OldStart + (now - _box.NewStart) - Math.Abs(diagonal - forwardMiddle);
            if (worth > best
                && _box.OldStart + LongRun <= old && old < _box.OldEnd
                && _box.NewStart + LongRun <= now && now < _box.NewEnd
                && EqualRun(old - LongRun, now - LongRun))
            {
                best = worth;
                found = new Division(old, now, true, false);
            }
        }

        if (found is not null)
            return found;

        for (int diagonal = _backwardHigh; diagonal >= _backwardLow; diagonal -= 2)
        {
            int old = _backward[_zero + diagonal];
            int now = old - diagonal;
            int worth = _box.OldEnd - old + (_box.NewEnd - now) - Math.Abs(diagonal - backwardMiddle);
            if (worth > best
                && _box.OldStart < old && old <= _box.OldEnd - LongRun
                && _box.NewStart < now && now <= _box.NewEnd - LongRun
                && EqualRun(old, now))
            {
                best = worth;
                found = new Division(old, now, false, true);
            }
        }

        return found;
    }

    private bool EqualRun(int old, int now) => _old.AsSpan(old, LongRun).SequenceEqual(_new.AsSpan(now, LongRun));

    private Division Furthest()
    {
        int forwardBest = -1;
        int forwardOld = -1;
        for (int diagonal = _forwardHigh; diagonal >= _forwardLow; diagonal -= 2)
        {
            int old = Math.Min(_forward[_zero + diagonal], _box.OldEnd);
            if (old - diagonal > _box.NewEnd)
                old = _box.NewEnd + diagonal;
            if (forwardBest < old + old - diagonal)
                (forwardBest, forwardOld) = (old + old - diagonal, old);
        }

        int backwardBest = Unreached;
        int backwardOld = Unreached;
        for (int diagonal = _backwardHigh; diagonal >= _backwardLow; diagonal -= 2)
        {
            int old = Math.Max(_box.OldStart, _backward[_zero + diagonal]);
            if (old - diagonal < _box.NewStart)
                old = _box.NewStart + diagonal;
            if (old + old - diagonal < backwardBest)
                (backwardBest, backwardOld) = (old + old - diagonal, old);
        }

        int forwardGain = forwardBest - (_box.OldStart + _box.NewStart);
        int backwardGain = _box.OldEnd + _box.NewEnd - backwardBest;
        return backwardGain < forwardGain
            ? new Division(forwardOld, forwardBest - forwardOld, true, false)
            : new Division(backwardOld, backwardBest - backwardOld, false, true);
    }
}
