using System.Security.Cryptography;
using AiAttribution.Core.Text;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Git.Cache;

/// <summary>
/// One cached value: a mark, the SHA-256 of the rest, what it is (codec, version of the code, key), the value. Written aside and renamed, so a reader sees all
/// of it or nothing; anything else than what is asked for is as good as missing. Only its owner can read it, and links are not followed.
/// </summary>
internal static class CacheFile
{
    /// <summary>Extension of the files.</summary>
    public const string Extension = ".cache";

    private const string AsideExtension = ".tmp";
    private const int MostBytes = 128 << 20;

    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);
    private static readonly TimeSpan UseInterval = TimeSpan.FromHours(1);

    private static int HeaderLength => Mark.Length + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Mark => "AiAttr2\n"u8;

    /// <summary>Value of a file; null when it is missing, damaged, too large, of other code or under another key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="codec">How the value is kept.</param>
    /// <param name="key">What decides the value beside the file's name.</param>
    public static T? Read<T>(string path, CacheCodec<T> codec, string key = "")
        where T : class
    {
        try
        {
            if (Content(path) is not { } content)
                return null;
            var reader = new CompactReader(content);
            T? value = reader.Unique() == Header(codec, key) ? codec.Read(reader) : null;
            if (value is null || !reader.IsAtEnd)
                return null;
            MarkUsed(path);
            return value;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Writes a value if that is possible; a cache that cannot be written costs time only.</summary>
    /// <param name="path">The file.</param>
    /// <param name="codec">How the value is kept.</param>
    /// <param name="value">The value.</param>
    /// <param name="key">What decides the value beside the file's name.</param>
    public static void Write<T>(string path, CacheCodec<T> codec, T value, string key = "")
        where T : class
    {
        var writer = new CompactWriter();
        writer.Unique(Header(codec, key));
        codec.Write(writer, value);
        if (writer.Written.Length > MostBytes - HeaderLength)
            return;
        string aside = $"{path}.{Path.GetRandomFileName()}{AsideExtension}";
        try
        {
            using (FileStream stream = PrivateFolder.Create(aside))
            {
                stream.Write(Mark);
                stream.Write(SHA256.HashData(writer.Written));
                stream.Write(writer.Written);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException || SafeFile.IsTooLarge(problem))
        {
            // A full disk is not filled further; what a crash leaves is removed when it is old enough.
            TryDelete(new FileInfo(aside));
        }
    }

    /// <summary>Deletes what crashed writers left in a folder.</summary>
    public static void RemoveAbandoned(string folder)
    {
        DateTime abandoned = DateTime.UtcNow - LongestWrite;
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*" + AsideExtension).Where(file => file.LastWriteTimeUtc < abandoned))
            TryDelete(file);
    }

    internal static void TryDelete(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Another process reads it; the next one tries again.
        }
    }

    /// <summary>What is read again and again and never changes would else be the first to go when there are too many files.</summary>
    private static void MarkUsed(string path)
    {
        try
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > UseInterval)
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It is on a disk that cannot be written, where nothing is deleted either.
        }
    }

    private static ReadOnlyMemory<byte>? Content(string path)
    {
        // The length of a device or a pipe is 0: they are not opened.
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null || file.Length <= HeaderLength || file.Length > MostBytes)
            return null;
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length <= HeaderLength || !bytes.AsSpan().StartsWith(Mark))
            return null;
        ReadOnlyMemory<byte> content = bytes.AsMemory(HeaderLength);
        return SHA256.HashData(content.Span).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length, SHA256.HashSizeInBytes)) ? content : null;
    }

    private static string Header<T>(CacheCodec<T> codec, string key)
        where T : class
    {
        Type type = codec.GetType();
        return $"{type.FullName}|{type.Module.ModuleVersionId:N}|{typeof(CacheFile).Module.ModuleVersionId:N}|{typeof(CompactWriter).Module.ModuleVersionId:N}|{key}";
    }
}
