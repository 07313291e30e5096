using System.Text;

namespace AiAttribution.Git.WorkingTree;

/// <summary>Source files on disk.</summary>
internal static class SourceFile
{
    /// <summary>Larger files are data; the compiler takes them, nobody reads them.</summary>
    internal const int MostBytes = 16 << 20;

    /// <summary>Bytes of a file; null when it is missing, too large, or cannot be read.</summary>
    public static byte[]? Read(string path) => BoundedFile.ReadThere(path, MostBytes).Bytes;

    /// <summary>Text without byte order mark; bytes that are not UTF-8 become replacement characters, which leaves lines where they are.</summary>
    public static string Text(byte[] bytes)
    {
        // Only with one of these first is there a mark of another encoding.
        if (bytes is not [0x00 or 0xEF or 0xFE or 0xFF, ..])
            return Encoding.UTF8.GetString(bytes);
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return Encoding.UTF8.GetString(bytes.AsSpan(3));
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>When a file was last written; null when it does not exist.</summary>
    public static DateTimeOffset? Time(string path) => File.Exists(path) ? File.GetLastWriteTimeUtc(path) : null;
}
