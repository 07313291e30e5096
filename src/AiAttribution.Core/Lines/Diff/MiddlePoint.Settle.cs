namespace AiAttribution.Core.Lines.Diff;

/// <content>Where the search settles when going on to the meeting point gets too dear.</content>
internal sealed partial class MiddlePoint
{
    private const int WorthFactor = 4;

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
