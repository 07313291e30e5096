using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence.Signed;

/// <summary>An in-toto statement whose signatures hold.</summary>
/// <param name="Subjects">What it is about.</param>
/// <param name="PredicateType">What it says of it.</param>
/// <param name="Predicate">What it says.</param>
/// <param name="Signers">The keys that signed it, each once, in the order of the keys that were asked for.</param>
internal sealed record SignedStatement(IReadOnlyList<StatementSubject> Subjects, string PredicateType, JsonElement Predicate, IReadOnlyList<VerifyingKey> Signers)
{
    /// <summary>Signatures by none of those keys; nothing is known of them.</summary>
    public int Unchecked { get; private init; }

    private const string StatementType = "https://in-toto.io/Statement/v1";
    private const int MostSubjects = 10_000;

    /// <summary>Opens an envelope with keys that are trusted.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="keys">The keys; at least one of them must have signed it.</param>
    /// <exception cref="SignatureException">No signature by one of the keys holds, one that names such a key does not, or what was signed is no statement.</exception>
    /// <exception cref="FormatException">The payload is a statement that cannot be read; the message is a phrase.</exception>
    public static SignedStatement Open(DsseEnvelope envelope, IReadOnlyList<VerifyingKey> keys)
    {
        (VerifyingKey[] signers, int others) = Signed(envelope, keys);
        if (envelope.PayloadType != DsseEnvelope.InToto)
            throw new SignatureException($"its payload is '{Cut.At(Printable.Of(envelope.PayloadType), 80)}', and no in-toto statement ({DsseEnvelope.InToto})");
        try
        {
            using JsonDocument document = SafeJson.Parse(envelope.Payload, new JsonDocumentOptions { MaxDepth = 64 });
            UniqueKeys.Demand(document.RootElement);
            return Read(document.RootElement.Clone(), signers) with { Unchecked = others };
        }
        catch (JsonException problem)
        {
            throw new FormatException($"its payload is no statement: {SafeJson.Problem(problem)}");
        }
    }

    /// <summary>Every signature is tried, by the key that it names, or where it names none of ours by all of them.</summary>
    private static (VerifyingKey[] Signers, int Others) Signed(DsseEnvelope envelope, IReadOnlyList<VerifyingKey> keys)
    {
        if (envelope.Signatures.Count == 0)
            throw new SignatureException("nobody signed it: its list of signatures is empty");
        byte[] hash = SHA256.HashData(DsseEnvelope.Encode(envelope.PayloadType, envelope.Payload));
        var signers = new HashSet<string>(StringComparer.Ordinal);
        int others = 0;
        for (int i = 0; i < envelope.Signatures.Count; i++)
        {
            DsseSignature signature = envelope.Signatures[i];
            VerifyingKey? named = keys.FirstOrDefault(k => string.Equals(k.Id, signature.KeyId, StringComparison.OrdinalIgnoreCase));
            VerifyingKey? signer = (named is null ? keys : [named]).FirstOrDefault(k => k.Verifies(hash, signature.Bytes));
            if (signer is not null)
                signers.Add(signer.Id);
            else if (named is not null)
                throw new SignatureException(string.Create(CultureInfo.InvariantCulture, $"signature {i + 1} names the key {Short(named)} and does not hold: statement or signature were changed after signing"));
            else
                others++;
        }

        return signers.Count > 0
            ? ([.. keys.Where(k => signers.Contains(k.Id)).DistinctBy(k => k.Id)], others)
            : throw new SignatureException($"no signature of it is by the key {string.Join(" or ", keys.Select(Short))}: another key signed it, or it was changed after signing");
    }

    private static string Short(VerifyingKey key) => key.Id[..12];

    private static SignedStatement Read(JsonElement root, VerifyingKey[] signers)
    {
        if (!root.Is("_type", StatementType))
            throw new FormatException($"its payload is no statement: '_type' is not {StatementType}");
        if (root.Get("subject").ValueKind != JsonValueKind.Array || root.Get("subject").GetArrayLength() is 0 or > MostSubjects)
            throw new FormatException($"its statement is about nothing, or about more than {MostSubjects} subjects");
        string type = root.Text("predicateType") ?? throw new FormatException("its statement has no 'predicateType'");
        return new SignedStatement([.. root.Get("subject").Items().Select(StatementSubject.Read)], type, root.Get("predicate"), signers);
    }
}

/// <summary>What a statement is about.</summary>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Sha256">Digest of a file, lower-case hexadecimal; null when it has none.</param>
/// <param name="Commit">Id of a commit; null when it is none.</param>
internal sealed record StatementSubject(string? Name, string? Sha256, string? Commit)
{
    public static StatementSubject Read(JsonElement subject)
    {
        JsonElement digest = subject.Get("digest");
        return new(subject.Text("name"), Sha256Of(digest), (digest.Text("gitCommit") ?? digest.Text("sha1"))?.ToLowerInvariant());
    }

    /// <summary>A part of a digest would be the digest of many files.</summary>
    private static string? Sha256Of(JsonElement digest) => digest.Text("sha256") is { Length: 64 } text && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;
}

/// <summary>A statement is not what it seems; the message is a phrase that says why.</summary>
internal sealed class SignatureException(string message) : Exception(message);
