using System.Text.Json;
using System.Text.Json.Nodes;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Capture;

/// <summary>The hook of an agent that runs after it edited a file.</summary>
/// <param name="Agent">Catalogue name of the agent.</param>
/// <param name="Path">Where the agent looks for it, from the root of the working tree.</param>
/// <param name="Event">What the agent calls the moment; null for a file that is all ours.</param>
/// <param name="Entry">The entry for a command, or all of the file.</param>
internal sealed record AgentHook(string Agent, string Path, string? Event, Func<IReadOnlyList<string>, string> Entry)
{
    /// <summary>What a file of ours begins with, or a command of ours has.</summary>
    public const string Sign = "working --hook";

    /// <summary>Agents with such a hook, as their documentation has it.</summary>
    public static IReadOnlyList<AgentHook> All { get; } =
    [
        new("claude-code", ".claude/settings.local.json", "PostToolUse", words => Matched("Edit|MultiEdit|Write|NotebookEdit", words)),
        new("codex", ".codex/hooks.json", "PostToolUse", words => Matched(null, words)),
        new("copilot", ".github/hooks/ai-attribution.json", null, words => Json(new JsonObject
        {
            ["version"] = 1,
            ["hooks"] = new JsonObject { ["postToolUse"] = new JsonArray(new JsonObject { ["type"] = "command", ["bash"] = Shell(words), ["powershell"] = $"& {Shell(words)}" }) },
        })),
        new("cursor", ".cursor/hooks.json", "afterFileEdit", words => Json(new JsonObject { ["command"] = Shell(words) })) { Version = 1 },
        new("gemini-cli", ".gemini/settings.json", "AfterTool", words => Matched("write_file|replace", words)),
        new("opencode", ".opencode/plugins/ai-attribution.js", null, Plugin),
    ];

    /// <summary>Version that the file names; null where it names none.</summary>
    public int? Version { get; private init; }

    /// <summary>The file with the hook in it, and nothing else changed.</summary>
    /// <param name="text">The file as it is; null when it is not there.</param>
    /// <param name="words">The command.</param>
    /// <exception cref="JsonException">It is no plain JSON object, as this program could write it again.</exception>
    public string With(string? text, IReadOnlyList<string> words)
    {
        if (Event is null)
            return Entry(words) + "\n";
        JsonObject root = Parse(text);
        if (Version is { } version && root["version"] is null)
            root["version"] = version;
        JsonArray entries = Array(Object(root, "hooks"), Event);
        Remove(entries);
        entries.Add(JsonNode.Parse(Entry(words)));
        return Json(root) + "\n";
    }

    /// <summary>The file without the hook; null when nothing else is in it.</summary>
    /// <exception cref="JsonException">It is no plain JSON object.</exception>
    public string? Without(string text)
    {
        if (Event is null)
            return null;
        JsonObject root = Parse(text);
        if (root["hooks"] is not JsonObject hooks || hooks[Event] is not JsonArray entries)
            return text;
        Remove(entries);
        if (entries.Count == 0)
            hooks.Remove(Event);
        if (hooks.Count == 0)
            root.Remove("hooks");
        return root.Count == 0 || (root.Count == 1 && Version is not null && root["version"] is not null) ? null : Json(root) + "\n";
    }

    /// <summary>Whether a command, or a file that is all ours, was written by this program.</summary>
    public static bool IsOurs(string text) => text.Contains(Sign, StringComparison.Ordinal) && text.Contains("ai-attribution", StringComparison.OrdinalIgnoreCase);

    /// <summary>The command for a shell.</summary>
    public static string Shell(IReadOnlyList<string> words) => string.Join(' ', words.Select((word, i) => i > 0 && word.All(c => char.IsAsciiLetterLower(c) || c == '-') ? word : HookScripts.Quoted(word)));

    private static void Remove(JsonArray entries)
    {
        for (int i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i] is not JsonObject entry)
                continue;
            var group = entry["hooks"] as JsonArray;
            bool isGroup = group is { Count: > 0 };
            if (isGroup)
                Remove(group!);
            if (isGroup ? group!.Count == 0 : entry["command"]?.GetValueKind() == JsonValueKind.String && IsOurs(entry["command"]!.GetValue<string>()))
                entries.RemoveAt(i);
        }
    }

    private static JsonObject Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        using (SafeJson.Parse(System.Text.Encoding.UTF8.GetBytes(text)))
            return JsonNode.Parse(text) as JsonObject ?? throw new JsonException("it is no JSON object");
    }

    private static JsonObject Object(JsonObject owner, string name)
    {
        if (owner[name] is null)
            owner[name] = new JsonObject();
        return owner[name] as JsonObject ?? throw new JsonException($"'{name}' in it is no object");
    }

    private static JsonArray Array(JsonObject owner, string name)
    {
        if (owner[name] is null)
            owner[name] = new JsonArray();
        return owner[name] as JsonArray ?? throw new JsonException($"'{name}' in it is no list");
    }

    private static string Matched(string? matcher, IReadOnlyList<string> words)
    {
        var entry = new JsonObject();
        if (matcher is not null)
            entry["matcher"] = matcher;
        entry["hooks"] = new JsonArray(new JsonObject { ["type"] = "command", ["command"] = Shell(words) });
        return Json(entry);
    }

    private static string Plugin(IReadOnlyList<string> words) =>
        $$"""
        // Installed by 'ai-attribution init --agent-hooks opencode'; 'ai-attribution init --remove-hooks' takes it away.
        import { spawn } from "node:child_process"

        // Runs {{Sign}} after each edit.
        export const AiAttribution = async () => ({
          event: async ({ event }) => {
            if (event.type === "file.edited")
              spawn({{JsonSerializer.Serialize(words[0])}}, {{JsonSerializer.Serialize(words.Skip(1))}}, { stdio: "ignore" }).on("error", () => {})
          },
        })
        """.ReplaceLineEndings("\n");

    private static string Json(JsonNode node) => node.ToJsonString(Indented).ReplaceLineEndings("\n");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
