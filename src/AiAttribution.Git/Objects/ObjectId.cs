using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AiAttribution.Git.Objects;

/// <summary>Id of a git object: 20 bytes (SHA-1) or 32 bytes (SHA-256), the shorter one padded with zeros.</summary>
internal readonly struct ObjectId : IEquatable<ObjectId>, IComparable<ObjectId>
{
    public const int Sha1Length = 20;
    public const int Sha256Length = 32;

    private readonly Bytes _bytes;

    public ObjectId(ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes);

    [InlineArray(Sha256Length)]
    private struct Bytes
    {
        private byte _first;
    }

    /// <summary>Id of a file's content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="length">Bytes of an id.</param>
    public static ObjectId OfBlob(ReadOnlySpan<byte> content, int length)
    {
        using var hash = IncrementalHash.CreateHash(length == Sha1Length ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {content.Length.ToString(CultureInfo.InvariantCulture)}\0"));
        hash.AppendData(content);
        return new ObjectId(hash.GetHashAndReset());
    }

    public static ObjectId Parse(ReadOnlySpan<char> hex) => new(Convert.FromHexString(hex));

    public static bool TryParse(ReadOnlySpan<byte> hex, out ObjectId id)
    {
        Span<char> chars = stackalloc char[Sha256Length * 2];
        id = default;
        if (hex.Length is not (Sha1Length * 2 or Sha256Length * 2))
            return false;
        for (int i = 0; i < hex.Length; i++)
        {
            if (!char.IsAsciiHexDigit((char)hex[i]))
                return false;
            chars[i] = (char)hex[i];
        }

        id = Parse(chars[..hex.Length]);
        return true;
    }

    /// <summary>The bytes with their padding.</summary>
    public ReadOnlySpan<byte> Span => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Bytes, byte>(ref Unsafe.AsRef(in _bytes)), Sha256Length);

    public bool IsNull => Span.IndexOfAnyExcept((byte)0) < 0;

    public string ToHex(int length) => Convert.ToHexString(Span[..length]).ToLowerInvariant();

    public bool Equals(ObjectId other) => Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => obj is ObjectId other && Equals(other);

    public override int GetHashCode() => MemoryMarshal.Read<int>(Span);

    public int CompareTo(ObjectId other) => Span.SequenceCompareTo(other.Span);

    public static bool operator ==(ObjectId a, ObjectId b) => a.Equals(b);

    public static bool operator !=(ObjectId a, ObjectId b) => !a.Equals(b);
}
