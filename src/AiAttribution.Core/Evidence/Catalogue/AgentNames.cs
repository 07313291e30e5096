using System.Collections.Frozen;

namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>The names of agents and what else they are called in trailers, notes and policy files.</summary>
internal static class AgentNames
{
    /// <summary>It is AI, and nobody says which.</summary>
    public const string Unknown = "unknown";

    private const int MaximumLength = 40;

    // Written name -> catalogue name. Names that are people's first names too are in GivenNames. Catalogue names are known without being listed.
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["claude"] = "claude-code",
        ["claude code"] = "claude-code",
        ["anthropic claude"] = "claude-code",
        ["copilot"] = "copilot",
        ["github copilot"] = "copilot",
        ["github-copilot"] = "copilot",
        ["github copilot cli"] = "copilot",
        ["copilot cli"] = "copilot",
        ["copilot app"] = "copilot",
        ["copilot-swe-agent"] = "copilot-coding-agent",
        ["copilot coding agent"] = "copilot-coding-agent",
        ["copilot autofix"] = "copilot-autofix",
        ["codex"] = "codex",
        ["openai codex"] = "codex",
        ["codex cli"] = "codex",
        ["cursor"] = "cursor",
        ["cursor agent"] = "cursor",
        ["aider"] = "aider",
        ["google antigravity"] = "antigravity",
        ["amp"] = "amp",
        ["ampcode"] = "amp",
        ["sourcegraph amp"] = "amp",
        ["crush"] = "crush",
        ["charm crush"] = "crush",
        ["cline"] = "cline",
        ["codealta"] = "codealta",
        ["devin"] = "devin",
        ["devin ai"] = "devin",
        ["droid"] = "factory-droid",
        ["factory droid"] = "factory-droid",
        ["firebender"] = "firebender",
        ["gemini"] = "gemini-cli",
        ["gemini cli"] = "gemini-cli",
        ["gemini code assist"] = "gemini-code-assist",
        ["goose"] = "goose",
        ["grok build"] = "grok",
        ["jules"] = "jules",
        ["google jules"] = "jules",
        ["junie"] = "junie",
        ["kilo code"] = "kilo",
        ["kilo-code"] = "kilo",
        ["kimi code"] = "kimi",
        ["kimi cli"] = "kimi",
        ["kiro"] = "kiro",
        ["nori"] = "nori",
        ["open code"] = "opencode",
        ["opencode"] = "opencode",
        ["openhands"] = "openhands",
        ["pi"] = "pi",
        ["pi-coding-agent"] = "pi",
        ["qwen code"] = "qwen-code",
        ["qwen-coder"] = "qwen-code",
        ["replit agent"] = "replit",
        ["roo code"] = "roo-code",
        ["sonarqube agent"] = "sonarqube-agent",
        ["termai"] = "termai",
        ["warp"] = "warp",
        ["windsurf"] = "windsurf",
        ["chatgpt"] = "chatgpt",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Known =
        Aliases.Values.Distinct().Where(n => !Aliases.ContainsKey(n)).Select(n => KeyValuePair.Create(n, n)).Concat(Aliases).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> GivenNames =
        new[] { "claude", "cline", "devin", "droid", "goose", "jules", "junie", "kiro", "nori", "gemini", "pi", "amp", "cursor" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Catalogue name for a written name; the written name in lower case when it is a plain word the catalogue does not have; else <see cref="Unknown"/>.</summary>
    public static string Canonical(string written)
    {
        if (Find(written) is { } known)
            return known;
        string plain = written.Trim().ToLowerInvariant();
        bool word = plain.Length is > 0 and <= MaximumLength && plain.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
        return word ? plain : Unknown;
    }

    /// <summary>Catalogue name for a written name; null when the catalogue does not have it.</summary>
    internal static string? Find(string written) => Known.GetValueOrDefault(written.Trim());

    /// <summary>Whether the name alone could as well be a person's or an everyday word.</summary>
    internal static bool IsAmbiguous(string written) => GivenNames.Contains(written.Trim());

    /// <summary>Who gives the session ids of an agent: the first half of a <see cref="SessionKey"/>.</summary>
    public static string Provider(string written) => Canonical(written) is var agent && agent == "claude-code" ? "claude" : agent;
}
