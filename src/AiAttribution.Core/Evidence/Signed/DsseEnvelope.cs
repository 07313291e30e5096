using System.Globalization;
using System.Text;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence.Signed;

/// <summary>A DSSE envelope (https://github.com/secure-systems-lab/dsse): a payload, what it is, and who signed both.</summary>
/// <param name="PayloadType">What the payload is.</param>
/// <param name="Payload">The bytes that were signed; nothing else of the envelope is.</param>
/// <param name="Signatures">Signatures in the order of the envelope; empty when nobody signed it.</param>
internal sealed record DsseEnvelope(string PayloadType, byte[] Payload, IReadOnlyList<DsseSignature> Signatures)
{
    /// <summary>A larger one is not read.</summary>
    public const int MaximumBytes = 16 << 20;

    /// <summary>The payload is an in-toto statement.</summary>
    public const string InToto = "application/vnd.in-toto+json";

    private const int MostSignatures = 100;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>PAE of a payload: what is signed, the payload bound to its type.</summary>
    public static byte[] Encode(string payloadType, ReadOnlySpan<byte> payload)
    {
        int typeLength = Encoding.UTF8.GetByteCount(payloadType);
        string head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {typeLength} {payloadType} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }

    /// <summary>Reads the JSON form, also inside a Sigstore bundle. Nothing is verified by that.</summary>
    /// <exception cref="FormatException">It is none; the message is a phrase that says what it is instead, or what is wrong.</exception>
    public static DsseEnvelope Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MaximumBytes)
            throw new FormatException($"it is larger than {MaximumBytes >> 20} MiB");
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            using JsonDocument document = SafeJson.Parse(utf8, Options);
            UniqueKeys.Demand(document.RootElement);
            JsonElement bundled = document.RootElement.Get("dsseEnvelope");
            return Read(bundled.ValueKind == JsonValueKind.Object ? bundled : document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new FormatException(IsCompactJws(utf8.Span) ? "it is a JWS, and no DSSE envelope" : SafeJson.Problem(problem));
        }
    }

    private static DsseEnvelope Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException("it is no JSON object");
        if (root.Text("_type") is not null)
            throw new FormatException("it is a statement without an envelope: nobody signed it");
        if (SafeJson.Find(root, "protected", out _) || root.Get("signatures").Items().Any(s => SafeJson.Find(s, "protected", out _)))
            throw new FormatException("it is a JWS, and no DSSE envelope");
        if (SafeJson.Find(root, "payload_type", out _) && SafeJson.Find(root, "statement", out _))
            throw new FormatException("it is an envelope of OpenFab, signed with Ed25519, which .NET has not; have the statement signed as DSSE with P-256");
        string type = root.LongText("payloadType") ?? throw Missing("payloadType");
        string payload = root.LongText("payload") ?? throw Missing("payload");
        if (root.Get("signatures").ValueKind != JsonValueKind.Array)
            throw Missing("signatures");
        if (root.Get("signatures").GetArrayLength() > MostSignatures)
            throw new FormatException($"it has more than {MostSignatures} signatures");
        return new DsseEnvelope(type, Bytes(payload, "payload"), [.. root.Get("signatures").Items().Select(Signature)]);
    }

    private static FormatException Missing(string key) => new($"it is no DSSE envelope: it has no '{key}'");

    private static DsseSignature Signature(JsonElement signature, int index) =>
        new(signature.Text("keyid"), Bytes(signature.LongText("sig") ?? "", string.Create(CultureInfo.InvariantCulture, $"signature {index + 1}")));

    /// <summary>Base64 in either alphabet, as the specification demands, one of them in a text; nothing else, no white space either.</summary>
    private static byte[] Bytes(string text, string what)
    {
        bool isPlain = text.AsSpan().IndexOfAny('+', '/') >= 0;
        bool isUrl = text.AsSpan().IndexOfAny('-', '_') >= 0;
        string plain = text.Replace('-', '+').Replace('_', '/');
        if (plain.Length % 4 != 0 && !plain.Contains('='))
            plain = plain.PadRight(plain.Length + 4 - (plain.Length % 4), '=');
        var bytes = new byte[plain.Length / 4 * 3];
        return text.Length > 0 && !(isPlain && isUrl) && !text.Any(char.IsWhiteSpace) && Convert.TryFromBase64String(plain, bytes, out int length)
            ? bytes[..length]
            : throw new FormatException($"its {what} is no base64");
    }

    private static bool IsCompactJws(ReadOnlySpan<byte> text) =>
        text.StartsWith("eyJ"u8) && text.Count((byte)'.') == 2 && text.Trim(" \t\r\n"u8).IndexOfAny(" \t\r\n{\""u8) < 0;
}

/// <summary>A signature of an envelope.</summary>
/// <param name="KeyId">Which key the signer says it used; a hint that nothing vouches for. Null when it says none.</param>
/// <param name="Bytes">The signature.</param>
internal sealed record DsseSignature(string? KeyId, byte[] Bytes);
