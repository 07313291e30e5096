using System.Buffers.Binary;
using System.Text;

namespace AiAttribution.Core.Text;

/// <summary>
/// Reads what <see cref="CompactWriter"/> wrote. Whatever the bytes are, it gives values or throws <see cref="InvalidDataException"/>, and what it
/// allocates at once has no more items than bytes are left.
/// </summary>
internal sealed class CompactReader
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Func<string> _unique;
    private readonly List<string> _texts = [];
    private int _next;

    /// <param name="bytes">The bytes; not copied.</param>
    public CompactReader(ReadOnlyMemory<byte> bytes) => (_bytes, _unique) = (bytes, Unique);

    /// <summary>Whether all was read.</summary>
    public bool IsAtEnd => _next == _bytes.Length;

    /// <summary>A number.</summary>
    public long Number()
    {
        ReadOnlySpan<byte> rest = _bytes.Span[_next..];
        ulong number = 0;
        for (int i = 0; i < rest.Length && i < 10; i++)
        {
            number |= (ulong)(rest[i] & 0x7F) << (7 * i);
            if (rest[i] < 0x80)
            {
                _next += i + 1;
                return (long)number;
            }
        }

        throw Damaged();
    }

    /// <summary>A number that is an <see cref="int"/> and not negative.</summary>
    public int Count() => Number() is >= 0 and <= int.MaxValue and var number ? (int)number : throw Damaged();

    /// <summary>Yes or no.</summary>
    public bool Flag() => Below(2) == 1;

    /// <summary>A value of an enumeration.</summary>
    public T Choice<T>()
        where T : struct, Enum =>
        CompactWriter.Choices<T>.All[Below(CompactWriter.Choices<T>.All.Length)];

    /// <summary>Four bytes.</summary>
    public uint Fixed32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(sizeof(uint)));

    /// <summary>Eight bytes.</summary>
    public ulong Fixed64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(sizeof(ulong)));

    /// <summary>Bytes whose number is known.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > _bytes.Length - _next)
            throw Damaged();
        _next += count;
        return _bytes.Span[(_next - count).._next];
    }

    /// <summary>Bytes that <see cref="CompactWriter.Block"/> wrote; not copied.</summary>
    public ReadOnlyMemory<byte> Block()
    {
        int length = Bytes(Count()).Length;
        return _bytes[(_next - length).._next];
    }

    /// <summary>A text that stands alone.</summary>
    public string Unique() => Encoding.UTF8.GetString(Block().Span);

    /// <summary>A text or none.</summary>
    public string? Text() => Count() is > 0 and int number ? Known(number, _texts, _unique) : null;

    /// <summary>A text that must be there.</summary>
    public string Name() => Once(_texts, _unique);

    /// <summary>A value that was written once and is named by number then.</summary>
    /// <param name="known">Values so far.</param>
    /// <param name="read">Reads one.</param>
    public T Once<T>(List<T> known, Func<T> read) => Known(Count(), known, read);

    /// <summary>A time or none.</summary>
    public DateTimeOffset? Time() => Number() switch
    {
        0 => null,
        > 0 and var ticks when ticks <= DateTime.MaxValue.Ticks => new DateTimeOffset(ticks, TimeSpan.Zero),
        _ => throw Damaged(),
    };

    /// <summary>An amount or none.</summary>
    public decimal? Amount()
    {
        if (!Flag())
            return null;
        int[] parts = [(int)Fixed32(), (int)Fixed32(), (int)Fixed32(), (int)Fixed32()];
        int scale = (parts[3] >> 16) & 0xFF;
        return scale <= 28 && (parts[3] & 0x7F00FFFF) == 0 ? new decimal(parts) : throw Damaged();
    }

    /// <summary>Values.</summary>
    public T[] List<T>(Func<T> read)
    {
        // Each takes a byte at least, so damaged bytes cannot ask for more items than they are.
        int count = Below(_bytes.Length - _next);
        T[] items = count == 0 ? [] : new T[count];
        for (int index = 0; index < items.Length; index++)
            items[index] = read();
        return items;
    }

    private static InvalidDataException Damaged() => new("these bytes are not what was written");

    private static T Known<T>(int number, List<T> known, Func<T> read)
    {
        if (number == known.Count + 1)
            known.Add(read());
        return number > 0 && number <= known.Count ? known[number - 1] : throw Damaged();
    }

    private int Below(int limit) => Number() is >= 0 and var number && number < limit ? (int)number : throw Damaged();
}
