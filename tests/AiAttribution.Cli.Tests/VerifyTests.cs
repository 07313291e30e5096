using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>A statement that <c>report --sign</c> wrote, and whoever promotes what it is about.</summary>
public sealed class VerifyTests : IDisposable
{
    private const string Password = "AI_ATTRIBUTION_KEY_PASSWORD";

    private readonly TestRepository _repository = RepositoryBuilder.Create();
    private readonly StatementSigner _signer = new();

    public VerifyTests()
    {
        _repository.Git("remote", "add", "origin", "https://user:secret@example.com/acme/shop.git");
        _repository.Write("out/App.dll", "an assembly").Write("out/Other.dll", "another one");
        _repository.Write("key.pem", _signer.Key.ExportPkcs8PrivateKeyPem()).Write("key.pub", _signer.PublicPem);
    }

    public void Dispose()
    {
        _repository.Dispose();
        _signer.Dispose();
    }

    [Fact]
    public async Task Statement_holds_for_its_artifact_commit_and_repository()
    {
        ToolRun report = await Sign();

        ToolRun run = await Verify("--artifact", "out/App.dll", "--repo", ".");

        Assert.Equal((0, ""), (report.ExitCode, report.Error));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            $"""
            ok          signature: by the key {_signer.Id[..12]}
            ok          artifact: App.dll, sha256 {Sha256("an assembly")[..12]}
            ok          commit: {_repository.Head[..12]}
            ok          repository: example.com/acme/shop
            open        policy: the defaults were applied
            ok          gate: clear, 0 of 1 rule fails

            """,
            run.Out);
    }

    [Fact]
    public async Task Payload_is_the_statement_byte_for_byte()
    {
        await Sign();

        string plain = (await ToolRun.Of(_repository.Root, "report", "--format", "intoto", "--artifact", "out/App.dll")).Out;

        Assert.Equal(plain, Encoding.UTF8.GetString(Convert.FromBase64String(Envelope()["payload"]!.GetValue<string>())));
    }

    [Fact]
    public async Task Signature_is_one_that_dotnet_verifies_over_pae()
    {
        await Sign();
        string payload = Encoding.UTF8.GetString(Convert.FromBase64String(Envelope()["payload"]!.GetValue<string>()));

        Assert.True(_signer.Key.VerifyData(
            Encoding.UTF8.GetBytes($"DSSEv1 28 application/vnd.in-toto+json {Encoding.UTF8.GetByteCount(payload)} {payload}"),
            Convert.FromBase64String(Envelope()["signatures"]![0]!["sig"]!.GetValue<string>()),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence));
        Assert.Equal(_signer.Id, Envelope()["signatures"]![0]!["keyid"]!.GetValue<string>());
    }

    [Fact]
    public async Task Key_may_be_sec1_or_encrypted()
    {
        _repository.Write("sec1.pem", _signer.Key.ExportECPrivateKeyPem());
        _repository.Write("encrypted.pem", _signer.Key.ExportEncryptedPkcs8PrivateKeyPem("open sesame", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));

        Assert.Equal(0, (await Sign("sec1.pem")).ExitCode);
        Assert.Equal(0, (await Verify()).ExitCode);
        Assert.Equal(0, (await Sign("encrypted.pem", $"{Password}=open sesame")).ExitCode);
        Assert.Equal(0, (await Verify()).ExitCode);
        Assert.Contains($"it is encrypted; put its password into the environment variable {Password}.", (await Sign("encrypted.pem", "A=b")).Error);
        Assert.Contains($"the password in {Password} does not open it", (await Sign("encrypted.pem", $"{Password}=mellon")).Error);
    }

    [Fact]
    public async Task Key_that_cannot_sign_is_named_before_anything_is_scanned()
    {
        using RSA rsa = RSA.Create(2048);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        _repository.Write("rsa.pem", rsa.ExportPkcs8PrivateKeyPem()).Write("large.pem", other.ExportECPrivateKeyPem());
        _repository.Write("ed25519.pem", "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n");
        _repository.Write("old.pem", "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END EC PRIVATE KEY-----\n");

        Assert.Contains("the key 'ed25519.pem' cannot be used: it is an Ed25519 key, which .NET has not", (await Sign("ed25519.pem")).Error);
        Assert.Contains("another key than of ECDSA", (await Sign("rsa.pem")).Error);
        Assert.Contains("on another curve than P-256", (await Sign("large.pem")).Error);
        Assert.Contains("openssl pkcs8 -topk8", (await Sign("old.pem")).Error);
        Assert.Contains("it holds no private key", (await Sign("key.pub")).Error);
        Assert.Contains("it is damaged", (await Sign(Damaged())).Error);
        Assert.Equal((2, "ai-attribution: the key 'none.pem' does not exist; give a PEM file.\n"), ((await Sign("none.pem")).ExitCode, (await Sign("none.pem")).Error));
    }

    [Fact]
    public async Task Signing_without_a_statement_is_a_mistake()
    {
        ToolRun run = await ToolRun.Of(_repository.Root, "report", "--format", "json", "--sign", "key.pem");

        Assert.Equal((2, "ai-attribution: --sign signs statements, and none is asked for; add --format intoto.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Swapped_artifact_is_refused()
    {
        await Sign();
        _repository.Write("out/App.dll", "an assembly with more in it");

        ToolRun changed = await Verify("--artifact", "out/App.dll");
        ToolRun other = await Verify("--artifact", "out/Other.dll");

        Assert.Equal((1, 1), (changed.ExitCode, other.ExitCode));
        Assert.Contains($"refused     artifact: App.dll is another file than the one that it is about: sha256 {Sha256("an assembly")[..12]} there", changed.Out);
        Assert.Contains($"refused     artifact: Other.dll, sha256 {Sha256("another one")[..12]}, is not the file that it is about", other.Out);
    }

    [Fact]
    public async Task Of_several_artifacts_each_must_be_a_subject()
    {
        await ToolRun.Of(_repository.Root, "report", "--output", ".", "--format", "intoto", "--sign", "key.pem", "--artifact", "out/App.dll", "--artifact", "key.pub");

        Assert.Equal(0, (await Verify("--artifact", "out/App.dll", "--artifact", "key.pub")).ExitCode);
        Assert.Equal(1, (await Verify("--artifact", "out/App.dll", "--artifact", "out/Other.dll")).ExitCode);
        Assert.Contains("open        artifact: 2 files by digest; name them with --artifact", (await Verify()).Out);
    }

    [Fact]
    public async Task Statement_of_another_commit_or_repository_is_refused()
    {
        await Sign();
        string old = _repository.Head;
        _repository.Git("commit", "-q", "--allow-empty", "-m", "More");

        ToolRun head = await Verify("--repo", ".");
        ToolRun id = await Verify("--commit", _repository.Head);
        _repository.Git("remote", "set-url", "origin", "https://example.com/acme/fork.git");
        ToolRun fork = await Verify("--repo", ".", "--commit", old);

        Assert.Equal((1, 1, 1), (head.ExitCode, id.ExitCode, fork.ExitCode));
        Assert.Contains($"refused     commit: is of {old[..12]}, not of {_repository.Head[..12]}: a statement of another build", head.Out);
        Assert.Equal(head.Out.Split('\n').First(l => l.Contains("commit:", StringComparison.Ordinal)), id.Out.Split('\n').First(l => l.Contains("commit:", StringComparison.Ordinal)));
        Assert.Contains("refused     repository: is of 'example.com/acme/shop', not of 'example.com/acme/fork'", fork.Out);
        Assert.Equal(0, (await Verify("--commit", old[..10].ToUpperInvariant())).ExitCode);
    }

    [Fact]
    public async Task Another_policy_is_refused()
    {
        _repository.Write("ai-attribution.json", """{ "extends": "report-only" }""").Write("looser.json", "{}").Commit("Policy");
        await Sign();

        Assert.Contains("ok          policy: sha256", (await Verify("--policy", "ai-attribution.json")).Out);
        Assert.Contains($"refused     policy: applied sha256 {Sha256("""{ "extends": "report-only" }""")[..12]}, not sha256 {Sha256("{}")[..12]}", (await Verify("--policy", "looser.json")).Out);
    }

    [Theory]
    [InlineData("""{ "extends": "none-allowed" }""", "violated    gate: blocked, 1 of 2 rules fail", 1)]
    [InlineData("""{ "extends": "tested", "rules": [{ "id": "tested", "unknown": "fail" }] }""", "cannot tell gate: cannot tell, and the policy demands an answer: 1 of", 2)]
    [InlineData("""{ "extends": "report-only" }""", "ok          gate: clear, 0 of 1 rule fails", 0)]
    public async Task Gate_of_the_statement_gives_the_exit_code_of_check(string policy, string line, int exitCode)
    {
        _repository.Write("ai-attribution.json", policy).Commit("Policy");
        await Sign();

        ToolRun run = await Verify("--artifact", "out/App.dll");

        Assert.Contains(line, run.Out);
        Assert.Equal((exitCode, exitCode), (run.ExitCode, (await ToolRun.Of(_repository.Root, "check")).ExitCode));
    }

    [Fact]
    public async Task Statement_of_the_gate_as_a_test_result_is_verified_too()
    {
        _repository.Write("ai-attribution.json", """{ "extends": "none-allowed" }""").Commit("Policy");
        ToolRun report = await ToolRun.Of(_repository.Root, "report", "--output", ".", "--format", "intoto-test", "--sign", "key.pem");
        File.Move(Path.Combine(_repository.Root, "AiAttribution.test-result.intoto.json"), Path.Combine(_repository.Root, "AiAttribution.intoto.json"));

        ToolRun run = await Verify("--policy", "ai-attribution.json", "--commit", _repository.Head);

        Assert.Equal((0, 1), (report.ExitCode, run.ExitCode));
        Assert.Contains("ok          commit:", run.Out);
        Assert.Contains("ok          policy:", run.Out);
        Assert.Contains("violated    gate: failed", run.Out);
    }

    [Fact]
    public async Task Gate_that_judged_a_range_says_so()
    {
        _repository.Write("src/More.cs", "class More { }\n").Commit("More");
        await ToolRun.Of(_repository.Root, "report", "v1.0..HEAD", "--output", ".", "--format", "intoto", "--sign", "key.pem");

        Assert.Contains(", of what 1 commit since v1.0 brought\n", (await Verify()).Out);
    }

    [Fact]
    public async Task Another_key_is_refused_and_says_nothing_of_what_stands_in_it()
    {
        using var other = new StatementSigner();
        _repository.Write("other.pub", other.PublicPem);
        await Sign();

        ToolRun run = await ToolRun.Of(_repository.Root, "verify", "AiAttribution.intoto.json", "--key", "other.pub");
        ToolRun both = await ToolRun.Of(_repository.Root, "verify", "AiAttribution.intoto.json", "--key", "key.pub", "--key", "other.pub");

        Assert.Equal((1, 1), (run.ExitCode, both.ExitCode));
        Assert.Equal($"refused     signature: no signature of it is by the key {other.Id[..12]}: another key signed it, or it was changed after signing\n", run.Out);
        Assert.Equal($"refused     signature: no signature of it is by the key {other.Id[..12]}\n", both.Out);
    }

    [Fact]
    public async Task Signature_by_a_key_that_was_not_given_is_told_as_not_checked()
    {
        await Sign();
        JsonNode envelope = Envelope();
        envelope["signatures"]!.AsArray().Add(JsonNode.Parse("""{"keyid":"","sig":"AAAA"}"""));
        _repository.Write("AiAttribution.intoto.json", envelope.ToJsonString());

        ToolRun run = await Verify();

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"ok          signature: by the key {_signer.Id[..12]}; 1 other signature is by no key that was given, and not checked\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_statement_is_refused()
    {
        await Sign();
        JsonNode envelope = Envelope();
        string payload = Encoding.UTF8.GetString(Convert.FromBase64String(envelope["payload"]!.GetValue<string>()));
        envelope["payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload.Replace("\"waivers\": 0", "\"waivers\": 1", StringComparison.Ordinal)));
        _repository.Write("AiAttribution.intoto.json", envelope.ToJsonString());

        ToolRun run = await Verify();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("does not hold: statement or signature were changed after signing", run.Out);
    }

    [Theory]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.c2ln", 2, "'AiAttribution.intoto.json' cannot be verified: it is a JWS, and no DSSE envelope.")]
    [InlineData("""{"payloadType":"application/vnd.in-toto+json","payload":"e30=","signatures":[]}""", 1, "nobody signed it")]
    [InlineData("""{"payloadType":"x","payloadType":"y","payload":"e30=","signatures":[]}""", 2, "the key 'payloadType' stands twice")]
    public async Task What_is_no_signed_statement_is_refused(string text, int exitCode, string reason)
    {
        _repository.Write("AiAttribution.intoto.json", text);

        ToolRun run = await Verify();

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(reason, run.Out + run.Error);
    }

    [Fact]
    public async Task Signed_statement_of_something_else_is_refused()
    {
        _repository.Write("AiAttribution.intoto.json", _signer.Sign("""{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"x"}],"predicateType":"https://slsa.dev/provenance/v1","predicate":{}}"""));

        ToolRun run = await Verify();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("refused     statement: says 'https://slsa.dev/provenance/v1', which is no statement of AiAttribution", run.Out);
    }

    [Fact]
    public async Task Statement_without_an_answer_of_the_gate_is_refused()
    {
        await Sign();
        string payload = Encoding.UTF8.GetString(Convert.FromBase64String(Envelope()["payload"]!.GetValue<string>()));
        _repository.Write("AiAttribution.intoto.json", _signer.Sign(payload.Replace("\"fails\": false", "\"fails\": null", StringComparison.Ordinal)));

        ToolRun run = await Verify();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("refused     gate: has no answer that can be read", run.Out);
    }

    [Theory]
    [InlineData("--commit", "HEAD", "'HEAD' is no id of a commit of 7 digits or more; for a name, say with --repo where it is one.")]
    [InlineData("--artifact", "none.dll", "none.dll' does not exist")]
    [InlineData("--policy", "none.json", "the policy 'none.json' does not exist.")]
    [InlineData("--repo", "/", "git")]
    public async Task Bad_input_is_named(string option, string value, string message)
    {
        await Sign();

        ToolRun run = await Verify(option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task Key_is_demanded()
    {
        ToolRun run = await ToolRun.Of(_repository.Root, "verify", "AiAttribution.intoto.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--key", run.Error);
    }

    private Task<ToolRun> Sign(string key = "key.pem", params string[] variables) =>
        ToolRun.In(variables, _repository.Root, "report", "--output", ".", "--format", "intoto", "--sign", key, "--artifact", "out/App.dll");

    private Task<ToolRun> Verify(params string[] more) => ToolRun.Of(_repository.Root, ["verify", "AiAttribution.intoto.json", "--key", "key.pub", .. more]);

    private JsonNode Envelope() => JsonNode.Parse(File.ReadAllText(Path.Combine(_repository.Root, "AiAttribution.intoto.json")))!;

    private string Damaged()
    {
        _repository.Write("damaged.pem", "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0w\n-----END PRIVATE KEY-----\n");
        return "damaged.pem";
    }

    private static string Sha256(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
