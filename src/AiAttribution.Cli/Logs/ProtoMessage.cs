using System.Text;

namespace AiAttribution.Cli.Logs;

/// <summary>A protobuf message without its schema: fields by number. Of a field that stands several times the last one counts.</summary>
internal sealed class ProtoMessage
{
    private readonly Dictionary<int, ulong> _numbers = [];
    private readonly Dictionary<int, ReadOnlyMemory<byte>> _bytes = [];

    /// <exception cref="InvalidDataException">It is cut off or no message.</exception>
    public ProtoMessage(ReadOnlyMemory<byte> bytes)
    {
        int position = 0;
        while (position < bytes.Length)
        {
            ulong tag = Varint(bytes.Span, ref position);
            int field = (int)Math.Min(tag >> 3, int.MaxValue);
            switch (tag & 7)
            {
                case 0:
                    _numbers[field] = Varint(bytes.Span, ref position);
                    break;
                case 1:
                    Take(bytes, ref position, 8);
                    break;
                case 2:
                    ulong length = Varint(bytes.Span, ref position);
                    _bytes[field] = Take(bytes, ref position, length);
                    break;
                case 5:
                    Take(bytes, ref position, 4);
                    break;
                default:
                    throw new InvalidDataException("protobuf: unknown wire type");
            }
        }
    }

    /// <summary>A message below; null when a part of the path is missing.</summary>
    /// <exception cref="InvalidDataException">A part of the path is no message.</exception>
    public ProtoMessage? Message(params int[] path)
    {
        ProtoMessage message = this;
        foreach (int field in path)
        {
            if (!message._bytes.TryGetValue(field, out ReadOnlyMemory<byte> inner))
                return null;
            message = new ProtoMessage(inner);
        }

        return message;
    }

    /// <summary>A number; 0 when it is missing, as protobuf has it. One beyond 63 bits is negative.</summary>
    public long Number(int field) => unchecked((long)_numbers.GetValueOrDefault(field));

    /// <summary>A text; null when it is missing or empty.</summary>
    public string? Text(int field) => _bytes.TryGetValue(field, out ReadOnlyMemory<byte> text) && text.Length is > 0 and <= 4096 ? Encoding.UTF8.GetString(text.Span) : null;

    /// <summary>A text of any length, to look at and forget.</summary>
    public string? LongText(int field) => _bytes.TryGetValue(field, out ReadOnlyMemory<byte> text) ? Encoding.UTF8.GetString(text.Span) : null;

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int position)
    {
        ulong value = 0;
        for (int shift = 0; shift < 64 && position < bytes.Length; shift += 7)
        {
            byte next = bytes[position++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }

        throw new InvalidDataException("protobuf: cut off");
    }

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes, ref int position, ulong length)
    {
        if (length > (ulong)(bytes.Length - position))
            throw new InvalidDataException("protobuf: cut off");
        ReadOnlyMemory<byte> taken = bytes.Slice(position, (int)length);
        position += (int)length;
        return taken;
    }
}
