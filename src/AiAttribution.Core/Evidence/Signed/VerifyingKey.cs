using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiAttribution.Core.Evidence.Signed;

/// <summary>A public key of ECDSA on P-256, with SHA-256: what .NET and every other signer of statements have.</summary>
internal sealed class VerifyingKey
{
    private const string Ed25519 = "1.3.101.112";
    private const string EllipticCurve = "1.2.840.10045.2.1";
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int RawLength = 64;

    private readonly byte[] _info;

    private VerifyingKey(byte[] info)
    {
        _info = info;
        Id = Convert.ToHexString(SHA256.HashData(info)).ToLowerInvariant();
    }

    /// <summary>SHA-256 of the key as DER, lower-case hexadecimal.</summary>
    public string Id { get; }

    /// <summary>Reads a public key as PEM, or the base64 of its DER alone.</summary>
    /// <exception cref="FormatException">It is none; the message is a phrase with the way out.</exception>
    public static VerifyingKey Parse(string text)
    {
        byte[] info = Info(text);
        try
        {
            var key = PublicKey.CreateFromSubjectPublicKeyInfo(info, out int read);
            if (read != info.Length)
                throw new FormatException("something stands behind the key");
            Demand(key.Oid.Value);
            using var curve = ECDsa.Create();
            curve.ImportSubjectPublicKeyInfo(info, out _);
            Demand(curve);
            return new VerifyingKey(info);
        }
        catch (CryptographicException)
        {
            throw new FormatException("it holds no public key");
        }
    }

    /// <summary>The public half of a private key.</summary>
    /// <exception cref="FormatException">It is on another curve.</exception>
    public static VerifyingKey Of(ECDsa key)
    {
        Demand(key);
        return new VerifyingKey(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Refuses another kind of key than this product has.</summary>
    /// <param name="algorithm">Object identifier of the kind.</param>
    /// <exception cref="FormatException">It is another one.</exception>
    public static void Demand(string? algorithm)
    {
        if (algorithm != EllipticCurve)
            throw new FormatException($"it is {(algorithm == Ed25519 ? "an Ed25519 key, which .NET has not" : "another key than of ECDSA")}; make one on P-256: openssl ecparam -name prime256v1 -genkey -noout -out key.pem");
    }

    /// <summary>Whether a signature, as DER or as the two numbers one behind the other, is this key's of the bytes with that SHA-256.</summary>
    public bool Verifies(byte[] hash, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_info, out _);
        return key.VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence)
            || (signature.Length == RawLength && key.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    private static void Demand(ECDsa key)
    {
        Oid curve = key.ExportParameters(includePrivateParameters: false).Curve.Oid;
        if (curve.Value != P256 && curve.FriendlyName is not ("nistP256" or "ECDSA_P256"))
            throw new FormatException("it is a key on another curve than P-256; make one: openssl ecparam -name prime256v1 -genkey -noout -out key.pem");
    }

    private static byte[] Info(string text)
    {
        if (!PemEncoding.TryFind(text, out PemFields fields))
        {
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : throw new FormatException("it is neither PEM nor base64");
        }

        return text[fields.Label] switch
        {
            "PUBLIC KEY" when !PemEncoding.TryFind(text.AsSpan()[fields.Location.End..], out _) => Convert.FromBase64String(text[fields.Base64Data]),
            "PUBLIC KEY" => throw new FormatException("it holds several keys; give each by itself"),
            "CERTIFICATE" => throw new FormatException("it is a certificate; take its key: openssl x509 -in FILE -pubkey -noout"),
            var label when label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) || label == "EC PARAMETERS" => throw new FormatException("it is a private key; give the public one: openssl pkey -in FILE -pubout"),
            var label => throw new FormatException($"it is a '{label}', and no public key"),
        };
    }
}
