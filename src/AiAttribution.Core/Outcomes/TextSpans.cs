using System.Runtime.InteropServices;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Outcomes;

/// <summary>Spans of days in which texts stood somewhere. Texts are numbers from 0 on.</summary>
/// <param name="since">Of a first state before this day only that is kept that its texts stood: they are the most, and nothing that happened to them before is asked for.</param>
internal sealed class TextSpans(int since = int.MinValue)
{
    private const byte Stood = 1;

    private readonly Dictionary<int, TextSpan[]> _spans = [];
    private readonly List<byte> _first = [];
    private bool _isFirst;

    /// <summary>Day of the first state; null before it.</summary>
    public int? FirstDay { get; private set; }

    /// <summary>Texts of which more is known than that they stood at first and ever since.</summary>
    public IEnumerable<int> Changed => _spans.Keys;

    /// <summary>What comes and leaves from now on makes one state.</summary>
    public void Begin(int day)
    {
        _isFirst = FirstDay is null;
        FirstDay ??= day;
    }

    /// <summary>A text came.</summary>
    public void Come(int text, int day, string type, int who)
    {
        if (!_isFirst || day >= since)
            _spans[text] = [.. _spans.GetValueOrDefault(text, []), new TextSpan(day, day, true, type, type, who, TextSpan.Nobody)];
        else
            StoodAtFirst(text);
    }

    /// <summary>A text left.</summary>
    public void Leave(int text, int day, string type, int who)
    {
        if (!_spans.TryGetValue(text, out TextSpan[]? spans))
            _spans.Add(text, spans = [Whole(day)]);
        spans[^1] = spans[^1] with { To = day, IsOpen = false, LastType = type, Left = who };
    }

    /// <summary>Spans of a text up to a day; those that are open end on it.</summary>
    public IReadOnlyList<TextSpan> Of(int text, int now)
    {
        if (!_spans.TryGetValue(text, out TextSpan[]? spans))
            return text < _first.Count && _first[text] == Stood ? [Whole(now)] : [];
        if (spans[^1].IsOpen)
            spans[^1] = spans[^1] with { To = now };
        return spans;
    }

    /// <summary>Writes all that <see cref="Read"/> needs.</summary>
    public void Write(CompactWriter writer)
    {
        writer.Flag(FirstDay is not null);
        writer.Number(FirstDay ?? 0);
        writer.Block(CollectionsMarshal.AsSpan(_first));
        writer.Number(_spans.Count);
        void Put(TextSpan span) => Write(writer, span, FirstDay!.Value);
        foreach ((int text, TextSpan[] spans) in _spans)
        {
            writer.Number(text);
            writer.List(spans, Put);
        }
    }

    private static void Write(CompactWriter writer, TextSpan span, int first)
    {
        writer.Number(span.From - first);
        writer.Number(span.To - span.From);
        writer.Flag(span.IsOpen);
        writer.Text(span.FirstType);
        writer.Text(span.LastType);
        writer.Number(span.Came - TextSpan.Nobody);
        writer.Number(span.Left - TextSpan.Nobody);
    }

    /// <summary>Reads what was written.</summary>
    /// <param name="reader">Reads it.</param>
    /// <param name="since">As it was then.</param>
    /// <param name="texts">How many texts there are.</param>
    /// <param name="who">How many there are who brought or took texts.</param>
    /// <exception cref="InvalidDataException">The bytes are nothing of the kind.</exception>
    public static TextSpans Read(CompactReader reader, int since, int texts, int who)
    {
        var spans = new TextSpans(since);
        int? first = reader.Flag() ? Day(reader.Number()) : null;
        if (first is null)
            reader.Number();
        spans.FirstDay = first;
        spans._first.AddRange(reader.Block().Span);
        TextSpan Next() => Span(reader, first ?? 0, who);
        for (int changed = Below(reader.Count(), texts + 1); changed > 0; changed--)
        {
            int text = Below(reader.Count(), texts);
            if (!spans._spans.TryAdd(text, reader.List(Next)) || spans._spans[text].Length == 0)
                throw Damaged();
        }

        return spans;
    }

    private static TextSpan Span(CompactReader reader, int first, int who)
    {
        int from = Day(first + (long)reader.Count());
        return new TextSpan(from, Day(from + (long)reader.Count()), reader.Flag(), reader.Name(), reader.Name(), Below(reader.Count(), who + 1) + TextSpan.Nobody, Below(reader.Count(), who + 1) + TextSpan.Nobody);
    }

    private static int Day(long day) => day is >= int.MinValue and <= int.MaxValue ? (int)day : throw Damaged();

    private static int Below(int number, int limit) => number < limit ? number : throw Damaged();

    private static InvalidDataException Damaged() => new("these are no spans");

    private void StoodAtFirst(int text)
    {
        while (_first.Count <= text)
            _first.Add(0);
        _first[text] = Stood;
    }

    private TextSpan Whole(int now) => new(FirstDay!.Value, now, true, "", "", TextSpan.Nobody, TextSpan.Nobody);
}
