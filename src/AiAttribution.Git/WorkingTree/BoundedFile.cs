namespace AiAttribution.Git.WorkingTree;

/// <summary>Reads a file that anybody may have put there: a plain one, where it says it is, and no more of it than is asked for.</summary>
internal static class BoundedFile
{
    /// <summary>Bytes of a file that no link leads to from its repository to elsewhere, or why there are none.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="most">Most bytes that are read.</param>
    public static (byte[]? Bytes, string? Problem) Read(string path, long most)
    {
        try
        {
            return RealPath.Inside(path) is { } real ? ReadThere(real, most) : (null, "it is a link that leads out of the repository");
        }
        catch (IOException)
        {
            return (null, "it is a link that leads nowhere");
        }
    }

    /// <summary>The same for a path that is known to have no such link. What has no length is not opened: a device has none, and a pipe would never end.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="most">Most bytes that are read.</param>
    public static (byte[]? Bytes, string? Problem) ReadThere(string path, long most)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return (null, "it does not exist");
            if (file.Length == 0)
                return ([], null);
            byte[]? bytes = file.Length > most ? null : ReadAtMost(path, file.Length, most);
            return bytes is null ? (null, $"it has more than {Size(most)}") : (bytes, null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, "it cannot be read");
        }
    }

    /// <summary>All that a stream has, and null when that is more than is allowed. The length of a file can be wrong, what it gives cannot.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">How much it should be.</param>
    /// <param name="most">Most bytes that are read.</param>
    internal static byte[]? ReadAtMost(Stream stream, long expected, long most)
    {
        byte[] bytes = new byte[Math.Min(expected, most)];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        for (int next = stream.ReadByte(); next >= 0; next = stream.ReadByte())
        {
            if (length == most)
                return null;
            if (length == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(2L * length + 1, most));
            bytes[length++] = (byte)next;
            length += stream.ReadAtLeast(bytes.AsSpan(length), bytes.Length - length, throwOnEndOfStream: false);
        }

        Array.Resize(ref bytes, length);
        return bytes;
    }

    private static byte[]? ReadAtMost(string path, long length, long most)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        return ReadAtMost(stream, length, most);
    }

    private static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes} bytes";
}
