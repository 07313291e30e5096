using System.Buffers.Text;
using System.IO.Compression;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Storage;

/// <summary>
/// Objects that lie in files of their own, as <c>type SP size NUL content</c> in zlib. Read here and not by libgit2, which never comes to the end of a file that was
/// cut off and inflates an object before it can be asked for its size. Time and memory are bounded by what is asked for.
/// </summary>
/// <param name="folders">The folders of objects.</param>
internal sealed class LooseObjects(IReadOnlyList<string> folders)
{
    private const int LongestHeader = 32;

    // zlib makes at most 1032 bytes out of one.
    private const int MostBytesOfOne = 1040;

    private readonly bool[] _known = Known(folders);

    /// <summary>File of an object, if there seems to be one; what came since this was made is found with <paramref name="afresh"/>.</summary>
    public string? Find(ObjectId id, bool afresh)
    {
        if (!afresh && !_known[id.Span[0]])
            return null;
        string hex = id.ToHex(ObjectId.Sha1Length);
        return folders.Select(folder => Path.Combine(folder, hex[..2], hex[2..])).FirstOrDefault(File.Exists);
    }

    /// <summary>Ids that begin with some hexadecimal digits, two at least.</summary>
    public IEnumerable<ObjectId> StartingWith(string digits) =>
        folders.Select(folder => Path.Combine(folder, digits[..2]))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, digits[2..] + "*"))
            .Select(file => digits[..2] + Path.GetFileName(file))
            .Where(hex => hex.Length == ObjectId.Sha1Length * 2 && hex.All(char.IsAsciiHexDigit))
            .Select(hex => ObjectId.Parse(hex))
            .Distinct();

    /// <summary>Type and content of an object's file; null when it is larger than <paramref name="maxBytes"/>.</summary>
    /// <exception cref="RepositoryException">It is cut off, empty, a link, or no object.</exception>
    public static (string Type, byte[] Content)? Read(string path, int maxBytes)
    {
        try
        {
            // The length of a device or a pipe is 0: they are not opened.
            var info = new FileInfo(path);
            if (info.Length == 0 || (info.Attributes & FileAttributes.ReparsePoint) != 0)
                throw new InvalidDataException("it is empty or no file");
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            using var content = new ZLibStream(file, CompressionMode.Decompress);
            return Read(content, info.Length, maxBytes);
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new RepositoryException(RepositoryProblem.Corrupt, $"object {Id(path)} cannot be read: its file is damaged", "git fsck, or fetch it again in a fresh clone", cause);
        }
    }

    private static (string Type, byte[] Content)? Read(Stream stream, long fileBytes, int maxBytes)
    {
        Span<byte> start = stackalloc byte[1024];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        int end = start[..Math.Min(start.Length, LongestHeader)].IndexOf((byte)0);
        int space = start[..Math.Max(end, 0)].IndexOf((byte)' ');
        if (space <= 0 || !Utf8Parser.TryParse(start[(space + 1)..end], out long size, out int digits) || digits != end - space - 1 || size < 0 || size > fileBytes * MostBytesOfOne)
            throw new InvalidDataException("it has no header of an object");
        if (size > Math.Min(maxBytes, Array.MaxLength))
            return null;
        ReadOnlySpan<byte> rest = start[(end + 1)..];
        var content = new byte[size];
        if (rest.Length > size)
            throw new InvalidDataException("it is longer than it says");
        rest.CopyTo(content);
        stream.ReadExactly(content.AsSpan(rest.Length));
        if (stream.ReadByte() >= 0)
            throw new InvalidDataException("it is longer than it says");
        return (System.Text.Encoding.ASCII.GetString(start[..space]), content);
    }

    private static bool[] Known(IReadOnlyList<string> folders)
    {
        var known = new bool[256];
        foreach (string name in folders.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Select(folder => Path.GetFileName(folder)))
        {
            if (name.Length == 2 && name.All(char.IsAsciiHexDigit))
                known[Convert.FromHexString(name)[0]] = true;
        }

        return known;
    }

    private static string Id(string path) => Path.GetFileName(Path.GetDirectoryName(path)) + Path.GetFileName(path);
}
