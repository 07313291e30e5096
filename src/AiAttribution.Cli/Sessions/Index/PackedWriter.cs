using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Sessions.Index;

/// <summary>Writes values small: numbers by their size, and each text once.</summary>
internal sealed class PackedWriter(Stream stream) : BinaryWriter(stream)
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public void Text(string? text)
    {
        if (text is null)
        {
            Write7BitEncodedInt(0);
        }
        else if (_texts.TryGetValue(text, out int number))
        {
            Write7BitEncodedInt(number);
        }
        else
        {
            _texts.Add(text, _texts.Count + 1);
            Write7BitEncodedInt(_texts.Count);
            Write(text);
        }
    }

    public void Time(DateTimeOffset? time) => Write7BitEncodedInt64(time?.UtcTicks ?? 0);

    public void Amount(decimal? amount)
    {
        Write(amount is not null);
        if (amount is { } value)
            Write(value);
    }

    public void Usage(TokenUsage usage)
    {
        Write7BitEncodedInt64(usage.Input);
        Write7BitEncodedInt64(usage.Output);
        Write7BitEncodedInt64(usage.CacheRead);
        Write7BitEncodedInt64(usage.CacheWrite5Minutes);
        Write7BitEncodedInt64(usage.CacheWrite1Hour);
        Write7BitEncodedInt64(usage.Reasoning);
    }

    public void List<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Write7BitEncodedInt(items.Count);
        foreach (T item in items)
            write(item);
    }
}
