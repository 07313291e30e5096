using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AiAttribution.Testing.Repositories;

/// <summary>A fresh key of ECDSA on P-256, and envelopes that it signs: DSSE written again, so that the product is not its own witness.</summary>
public sealed class StatementSigner : IDisposable
{
    private const string InToto = "application/vnd.in-toto+json";

    /// <summary>The key.</summary>
    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>SHA-256 of the public key.</summary>
    public string Id => Convert.ToHexString(SHA256.HashData(Key.ExportSubjectPublicKeyInfo())).ToLowerInvariant();

    /// <summary>The public key as base64.</summary>
    public string PublicKey => Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo());

    /// <summary>The public key as PEM.</summary>
    public string PublicPem => Key.ExportSubjectPublicKeyInfoPem();

    /// <summary>A statement in its envelope, on one line.</summary>
    public string Sign(string statement, string payloadType = InToto, string? keyId = null) => Envelope(payloadType, statement, keyId ?? Id, Signature(payloadType, statement));

    /// <summary>The signature of this key, as DER.</summary>
    public byte[] Signature(string payloadType, string statement) => Key.SignData(Bytes(payloadType, statement), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>The signature of this key, as its two numbers.</summary>
    public byte[] RawSignature(string statement) => Key.SignData(Bytes(InToto, statement), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>An envelope with one signature.</summary>
    public static string Envelope(string payloadType, string payload, string keyId, byte[] signature) => JsonSerializer.Serialize(new
    {
        payloadType,
        payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)),
        signatures = new[] { new { keyid = keyId, sig = Convert.ToBase64String(signature) } },
    });

    /// <inheritdoc/>
    public void Dispose() => Key.Dispose();

    private static byte[] Bytes(string payloadType, string statement) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {Encoding.UTF8.GetByteCount(statement)} {statement}"));
}
