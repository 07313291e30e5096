using System.Security.Cryptography;
using System.Text;

namespace AiAttribution.Git.Tests.Fixtures;

/// <summary>Statements of both kinds that are evidence, to be signed.</summary>
internal static class SignedStatements
{
    /// <summary>Provenance of a commit that an agent made.</summary>
    public static string AgentCommit(string commit) =>
        $$$$$"""
        {"_type":"https://in-toto.io/Statement/v1","subject":[{"uri":"git+https://example.com/org/repo@refs/heads/agent/issue-42","digest":{"gitCommit":"{{{{{commit}}}}}"}}],
        "predicateType":"https://slsa.dev/provenance/v1","predicate":{"buildDefinition":{"buildType":"https://refs.arewm.com/agent-commit/v0.1",
        "internalParameters":{"agent":{"model":{"provider":"anthropic","modelId":"claude-opus-4-6"},"runtime":{"name":"claude-code","version":"1.2.0"}}}},
        "runDetails":{"builder":{"id":"https://example.com/platform/v1"}}}}
        """;

    /// <summary>Says of ranges of A.cs with a text who wrote them.</summary>
    public static string Generation(string text, params (string Lines, string Author)[] entries)
    {
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
        string generated = string.Join(',', entries.Select(e => $$$$$"""{"path":"A.cs","lines":"{{{{{e.Lines}}}}}","sha256":"{{{{{digest}}}}}","author":"{{{{{e.Author}}}}}"}"""));
        return $$$$$"""
            {"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"app","digest":{"sha256":"{{{{{digest}}}}}"}}],"predicateType":"https://open-fab.ai/attestation/generation/v0.1",
            "predicate":{"spec_ref":"app#v1","builder":{"id":"openfab/0.1","base":"codex-cli"},"agent":{"did":"did:key:z6Mk","base":"codex-cli","model":"gpt-5.5"},"generated":[{{{{{generated}}}}}]}}
            """;
    }
}
