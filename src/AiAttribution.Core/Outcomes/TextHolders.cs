using AiAttribution.Core.Text;

namespace AiAttribution.Core.Outcomes;

/// <summary>The types that hold a text, nearly always one.</summary>
internal readonly struct TextHolders
{
    private readonly string? _single;
    private readonly SeveralHolders? _several;

    private TextHolders(int count, string? single, SeveralHolders? several) => (Count, _single, _several) = (count, single, several);

    /// <summary>How often it is held.</summary>
    public int Count { get; }

    /// <summary>The first type by name; there must be one.</summary>
    public string First => _several?.First ?? _single!;

    /// <summary>A type holds it once more.</summary>
    public TextHolders Add(string type)
    {
        if (Count == 0 || (_several is null && _single == type))
            return new TextHolders(Count + 1, type, null);
        SeveralHolders several = _several ?? new SeveralHolders([new(_single!, Count)]);
        several.Change(type, 1);
        return new TextHolders(Count + 1, null, several);
    }

    /// <summary>A type holds it once less.</summary>
    public TextHolders Remove(string type)
    {
        if (_several is null)
            return Count == 1 ? default : new TextHolders(Count - 1, _single, null);
        _several.Change(type, -1);
        return _several.Count > 1 ? new TextHolders(Count - 1, null, _several) : new TextHolders(Count - 1, _several.First, null);
    }

    /// <summary>Writes it.</summary>
    public void Write(CompactWriter writer)
    {
        writer.Number(_several?.Count ?? Math.Min(Count, 1));
        if (_several is null && Count > 0)
            Write(writer, _single!, Count);
        foreach ((string type, int count) in _several?.All ?? [])
            Write(writer, type, count);
    }

    /// <summary>Reads what was written.</summary>
    /// <exception cref="InvalidDataException">The bytes are nothing of the kind.</exception>
    public static TextHolders Read(CompactReader reader)
    {
        int types = reader.Count();
        if (types == 0)
            return default;
        (string first, long count) = (reader.Name(), Positive(reader.Count()));
        if (types == 1)
            return new TextHolders((int)count, first, null);
        List<KeyValuePair<string, int>> several = [new(first, (int)count)];
        while (several.Count < types)
        {
            several.Add(new(reader.Name(), Positive(reader.Count())));
            count += several[^1].Value;
            if (string.CompareOrdinal(several[^2].Key, several[^1].Key) >= 0)
                throw Damaged();
        }

        return count <= int.MaxValue ? new TextHolders((int)count, null, new SeveralHolders([.. several])) : throw Damaged();
    }

    private static int Positive(int count) => count > 0 ? count : throw Damaged();

    private static InvalidDataException Damaged() => new("these are no types of a text");

    private static void Write(CompactWriter writer, string type, int count)
    {
        writer.Text(type);
        writer.Number(count);
    }
}

/// <summary>More types than one, each with how often it holds the text.</summary>
/// <param name="all">By name; what was kept is sorted only when it changes, which most of it never does.</param>
internal sealed class SeveralHolders(KeyValuePair<string, int>[] all)
{
    private SortedDictionary<string, int>? _changed;

    /// <summary>How many types.</summary>
    public int Count => All.Count;

    /// <summary>The first by name.</summary>
    public string First => _changed is null ? all[0].Key : _changed.Keys.First();

    /// <summary>All of them, by name.</summary>
    public IReadOnlyCollection<KeyValuePair<string, int>> All => _changed is null ? all : _changed;

    /// <summary>A type holds it so much oftener.</summary>
    public void Change(string type, int by)
    {
        _changed ??= new SortedDictionary<string, int>(all.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal), StringComparer.Ordinal);
        if ((_changed[type] = _changed.GetValueOrDefault(type) + by) == 0)
            _changed.Remove(type);
    }
}
