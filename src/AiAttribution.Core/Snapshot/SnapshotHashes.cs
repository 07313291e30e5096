namespace AiAttribution.Core.Snapshot;

/// <summary>Line hashes as base64 of little-endian 32-bit numbers.</summary>
internal static class SnapshotHashes
{
    private const int BytesOfHash = 4;

    public static string Write(uint[] hashes)
    {
        byte[] bytes = new byte[hashes.Length * BytesOfHash];
        for (int i = 0; i < hashes.Length; i++)
        {
            uint hash = hashes[i];
            bytes[i * BytesOfHash] = (byte)hash;
            bytes[(i * BytesOfHash) + 1] = (byte)(hash >> 8);
            bytes[(i * BytesOfHash) + 2] = (byte)(hash >> 16);
            bytes[(i * BytesOfHash) + 3] = (byte)(hash >> 24);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Hashes of <paramref name="lines"/> lines; null when the text is not base64 of so many.</summary>
    public static uint[]? Parse(string base64, int lines)
    {
        if (base64.Length != ((lines * BytesOfHash) + 2) / 3 * 4)
            return null;
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return null;
        }

        if (bytes.Length != lines * BytesOfHash)
            return null;
        uint[] hashes = new uint[lines];
        for (int i = 0; i < lines; i++)
        {
            int at = i * BytesOfHash;
            hashes[i] = (uint)(bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24));
        }

        return hashes;
    }
}
