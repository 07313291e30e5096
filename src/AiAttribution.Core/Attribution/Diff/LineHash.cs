using System.Buffers.Binary;
using System.Numerics;

namespace AiAttribution.Core.Attribution.Diff;

/// <summary>64-bit hash of a line: two multiply-and-fold rounds per eight bytes, the mixing step of the wyhash family.</summary>
internal static class LineHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xD6E8FEB86659FD93;

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
        ulong hash = Seed;
        ulong word = 0;
        int filled = 0;
        foreach (byte value in line)
        {
            if (IsWhiteSpace(value))
                continue;
            word |= (ulong)value << (8 * filled);
            if (++filled < sizeof(ulong))
                continue;
            hash = Mix(hash, word);
            word = 0;
            filled = 0;
        }

        return Mix(hash ^ (ulong)filled, word);
    }

    /// <summary>White space as the C locale has it: space, tab, line feed, vertical tab, form feed, carriage return.</summary>
    internal static bool IsWhiteSpace(byte value) => value == ' ' || (value >= '\t' && value <= '\r');

    private static ulong Mix(ulong hash, ulong word)
    {
        ulong high = Math.BigMul(hash ^ word, Factor, out ulong low);
        return BitOperations.RotateLeft(high ^ low, 29) * Seed + word;
    }
}
