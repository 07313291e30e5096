using AiAttribution.Core.Lines;

namespace AiAttribution.Core.Outcomes;

/// <summary>Tells which texts lasted, were taken away after they had, or may still.</summary>
/// <remarks>Reference: the definition and model of normalised deployments, N = 14 and H = 90 days.</remarks>
internal sealed class OutcomeCells
{
    /// <summary>N: so many days in production make a text last.</summary>
    public const int DaysToLast = 14;

    /// <summary>H: after so many days a text is old, and after as many away it is new again.</summary>
    public const int DaysToAge = 90;

    private readonly Dictionary<(string Type, int Week), OutcomeCell> _cells = [];
    private readonly int _baseline;
    private readonly int _now;
    private readonly int _lasts;
    private readonly Func<int, LineState> _state;
    private int _text = -1;

    private OutcomeCells(int baseline, int now, Func<int, LineState> state, int lasts) => (_baseline, _now, _state, _lasts) = (baseline, now, state, lasts);

    /// <summary>The cells of all weeks, by type and week.</summary>
    /// <param name="texts">What stood where.</param>
    /// <param name="baseline">Day of the first known deployment, whose texts earn nothing.</param>
    /// <param name="now">The last known day.</param>
    /// <param name="state">AI state of what somebody did, by number; of <see cref="TextSpan.Nobody"/> nobody is asked.</param>
    /// <param name="lasts">N: days that a line must run; others than the definition's are measured by benchmarks.</param>
    public static IReadOnlyDictionary<(string Type, int Week), OutcomeCell> Of(IEnumerable<TextHistory> texts, int baseline, int now, Func<int, LineState> state, int lasts = DaysToLast)
    {
        var cells = new OutcomeCells(baseline, now, state, lasts);
        foreach (TextHistory text in texts)
        {
            cells._text++;
            cells.AddLasting(text);
            cells.AddRemoved(text);
        }

        return cells._cells;
    }

    private void AddLasting(TextHistory text)
    {
        bool isOld = StoodAtBaseline(text);
        bool isCredited = isOld;
        int days = 0;
        int? last = null;
        foreach (TextSpan run in text.Live)
        {
            if (run.From - last > DaysToAge)
                (isCredited, days) = (false, 0);
            if (!isCredited && days + run.To - run.From >= _lasts)
            {
                TextSpan came = Landing(text.Main, run.From + _lasts - days) ?? run;
                OutcomeCell cell = Cell(came.FirstType, came.From);
                cell.Added.Add(came.From, State(came.Came));
                cell.Lasting.Add(_text);
                isCredited = true;
            }

            days += run.To - run.From;
            last = run.To;
        }

        AddYoung(text, isCredited, last);
    }

    private void AddYoung(TextHistory text, bool isCredited, int? last)
    {
        bool isLive = text.Live is [.., { IsOpen: true }];
        bool isAway = last is not null && !isLive && _now - last > DaysToAge;
        if ((!IsOpen(text.Main) && !isLive) || (isCredited && !isAway))
            return;
        if (Landing(text.Main, _now) is { } came)
            Cell(came.FirstType, came.From).Adding.Add(came.From, State(came.Came));
        else if (text.Live[^1].From != _baseline)
            Cell(text.Live[^1].FirstType, text.Live[^1].From).Adding.Add(text.Live[^1].From, State(text.Live[^1].Came));
    }

    private void AddRemoved(TextHistory text)
    {
        for (int i = 0; i < text.Main.Count; i++)
        {
            TextSpan stood = text.Main[i];
            if (stood.IsOpen)
                continue;
            int? back = i + 1 < text.Main.Count ? text.Main[i + 1].From : null;
            TextSpan[] ran = [.. text.Live.Where(r => r.From <= stood.To || back is null || r.From < back)];
            if (ran.Length == 0 || !(ran[0].From == _baseline || ran.Sum(r => Math.Min(r.To, Math.Max(stood.To, r.From)) - r.From) >= DaysToAge))
                continue;
            int gone = Math.Max(stood.To, ran[^1].To);
            int? again = Earliest(back, text.Live.Where(r => r.From >= gone));
            if (!ran[^1].IsOpen && (again ?? _now) - gone >= _lasts)
                Cell(stood.LastType, stood.To).Removed.Add(stood.To, State(stood.Left));
            else if (again is null)
                Cell(stood.LastType, stood.To).Removing.Add(stood.To, State(stood.Left));
        }
    }

    private static int? Earliest(int? back, IEnumerable<TextSpan> later)
    {
        int? first = back;
        foreach (TextSpan run in later)
            first = first is { } day ? Math.Min(day, run.From) : run.From;
        return first;
    }

    private bool StoodAtBaseline(TextHistory text) => text.Live is [{ } first, ..] && first.From == _baseline;

    private static bool IsOpen(IReadOnlyList<TextSpan> spans) => spans is [.., { IsOpen: true }];

    /// <summary>The last landing up to a day.</summary>
    private static TextSpan? Landing(IReadOnlyList<TextSpan> main, int day)
    {
        TextSpan? last = null;
        foreach (TextSpan stood in main)
        {
            if (stood.From <= day && (last is null || stood.From > last.Value.From))
                last = stood;
        }

        return last;
    }

    private LineState State(int who) => who == TextSpan.Nobody ? LineState.Unknown : _state(who);

    private OutcomeCell Cell(string type, int day)
    {
        (string, int) key = (type, OutcomeDay.Week(day));
        if (!_cells.TryGetValue(key, out OutcomeCell? cell))
            _cells.Add(key, cell = new OutcomeCell());
        return cell;
    }
}
