using AiAttribution.Core.Lines;

namespace AiAttribution.Core.Outcomes;

/// <summary>Turns changes of what stands somewhere into spans of days. Texts are numbers from 0 on; one text may stand in many places.</summary>
internal sealed class TextStates
{
    private readonly List<Holders> _now = [];
    private readonly Dictionary<int, List<TextSpan>> _spans = [];
    private readonly Dictionary<int, Before> _touched = [];

    /// <summary>Day of the first state; null before it.</summary>
    public int? FirstDay { get; private set; }

    /// <summary>Texts that stood at any time.</summary>
    public IEnumerable<int> Texts => _spans.Keys;

    /// <summary>A type holds a text once more.</summary>
    public void Add(int text, string type)
    {
        Touch(text);
        _now[text] = _now[text].Add(type);
    }

    /// <summary>A type holds a text once less.</summary>
    public void Remove(int text, string type)
    {
        Touch(text);
        _now[text] = _now[text].Remove(type);
    }

    /// <summary>Texts that stand now and did not before the changes since the last <see cref="EndState"/>.</summary>
    public IEnumerable<int> Arrived => _touched.Where(t => !t.Value.Stood && _now[t.Key].Count > 0).Select(t => t.Key);

    /// <summary>Texts that stood before the changes since the last <see cref="EndState"/>, and do not now.</summary>
    public IEnumerable<int> Departed => _touched.Where(t => t.Value.Stood && _now[t.Key].Count == 0).Select(t => t.Key);

    /// <summary>The changes since the last call make one state.</summary>
    /// <param name="day">Its day, at least that of the state before.</param>
    /// <param name="came">AI state of what brought a text.</param>
    /// <param name="left">AI state of what took a text away.</param>
    public void EndState(int day, Func<int, LineState> came, Func<int, LineState> left)
    {
        FirstDay ??= day;
        foreach ((int text, Before before) in _touched)
        {
            Holders holders = _now[text];
            if (before.Stood == holders.Count > 0)
                continue;
            if (!_spans.TryGetValue(text, out List<TextSpan>? spans))
                _spans.Add(text, spans = new List<TextSpan>(1));
            if (before.Stood)
                spans[^1] = spans[^1] with { To = day, IsOpen = false, LastType = before.Type, Left = left(text) };
            else
                spans.Add(new TextSpan(day, day, true, holders.First, holders.First, came(text), LineState.Unknown));
        }

        _touched.Clear();
    }

    /// <summary>Spans of a text up to a day; those that are open end on it.</summary>
    public IReadOnlyList<TextSpan> Spans(int text, int now)
    {
        if (!_spans.TryGetValue(text, out List<TextSpan>? spans))
            return [];
        if (spans[^1].IsOpen)
            spans[^1] = spans[^1] with { To = now };
        return spans;
    }

    private void Touch(int text)
    {
        while (_now.Count <= text)
            _now.Add(default);
        if (!_touched.ContainsKey(text))
            _touched.Add(text, new Before(_now[text].Count > 0, _now[text].Count > 0 ? _now[text].First : ""));
    }

    private readonly record struct Before(bool Stood, string Type);

    /// <summary>The types that hold a text, nearly always one.</summary>
    private readonly record struct Holders(int Count, string? Single, SortedDictionary<string, int>? Several)
    {
        public string First => Several?.Keys.First() ?? Single!;

        public Holders Add(string type)
        {
            if (Count == 0 || (Several is null && Single == type))
                return new Holders(Count + 1, type, null);
            SortedDictionary<string, int> several = Several ?? new SortedDictionary<string, int>(StringComparer.Ordinal) { [Single!] = Count };
            several[type] = several.GetValueOrDefault(type) + 1;
            return new Holders(Count + 1, null, several);
        }

        public Holders Remove(string type)
        {
            if (Several is null)
                return Count == 1 ? default : this with { Count = Count - 1 };
            if (--Several[type] == 0)
                Several.Remove(type);
            return Several.Count > 1 ? this with { Count = Count - 1 } : new Holders(Count - 1, Several.Keys.First(), null);
        }
    }
}
