using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AiAttribution.Core.Lines.Diff;

/// <summary>64-bit hash of a line: two multiply-and-fold rounds per eight bytes, the mixing step of the wyhash family.</summary>
internal static class LineHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xD6E8FEB86659FD93;

    /// <summary>1 for each byte that is no white space, 0 for the others.</summary>
    private static readonly byte[] Visible = [.. Enumerable.Range(0, 256).Select(value => (byte)(IsWhiteSpace((byte)value) ? 0 : 1))];

    public static ulong Of(ReadOnlySpan<byte> line, LineEquality equality) =>
        equality == LineEquality.Exact ? OfBytes(line) : OfVisibleBytes(line);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong OfVisibleBytes(ReadOnlySpan<byte> line)
    {
        const int onStack = 512;
        Span<byte> visible = line.Length <= onStack ? stackalloc byte[onStack] : new byte[line.Length];
        ReadOnlySpan<byte> steps = Visible;
        int length = 0;
        // A search for whole words is no quicker than this in the end, and runs unoptimised at first: a scan in a new process took half as long again.
        foreach (byte value in line)
        {
            visible[length] = value;
            length += steps[value];
        }

        return OfBytes(visible[..length]);
    }

    /// <summary>White space as the C locale has it: space, tab, line feed, vertical tab, form feed, carriage return.</summary>
    internal static bool IsWhiteSpace(byte value) => value == ' ' || (value >= '\t' && value <= '\r');

    private static ulong Mix(ulong hash, ulong word)
    {
        ulong high = Math.BigMul(hash ^ word, Factor, out ulong low);
        return BitOperations.RotateLeft(high ^ low, 29) * Seed + word;
    }
}
