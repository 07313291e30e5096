using System.Buffers.Binary;
using System.Text;

namespace AiAttribution.Git.Storage;

/// <summary>Checks a <c>multi-pack-index</c>: its table of chunks stays inside the file, the chunks have the sizes that the count of objects demands, and the packs it names are packs of its folder.</summary>
internal static class MultiPackIndex
{
    private const int HeaderBytes = 12;
    private const int RowBytes = 12;
    private const int IdBytes = 20;
    private const int FanOutBytes = 256 * 4;
    private const int MostNameBytes = 16 << 20;

    /// <summary>Whether a file is sound.</summary>
    /// <param name="file">The file.</param>
    /// <param name="indexes">Names of the <c>.idx</c> files beside it that are sound.</param>
    public static bool IsSound(Stream file, IReadOnlySet<string> indexes)
    {
        byte[] header = Bytes(file, 0, HeaderBytes);

        // Version 1, ids of SHA-1, no file below it.
        if (!header.AsSpan().StartsWith("MIDX\u0001\u0001"u8) || header[7] != 0 || Chunks(file, header[6]) is not { } chunks)
            return false;
        return chunks.TryGetValue("OIDF", out (long At, long Length) fanOut)
            && fanOut.Length == FanOutBytes
            && PackIndex.FanOut(Bytes(file, fanOut.At, FanOutBytes)) is { } count
            && LengthOf(chunks, "OIDL") == count * IdBytes
            && LengthOf(chunks, "OOFF") == count * 8
            && LengthOf(chunks, "LOFF") % 8 == 0
            && chunks.TryGetValue("PNAM", out (long At, long Length) names)
            && names.Length <= MostNameBytes
            && Names(Bytes(file, names.At, (int)names.Length), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8)), indexes);
    }

    private static long LengthOf(Dictionary<string, (long At, long Length)> chunks, string name) => chunks.GetValueOrDefault(name).Length;

    /// <summary>Place and length of each chunk; null when one begins before the one before it ends, or outside.</summary>
    private static Dictionary<string, (long At, long Length)>? Chunks(Stream file, int count)
    {
        byte[] table = Bytes(file, HeaderBytes, (count + 1) * RowBytes);
        var chunks = new Dictionary<string, (long At, long Length)>(StringComparer.Ordinal);
        ulong last = HeaderBytes + (ulong)table.Length;
        for (int i = 0; i <= count; i++)
        {
            ulong at = BinaryPrimitives.ReadUInt64BigEndian(table.AsSpan(i * RowBytes + 4));
            if (at < last || at > (ulong)(file.Length - IdBytes))
                return null;
            if (i > 0)
                chunks[Encoding.ASCII.GetString(table, (i - 1) * RowBytes, 4)] = ((long)last, (long)(at - last));
            last = at;
        }

        return chunks;
    }

    // Another folder's pack would be mapped without a check.
    private static bool Names(byte[] text, uint count, IReadOnlySet<string> indexes)
    {
        string[] names = Encoding.UTF8.GetString(text).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == count && names.All(indexes.Contains);
    }

    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    private static byte[] Bytes(Stream file, long at, int count)
    {
        var bytes = new byte[count];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }
}
