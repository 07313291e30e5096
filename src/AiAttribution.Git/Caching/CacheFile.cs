using System.Security.Cryptography;

namespace AiAttribution.Git.Caching;

/// <summary>
/// One cached result: a mark, the SHA-256 of the content, the content. Written aside and renamed, so a reader sees all of it or nothing;
/// anything that does not match its sum is as good as missing.
/// </summary>
public static class CacheFile
{
    /// <summary>Extension of the files.</summary>
    public const string Extension = ".cache";

    private const long MostBytes = 128L << 20;

    private static ReadOnlySpan<byte> Mark => "AiAttr1\n"u8;

    /// <summary>Content of a file; null when it is missing, damaged or too large.</summary>
    public static byte[]? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > MostBytes || file.LinkTarget is not null)
                return null;
            byte[] bytes = File.ReadAllBytes(path);
            int start = Mark.Length + SHA256.HashSizeInBytes;
            if (bytes.Length < start || !bytes.AsSpan().StartsWith(Mark))
                return null;
            return SHA256.HashData(bytes.AsSpan(start)).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length, SHA256.HashSizeInBytes)) ? bytes[start..] : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file if that is possible; a cache that cannot be written costs time only.</summary>
    public static void Write(string path, byte[] content)
    {
        string aside = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp";
        try
        {
            using (FileStream stream = File.Create(aside))
            {
                stream.Write(Mark);
                stream.Write(SHA256.HashData(content));
                stream.Write(content);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What is left of the attempt is removed by the next trimming of the folder.
        }
    }
}
