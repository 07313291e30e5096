using System.Buffers.Binary;
using System.Text;

namespace AiAttribution.Core.Text;

/// <summary>Writes values as few bytes: numbers by their size, and each text once. <see cref="CompactReader"/> reads them in the same order.</summary>
internal sealed class CompactWriter
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>What was written so far; valid until more is written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>A number; small ones that are not negative take one byte, negative ones ten.</summary>
    public void Number(long number)
    {
        Span<byte> room = Room(10);
        int used = 0;
        ulong rest = (ulong)number;
        for (; rest >= 0x80; rest >>= 7)
            room[used++] = (byte)(rest | 0x80);
        room[used++] = (byte)rest;
        _length += used;
    }

    /// <summary>Yes or no.</summary>
    public void Flag(bool flag) => Number(flag ? 1 : 0);

    /// <summary>A value of an enumeration.</summary>
    public void Choice<T>(T value)
        where T : struct, Enum =>
        Number(Array.IndexOf(Choices<T>.All, value));

    /// <summary>Four bytes: for numbers that are seldom small, such as hashes.</summary>
    public void Fixed(uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Room(sizeof(uint)), number);
        _length += sizeof(uint);
    }

    /// <summary>Eight bytes.</summary>
    public void Fixed(ulong number)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Room(sizeof(ulong)), number);
        _length += sizeof(ulong);
    }

    /// <summary>Bytes whose number the reader knows.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Bytes and their number.</summary>
    public void Block(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        Bytes(bytes);
    }

    /// <summary>A text that is not expected again, such as an id.</summary>
    public void Unique(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > 256)
        {
            Block(Encoding.UTF8.GetBytes(text));
            return;
        }

        Span<byte> bytes = stackalloc byte[most];
        Block(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>A text that may come again, or none.</summary>
    public void Text(string? text)
    {
        if (text is null)
            Number(0);
        else
            Once(text, _texts, Unique);
    }

    /// <summary>A value at its first time; later only its number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="known">Values so far, and their numbers.</param>
    /// <param name="write">Writes it.</param>
    public void Once<T>(T value, Dictionary<T, int> known, Action<T> write)
        where T : notnull
    {
        if (known.TryGetValue(value, out int number))
        {
            Number(number);
            return;
        }

        known.Add(value, known.Count + 1);
        Number(known.Count);
        write(value);
    }

    /// <summary>A time, as the same moment in UTC, or none.</summary>
    public void Time(DateTimeOffset? time) => Number(time?.UtcTicks ?? 0);

    /// <summary>An amount, digit for digit, or none.</summary>
    public void Amount(decimal? amount)
    {
        Flag(amount is not null);
        if (amount is not { } value)
            return;
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        foreach (int part in parts)
            Fixed((uint)part);
    }

    /// <summary>Values and their number.</summary>
    public void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (T item in items)
            write(item);
    }

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - _length < count)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(_bytes.Length * 2L, (long)_length + count), Array.MaxLength));
        return _bytes.AsSpan(_length);
    }

    /// <summary>The values of an enumeration; each is written as its place among them.</summary>
    internal static class Choices<T>
        where T : struct, Enum
    {
        public static readonly T[] All = Enum.GetValues<T>();
    }
}
