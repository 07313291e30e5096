using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>Envelopes as files: gzip, named by the SHA-256 of their bytes, so that the same file lies in one place however often it is sent.</summary>
internal static class EnvelopePack
{
    /// <summary>End of the name of a file.</summary>
    public const string Ending = ".jsonl.gz";

    /// <summary>Most bytes of a file.</summary>
    public const int MostPacked = 4 << 20;

    /// <summary>Most bytes of its text.</summary>
    public const int MostText = 32 << 20;

    /// <summary>Head and end of gzip.</summary>
    private const int LeastPacked = 18;

    /// <summary>The file of a text.</summary>
    public static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    /// <summary>Name of a file by its bytes.</summary>
    public static string NameOf(ReadOnlySpan<byte> packed) => Digest(packed) + Ending;

    /// <summary>SHA-256 of bytes, 64 lower-case digits.</summary>
    public static string Digest(ReadOnlySpan<byte> packed) => Convert.ToHexString(SHA256.HashData(packed)).ToLowerInvariant();

    /// <summary>The digest that a file is named by; null where its name is another.</summary>
    public static string? DigestOf(string fileName)
    {
        string name = fileName.EndsWith(Ending, StringComparison.Ordinal) ? fileName[..^Ending.Length] : "";
        return name.Length == 64 && name.All(char.IsAsciiHexDigitLower) ? name : null;
    }

    /// <summary>The text of a file. A small file may hold much text, so it is cut off before it fills the memory.</summary>
    /// <exception cref="InvalidDataException">It is no gzip, it is cut off, or it is too long.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        if (packed.Length > MostPacked)
            throw new InvalidDataException($"it has more than {MostPacked >> 20} MB");
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int read; (read = gzip.Read(buffer)) > 0;)
        {
            if (text.Length + read > MostText)
                throw new InvalidDataException($"it unpacks to more than {MostText >> 20} MB");
            text.Write(buffer, 0, read);
        }

        // The reader does not mind an end that is missing; the end says how long the text was.
        if (packed.Length < LeastPacked || BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(packed.Length - sizeof(uint))) != (uint)text.Length)
            throw new InvalidDataException("it is no whole gzip file");
        return text.ToArray();
    }
}
