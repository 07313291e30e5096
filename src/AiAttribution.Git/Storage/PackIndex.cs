using System.Buffers.Binary;

namespace AiAttribution.Git.Storage;

/// <summary>
/// Checks the index of a pack (<c>.idx</c>, versions 1 and 2) for everything that libgit2 takes on trust when it maps one: the count decides its size, the fan-out rises,
/// offsets of 8 bytes lie inside the pack, and it was made for this very pack. Only header, fan-out, those offsets and the checksum's place are read.
/// </summary>
internal static class PackIndex
{
    private const int FanOutBytes = 256 * 4;
    private const int HashBytes = 20;
    private const int Trailer = 2 * HashBytes;
    private const int HeaderBytes = 8;
    private const int EntryBytes1 = 24;
    private const int EntryBytes2 = 28;

    private static ReadOnlySpan<byte> Magic => [0xFF, (byte)'t', (byte)'O', (byte)'c', 0, 0, 0, 2];

    /// <summary>Whether an index is sound.</summary>
    /// <param name="index">The index.</param>
    /// <param name="pack">Its pack.</param>
    public static bool IsSound(Stream index, Stream pack)
    {
        Span<byte> start = stackalloc byte[HeaderBytes + FanOutBytes];
        if (index.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !IsMadeFor(index, pack))
            return false;
        if (!start.StartsWith(Magic))
            return FanOut(start[..FanOutBytes]) is { } entries && index.Length == FanOutBytes + entries * EntryBytes1 + Trailer;
        return FanOut(start[HeaderBytes..]) is { } count && HasSoundTables(index, count, pack.Length);
    }

    /// <summary>Number of objects by a fan-out of big-endian counts; null when it falls anywhere.</summary>
    public static long? FanOut(ReadOnlySpan<byte> counts)
    {
        uint last = 0;
        for (int i = 0; i < FanOutBytes; i += 4)
        {
            uint next = BinaryPrimitives.ReadUInt32BigEndian(counts[i..]);
            if (next < last)
                return null;
            last = next;
        }

        return last;
    }

    /// <summary>A pack ends with its checksum, and its index names it before its own.</summary>
    private static bool IsMadeFor(Stream index, Stream pack)
    {
        Span<byte> hashes = stackalloc byte[Trailer];
        if (pack.Length < HashBytes || index.Length < Trailer)
            return false;
        index.Position = index.Length - Trailer;
        index.ReadExactly(hashes[..HashBytes]);
        pack.Position = pack.Length - HashBytes;
        pack.ReadExactly(hashes[HashBytes..]);
        return hashes[..HashBytes].SequenceEqual(hashes[HashBytes..]);
    }

    private static bool HasSoundTables(Stream index, long count, long packBytes)
    {
        long large = index.Length - HeaderBytes - FanOutBytes - count * EntryBytes2 - Trailer;
        if (large < 0 || large % 8 != 0 || large / 8 > Math.Max(count - 1, 0))
            return false;
        index.Position = HeaderBytes + FanOutBytes + count * EntryBytes2;
        return OffsetsLieInside(index, large / 8, packBytes);
    }

    private static bool OffsetsLieInside(Stream table, long count, long packBytes)
    {
        Span<byte> offset = stackalloc byte[8];
        for (long i = 0; i < count; i++)
        {
            if (table.ReadAtLeast(offset, 8, throwOnEndOfStream: false) < 8 || BinaryPrimitives.ReadUInt64BigEndian(offset) >= (ulong)packBytes)
                return false;
        }

        return true;
    }
}
