using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace AiAttribution.Core.Attribution.Diff;

/// <summary>64-bit hash of a line: two multiply-and-fold rounds per eight bytes, the mixing step of the wyhash family.</summary>
internal static class LineHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xD6E8FEB86659FD93;

    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\n\v\f\r"u8);

    public static ulong Of(ReadOnlySpan<byte> line, LineEquality equality) =>
        equality == LineEquality.Exact ? OfBytes(line) : OfVisibleBytes(line);

    private static ulong OfBytes(ReadOnlySpan<byte> line)
    {
        ulong hash = Seed ^ (ulong)line.Length;
        while (line.Length >= sizeof(ulong))
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(line));
            line = line[sizeof(ulong)..];
        }

        ulong rest = 0;
        for (int i = 0; i < line.Length; i++)
            rest |= (ulong)line[i] << (8 * i);
        return Mix(hash, rest);
    }

    private static ulong OfVisibleBytes(ReadOnlySpan<byte> line)
    {
        // Most lines are indentation, then words with single spaces: whole words are copied at once.
        const int onStack = 512;
        Span<byte> visible = line.Length <= onStack ? stackalloc byte[onStack] : new byte[line.Length];
        int length = 0;
        while (true)
        {
            int start = line.IndexOfAnyExcept(WhiteSpace);
            if (start < 0)
                return OfBytes(visible[..length]);
            line = line[start..];
            int end = line.IndexOfAny(WhiteSpace);
            ReadOnlySpan<byte> word = end < 0 ? line : line[..end];
            word.CopyTo(visible[length..]);
            length += word.Length;
            line = line[word.Length..];
        }
    }

    /// <summary>White space as the C locale has it: space, tab, line feed, vertical tab, form feed, carriage return.</summary>
    internal static bool IsWhiteSpace(byte value) => value == ' ' || (value >= '\t' && value <= '\r');

    private static ulong Mix(ulong hash, ulong word)
    {
        ulong high = Math.BigMul(hash ^ word, Factor, out ulong low);
        return BitOperations.RotateLeft(high ^ low, 29) * Seed + word;
    }
}
