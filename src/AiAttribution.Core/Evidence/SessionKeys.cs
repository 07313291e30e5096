using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence;

/// <summary>The keys by which a commit may name a session.</summary>
internal static class SessionKeys
{
    /// <summary>Provider of keys that are git-ai's hash of tool and session; they stand where a note does not say which session it was.</summary>
    public const string GitAi = "git-ai";

    private const string Prefix = "s_";
    private const int HashLength = 14;

    private static readonly ILookup<string, string> Tools = new[]
    {
        ("claude-code", "claude"), ("copilot", "github-copilot"), ("copilot", "copilot"), ("factory-droid", "droid"), ("gemini-cli", "gemini"),
    }.ToLookup(tool => tool.Item1, tool => tool.Item2, StringComparer.Ordinal);

    /// <summary>All keys of a session.</summary>
    public static IEnumerable<SessionKey> Of(string agent, string session) =>
        Tools[agent].Append(agent).Select(tool => new SessionKey(GitAi, GitAiKey(tool, session))).Prepend(new SessionKey(AgentNames.Provider(agent), NoteWords.SessionId(session)));

    /// <summary>A key as a record would have it.</summary>
    public static SessionKey Normal(SessionKey key) => key with { Id = NoteWords.SessionId(key.Id) };

    /// <summary>git-ai's key of a session: <c>s_</c> and the first 14 hexadecimal digits of SHA-256 over <c>tool:session</c>.</summary>
    public static string GitAiKey(string tool, string session) =>
        Prefix + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{tool}:{session}")))[..HashLength].ToLowerInvariant();

    /// <summary>Whether a text has the shape of git-ai's key of a session.</summary>
    public static bool IsGitAiKey(string text) =>
        text.Length == Prefix.Length + HashLength && text.StartsWith(Prefix, StringComparison.Ordinal) && text.AsSpan(Prefix.Length).IndexOfAnyExcept("0123456789abcdef") < 0;
}
