using System.Security.Cryptography;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Core.Policy;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Core.Tests.Evidence.Signed;

public class VerifyingKeyTests
{
    // openssl pkey -in key -pubout of a key that openssl genpkey -algorithm ed25519 made.
    private const string Ed25519 = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";

    [Fact]
    public void Key_is_read_as_pem_and_as_base64()
    {
        using var signer = new StatementSigner();

        Assert.Equal((signer.Id, signer.Id), (VerifyingKey.Parse(signer.PublicPem).Id, VerifyingKey.Parse(signer.PublicKey).Id));
    }

    [Fact]
    public void Other_keys_are_named_with_the_way_out()
    {
        using RSA rsa = RSA.Create(2048);
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var signer = new StatementSigner();

        Assert.Contains("an Ed25519 key, which .NET has not", Refusal(Ed25519));
        Assert.Contains("another key than of ECDSA", Refusal(rsa.ExportSubjectPublicKeyInfoPem()));
        Assert.Contains("on another curve than P-256", Refusal(large.ExportSubjectPublicKeyInfoPem()));
        Assert.Contains("openssl pkey -in FILE -pubout", Refusal(signer.Key.ExportPkcs8PrivateKeyPem()));
        Assert.Contains("openssl pkey -in FILE -pubout", Refusal(signer.Key.ExportECPrivateKeyPem()));
        Assert.Contains("several keys", Refusal(signer.PublicPem + "\n" + signer.PublicPem));
        Assert.Contains("openssl x509", Refusal("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"));
        Assert.Contains("neither PEM nor base64", Refusal("key.pem"));
        Assert.Contains("no public key", Refusal("AAAA"));
        Assert.Contains("something stands behind the key", Refusal(Convert.ToBase64String([.. signer.Key.ExportSubjectPublicKeyInfo(), 0])));
    }

    [Fact]
    public void Policy_names_keys()
    {
        using var signer = new StatementSigner();

        PolicyReading reading = PolicyReader.Read($$"""{ "evidence": { "keys": ["{{signer.PublicKey}}"] } }""", "ai-attribution.json");

        Assert.Equal(signer.Id, reading.Policy!.Evidence.Keys.Single().Id);
    }

    [Fact]
    public void Policy_with_a_key_that_is_none_is_told_with_its_place()
    {
        PolicyProblem problem = Assert.Single(PolicyReader.Read("{ \"evidence\": {\n  \"keys\": [\"keys/builder.pem\"] } }", "ai-attribution.json").Problems);

        Assert.Equal((2, 12), (problem.Line, problem.Column));
        Assert.Contains("must be a public key of ECDSA on P-256, as PEM or base64: it is neither PEM nor base64.", problem.Message);
    }

    private static string Refusal(string text) => Assert.Throws<FormatException>(() => VerifyingKey.Parse(text)).Message;
}
