using System.Text;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence;

/// <summary>
/// Settings that a repository commits and by which an agent leaves no mark in commits. A wording of one's own is a mark; settings of one machine are not committed;
/// what cannot be read says nothing.
/// </summary>
internal static class AgentSwitches
{
    /// <summary>A larger file is not read.</summary>
    public const int MostBytes = 1 << 20;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // VS Code's git.addAICoAuthor is off by default, so a file that says so is no news.
    private static readonly (string Path, string Agent, Func<byte[], bool> IsOff)[] Known =
    [
        (".claude/settings.json", "claude-code", file => Json(file, ClaudeIsOff)),
        (".qwen/settings.json", "qwen-code", file => Json(file, QwenIsOff)),
        (".aider.conf.yml", "aider", AiderIsOff),
        (".codex/config.toml", "codex", CodexIsOff),
    ];

    /// <summary>Where such settings are committed, from the repository root, and the agent that they are for.</summary>
    public static IReadOnlyList<(string Path, string Agent)> All { get; } = [.. Known.Select(known => (known.Path, known.Agent))];

    /// <summary>Whether a file switches the marks of its agent off.</summary>
    /// <param name="path">One of <see cref="All"/>.</param>
    /// <param name="file">Its bytes.</param>
    public static bool IsOff(string path, byte[] file) => Known.First(known => known.Path == path).IsOff(file);

    private static bool Json(byte[] file, Func<JsonElement, bool> isOff)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(file, Options);
            return isOff(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool ClaudeIsOff(JsonElement root) => SafeJson.Find(root, "attribution", out JsonElement attribution)
        ? SafeJson.Is(attribution.Get("commit"), "")
        : root.Get("includeCoAuthoredBy").ValueKind == JsonValueKind.False;

    private static bool QwenIsOff(JsonElement root) => root.Get("general").Get("gitCoAuthor") is var setting
        && (setting.ValueKind == JsonValueKind.False || setting.Get("commit").ValueKind == JsonValueKind.False);

    /// <summary>Author, committer and co-author: one of them left on is a mark.</summary>
    private static bool AiderIsOff(byte[] file) =>
        new[] { "attribute-co-authored-by", "attribute-author", "attribute-committer" }.All(key => Last(file, key, ':') is "false" or "no" or "off");

    private static bool CodexIsOff(byte[] file) => Last(file, "commit_attribution", '=') is "\"\"" or "''";

    /// <summary>The value of a key that stands at the start of a line, before any table; the last one.</summary>
    private static string? Last(byte[] file, string key, char separator)
    {
        string? value = null;
        foreach (string line in Encoding.UTF8.GetString(file).ReplaceLineEndings("\n").Split('\n').TakeWhile(line => !line.StartsWith('[')))
        {
            int end = line.IndexOf(separator, StringComparison.Ordinal);
            if (end > 0 && line[..end].TrimEnd() == key)
                value = line[(end + 1)..].Split(" #")[0].Trim();
        }

        return value?.ToLowerInvariant();
    }
}
