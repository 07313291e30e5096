using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Sessions.Index;

/// <summary>Reads what <see cref="PackedWriter"/> wrote.</summary>
internal sealed class PackedReader(Stream stream) : BinaryReader(stream)
{
    private readonly List<string> _texts = [];

    public string Name() => Text() ?? throw new InvalidDataException("a name is missing");

    public string? Text()
    {
        int number = Read7BitEncodedInt();
        if (number == 0)
            return null;
        if (number == _texts.Count + 1)
            _texts.Add(ReadString());
        return _texts[number - 1];
    }

    public DateTimeOffset? Time() => Read7BitEncodedInt64() is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public decimal? Amount() => ReadBoolean() ? ReadDecimal() : null;

    public TokenUsage Usage() => new(
        Read7BitEncodedInt64(),
        Read7BitEncodedInt64(),
        Read7BitEncodedInt64(),
        Read7BitEncodedInt64(),
        Read7BitEncodedInt64(),
        Read7BitEncodedInt64());

    public IReadOnlyList<T> List<T>(Func<T> read)
    {
        var items = new T[Math.Min(Read7BitEncodedInt(), BaseStream.Length)];
        for (int index = 0; index < items.Length; index++)
            items[index] = read();
        return items;
    }
}
