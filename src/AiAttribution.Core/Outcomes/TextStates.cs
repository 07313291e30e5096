using AiAttribution.Core.Text;

namespace AiAttribution.Core.Outcomes;

/// <summary>Turns changes of what stands somewhere into spans of days. Texts are numbers from 0 on; one text may stand in many places.</summary>
/// <param name="spans">Gets the spans.</param>
internal sealed class TextStates(TextSpans spans)
{
    private readonly List<TextHolders> _now = [];
    private readonly Dictionary<int, Before> _touched = [];

    public TextStates()
        : this(new TextSpans())
    {
    }

    /// <summary>The spans up to the last state.</summary>
    public TextSpans Spans => spans;

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
    /// <param name="came">Number of who brought a text; null where nobody asks.</param>
    /// <param name="left">Number of who took a text away.</param>
    public void EndState(int day, Func<int, int>? came = null, Func<int, int>? left = null)
    {
        spans.Begin(day);
        foreach ((int text, Before before) in _touched)
        {
            TextHolders holders = _now[text];
            if (before.Stood == holders.Count > 0)
                continue;
            if (before.Stood)
                spans.Leave(text, day, before.Type, left?.Invoke(text) ?? TextSpan.Nobody);
            else
                spans.Come(text, day, holders.First, came?.Invoke(text) ?? TextSpan.Nobody);
        }

        _touched.Clear();
    }

    /// <summary>Writes what stands now; the spans are for others to write.</summary>
    public void Write(CompactWriter writer)
    {
        writer.Number(_now.Count);
        foreach (TextHolders holders in _now)
            holders.Write(writer);
    }

    /// <summary>Reads what was written, to go on from there.</summary>
    /// <param name="reader">Reads it.</param>
    /// <param name="spans">The spans.</param>
    /// <param name="texts">How many texts there are.</param>
    /// <exception cref="InvalidDataException">The bytes are nothing of the kind.</exception>
    public static TextStates Read(CompactReader reader, TextSpans spans, int texts)
    {
        var states = new TextStates(spans);
        int count = reader.Count();
        if (count > texts)
            throw new InvalidDataException("more texts stand than there are");
        states._now.Capacity = count;
        while (states._now.Count < count)
            states._now.Add(TextHolders.Read(reader));
        return states;
    }

    private void Touch(int text)
    {
        while (_now.Count <= text)
            _now.Add(default);
        if (!_touched.ContainsKey(text))
            _touched.Add(text, new Before(_now[text].Count > 0, _now[text].Count > 0 ? _now[text].First : ""));
    }

    private readonly record struct Before(bool Stood, string Type);
}
