using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Core.Tests.Evidence.Signed;

public class DsseEnvelopeTests
{
    private const string Statement = """{"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"gitCommit":"ab"}}],"predicateType":"t","predicate":{}}""";

    // Key, payload and signature of the specification (https://github.com/secure-systems-lab/dsse/blob/master/protocol.md).
    private const string Vector = """{"payload": "aGVsbG8gd29ybGQ=", "payloadType": "http://example.com/HelloWorld", "signatures": [{"sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}""";
    private const string X = "46950820868899156662930047687818585632848591499744589407958293238635476079160";
    private const string Y = "5640078356564379163099075877009565129882514886557779369047442380624545832820";

    [Fact]
    public void Vector_of_the_specification_holds()
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Number(X), Y = Number(Y) } });
        var envelope = DsseEnvelope.Parse(Encoding.UTF8.GetBytes(Vector));
        byte[] signed = DsseEnvelope.Encode(envelope.PayloadType, envelope.Payload);

        Assert.Equal("DSSEv1 29 http://example.com/HelloWorld 11 hello world", Encoding.UTF8.GetString(signed));
        Assert.True(VerifyingKey.Of(key).Verifies(SHA256.HashData(signed), envelope.Signatures[0].Bytes));
    }

    [Fact]
    public void Length_of_the_type_is_counted_in_bytes()
    {
        Assert.Equal("DSSEv1 2 ä 1 b", Encoding.UTF8.GetString(DsseEnvelope.Encode("ä", "b"u8)));
    }

    [Fact]
    public void Statement_opens_by_its_key()
    {
        using var signer = new StatementSigner();

        SignedStatement statement = Open(signer.Sign(Statement), signer);

        Assert.Equal(("t", "ab", signer.Id), (statement.PredicateType, statement.Subjects[0].Commit, statement.Signers.Single().Id));
    }

    [Fact]
    public void Both_alphabets_of_base64_are_read_with_and_without_padding()
    {
        using var signer = new StatementSigner();
        string envelope = signer.Sign(Statement.Replace("\"t\"", "\"t???>>>\"", StringComparison.Ordinal));
        string url = envelope.Replace("\\u002B", "-", StringComparison.Ordinal).Replace("vnd.in-toto-json", "vnd.in-toto+json", StringComparison.Ordinal).Replace("/", "_", StringComparison.Ordinal).Replace("application_vnd", "application/vnd", StringComparison.Ordinal);

        Assert.NotEqual(envelope, url);
        Assert.Equal("t???>>>", Open(url, signer).PredicateType);
        Assert.Equal("t???>>>", Open(url.Replace("=", "", StringComparison.Ordinal), signer).PredicateType);
    }

    [Fact]
    public void Mark_of_the_byte_order_is_passed_over()
    {
        using var signer = new StatementSigner();

        Assert.Single(DsseEnvelope.Parse(Encoding.UTF8.GetBytes("\uFEFF" + signer.Sign(Statement))).Signatures);
    }

    [Theory]
    [InlineData("AB", null)]
    [InlineData("89E65E546593", null)]
    [InlineData("89E65E54659389E65E54659389E65E54659389E65E54659389E65E546593ABCD", "89e65e54659389e65e54659389e65e54659389e65e54659389e65e546593abcd")]
    public void Part_of_a_digest_names_no_file(string digest, string? expected)
    {
        using var signer = new StatementSigner();
        string statement = Statement.Replace("\"gitCommit\":\"ab\"", $"\"sha256\":\"{digest}\"", StringComparison.Ordinal);

        Assert.Equal(expected, SignedStatement.Open(DsseEnvelope.Parse(Encoding.UTF8.GetBytes(signer.Sign(statement))), [VerifyingKey.Of(signer.Key)]).Subjects.Single().Sha256);
    }

    [Fact]
    public void Signature_of_two_plain_numbers_is_read_too()
    {
        using var signer = new StatementSigner();

        Assert.Equal("t", Open(StatementSigner.Envelope(DsseEnvelope.InToto, Statement, "", signer.RawSignature(Statement)), signer).PredicateType);
    }

    [Fact]
    public void Envelope_in_a_bundle_is_read()
    {
        using var signer = new StatementSigner();

        Assert.Equal("t", Open($$"""{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","dsseEnvelope":{{signer.Sign(Statement)}}}""", signer).PredicateType);
    }

    [Fact]
    public void Key_id_that_names_none_of_ours_does_not_keep_a_signature_from_being_tried()
    {
        using var signer = new StatementSigner();

        Assert.Equal("t", Open(signer.Sign(Statement, keyId: "somebody"), signer).PredicateType);
    }

    [Fact]
    public void Every_byte_of_the_payload_counts()
    {
        using var signer = new StatementSigner();
        byte[] signature = signer.Signature(DsseEnvelope.InToto, Statement);
        for (int i = 0; i < Statement.Length; i++)
        {
            string changed = Statement[..i] + (char)(Statement[i] ^ 1) + Statement[(i + 1)..];
            Assert.Throws<SignatureException>(() => Open(StatementSigner.Envelope(DsseEnvelope.InToto, changed, signer.Id, signature), signer));
        }
    }

    [Fact]
    public void Signature_by_another_key_is_refused()
    {
        using var signer = new StatementSigner();
        using var other = new StatementSigner();

        Assert.Contains("another key signed it, or it was changed after signing", Refusal(other.Sign(Statement), signer));
        Assert.Contains("were changed after signing", Refusal(other.Sign(Statement, keyId: signer.Id), signer));
    }

    [Fact]
    public void Signature_of_a_known_key_that_does_not_hold_is_refused_beside_one_that_does()
    {
        using var signer = new StatementSigner();
        using var second = new StatementSigner();
        string envelope = signer.Sign(Statement).Replace("\"signatures\":[", $$"""
            "signatures":[{"keyid":"{{second.Id}}","sig":"MAYCAQECAQE="},
            """.Trim(), StringComparison.Ordinal);

        Assert.Contains("signature 1 names the key " + second.Id[..12], Refusal(envelope, signer, second));
        Assert.Equal("t", Open(envelope, signer).PredicateType);
    }

    [Fact]
    public void Envelope_that_nobody_signed_is_refused()
    {
        using var signer = new StatementSigner();

        Assert.Contains("list of signatures is empty", Refusal($$"""{"payloadType":"{{DsseEnvelope.InToto}}","payload":"e30=","signatures":[]}""", signer));
    }

    [Fact]
    public void Payload_of_another_type_is_refused_though_its_signature_holds()
    {
        using var signer = new StatementSigner();

        Assert.Contains("its payload is 'application/json'", Refusal(signer.Sign(Statement, "application/json"), signer));
        Assert.Contains("changed after signing", Refusal(signer.Sign(Statement, "application/json").Replace("application/json", DsseEnvelope.InToto, StringComparison.Ordinal), signer));
    }

    [Theory]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.c2ln", "it is a JWS")]
    [InlineData("""{"payload":"e30","protected":"eyJhbGciOiJFUzI1NiJ9","signature":"c2ln"}""", "it is a JWS")]
    [InlineData("""{"payload":"e30","signatures":[{"protected":"eyJhbGciOiJFUzI1NiJ9","signature":"c2ln"}]}""", "it is a JWS")]
    [InlineData(Statement, "nobody signed it")]
    [InlineData("""{"payloadType":"a","payload":"e30=","payload":"e30=","signatures":[]}""", "the key 'payload' stands twice")]
    [InlineData("""{"payloadType":"a","payload":"e30=","signatures":[{"sig":"YQ==","s\u0069g":"YQ=="}]}""", "the key 'sig' stands twice")]
    [InlineData("""{"payload":"e30=","signatures":[]}""", "no 'payloadType'")]
    [InlineData("""{"payloadType":"a","signatures":[]}""", "no 'payload'")]
    [InlineData("""{"payloadType":"a","payload":"e30="}""", "no 'signatures'")]
    [InlineData("""{"payloadType":"a","payload":"e3 0=","signatures":[]}""", "payload is no base64")]
    [InlineData("""{"payloadType":"a","payload":"-+==","signatures":[]}""", "payload is no base64")]
    [InlineData("""{"payloadType":"a","payload":"e30=","signatures":[{"sig":""}]}""", "signature 1 is no base64")]
    [InlineData("""{"payload_type":"application/vnd.in-toto+json","payload_sha256":"","statement":{},"signatures":[]}""", "Ed25519, which .NET has not")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "it is not JSON")]
    [InlineData("{}{}", "it is not JSON")]
    [InlineData("", "it is not JSON")]
    public void What_is_no_envelope_is_named(string text, string reason)
    {
        Assert.Contains(reason, Assert.Throws<FormatException>(() => DsseEnvelope.Parse(Encoding.UTF8.GetBytes(text))).Message);
    }

    [Fact]
    public void Huge_or_deep_envelope_is_not_read()
    {
        Assert.Contains("larger than 16 MiB", Assert.Throws<FormatException>(() => DsseEnvelope.Parse(new byte[DsseEnvelope.MaximumBytes + 1])).Message);
        Assert.Contains("not JSON", Assert.Throws<FormatException>(() => DsseEnvelope.Parse(Encoding.UTF8.GetBytes(new string('[', 100_000)))).Message);
    }

    [Theory]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","_type":"x","subject":[{}],"predicateType":"t","predicate":{}}""", "stands twice")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[{}],"predicateType":"t","predicate":{"gate":{"fails":true,"fails":false}}}""", "the key 'fails' stands twice")]
    [InlineData("""{"_type":"https://example.com/v1","subject":[{}],"predicateType":"t"}""", "no statement")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"t"}""", "about nothing")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","subject":[{}]}""", "no 'predicateType'")]
    [InlineData("hello", "it is not JSON")]
    public void Payload_that_is_no_statement_is_named(string payload, string reason)
    {
        using var signer = new StatementSigner();

        Assert.Contains(reason, Assert.Throws<FormatException>(() => Open(signer.Sign(payload), signer)).Message);
    }

    private static SignedStatement Open(string envelope, params StatementSigner[] signers) =>
        SignedStatement.Open(DsseEnvelope.Parse(Encoding.UTF8.GetBytes(envelope)), [.. signers.Select(s => VerifyingKey.Of(s.Key))]);

    private static string Refusal(string envelope, params StatementSigner[] signers) => Assert.Throws<SignatureException>(() => Open(envelope, signers)).Message;

    private static byte[] Number(string digits)
    {
        byte[] bytes = BigInteger.Parse(digits, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
