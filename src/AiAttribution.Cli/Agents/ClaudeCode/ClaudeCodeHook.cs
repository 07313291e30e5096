using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>What Claude Code tells a hook after a tool ran. It is what the log will have, so it is read as that.</summary>
internal static class ClaudeCodeHook
{
    /// <summary>The session with that one call; null when it is not told of one.</summary>
    /// <param name="told">The JSON that the hook was given.</param>
    /// <param name="time">When.</param>
    /// <exception cref="JsonException">It is nested too deep.</exception>
    public static AgentSession? Read(JsonElement told, DateTimeOffset time)
    {
        if (!told.Is("hook_event_name", "PostToolUse") || told.Text("session_id") is not { } id || told.Text("tool_name") is not { } tool)
            return null;
        string call = told.Text("tool_use_id") ?? "call";
        var session = new ClaudeCodeSession(new SessionDraft(new ClaudeCodeReader().Agent, id));
        Add("assistant", "tool_use", json =>
        {
            json.WriteString("id", call);
            json.WriteString("name", tool);
            Value(json, "input", told.Get("tool_input"));
        });
        Add("user", "tool_result", json => json.WriteString("tool_use_id", call));
        return session.ToSession();

        void Add(string type, string kind, Action<Utf8JsonWriter> block)
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes))
            {
                json.WriteStartObject();
                json.WriteString("type", type);
                json.WriteString("timestamp", time);
                json.WriteString("cwd", told.Text("cwd"));
                Value(json, "toolUseResult", told.Get("tool_response"));
                json.WriteStartObject("message");
                json.WriteStartArray("content");
                json.WriteStartObject();
                json.WriteString("type", kind);
                block(json);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndObject();
            }

            if (ClaudeCodeLine.TryRead(bytes.ToArray(), out ClaudeCodeLine line))
                session.Add(line);
        }
    }

    private static void Value(Utf8JsonWriter json, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            return;
        json.WritePropertyName(name);
        value.WriteTo(json);
    }
}
