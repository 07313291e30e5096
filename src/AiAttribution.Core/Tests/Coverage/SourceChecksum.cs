using System.Security.Cryptography;

namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Checksum of a source file's bytes, as compilers write it into debugging symbols.</summary>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="Hex">The checksum as upper-case hexadecimal digits.</param>
internal sealed record SourceChecksum(ChecksumAlgorithm Algorithm, string Hex)
{
    /// <summary>The checksum that a report states; null for an algorithm that is not known or digits that cannot be right.</summary>
    /// <param name="algorithm">Its name, such as <c>SHA256</c>.</param>
    /// <param name="hex">Hexadecimal digits.</param>
    public static SourceChecksum? Parse(string? algorithm, string? hex)
    {
        ChecksumAlgorithm? known = algorithm?.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "SHA256" => ChecksumAlgorithm.Sha256,
            "SHA1" => ChecksumAlgorithm.Sha1,
            _ => null,
        };
        return known is { } value && hex?.Length == Digits(value) && hex.All(char.IsAsciiHexDigit) ? new SourceChecksum(value, hex.ToUpperInvariant()) : null;
    }

    /// <summary>Whether these are the bytes that were measured.</summary>
    public bool Matches(ReadOnlySpan<byte> bytes) => Convert.ToHexString(Compute(bytes)) == Hex;

    private static int Digits(ChecksumAlgorithm algorithm) => algorithm == ChecksumAlgorithm.Sha256 ? 64 : 40;

    // SHA-1 is what older compilers wrote. It recognises a text here and protects nothing.
#pragma warning disable CA5350
    private byte[] Compute(ReadOnlySpan<byte> bytes) => Algorithm == ChecksumAlgorithm.Sha256 ? SHA256.HashData(bytes) : SHA1.HashData(bytes);
#pragma warning restore CA5350
}

/// <summary>Algorithms that C# compilers use for source checksums.</summary>
internal enum ChecksumAlgorithm
{
    /// <summary>SHA-1, the default until C# 7.</summary>
    Sha1,

    /// <summary>SHA-256, the default since.</summary>
    Sha256,
}
