using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>Writes the log of one Claude Code session, line by line.</summary>
internal sealed class AgentLog(string home, string folder, string session)
{
    private readonly StringBuilder _lines = new();
    private int _number;

    public static DateTimeOffset At(double minutes) => new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    /// <summary>What the tool says of a file that was not there.</summary>
    public static object Created { get; } = new { type = "create", structuredPatch = Array.Empty<object>(), originalFile = (string?)null };

    /// <summary>A response that writes a new file, or replaces a text in one, or does neither.</summary>
    public AgentLog Respond(DateTimeOffset time, int output, string? file = null, string text = "", string? replaced = null) => Write(time, output, file, text, replaced, file is null ? null : Created);

    /// <summary>The same, with what the tool says of it; null for a log that does not have that.</summary>
    public AgentLog Write(DateTimeOffset time, int output, string? file, string text, string? replaced, object? result)
    {
        _number++;
        object[] content = file is null
            ? [new { type = "text", text = "a secret prompt" }]
            : replaced is not null ? [new { type = "tool_use", id = $"t{_number}", name = "Edit", input = new { file_path = Path.Combine(folder, file), old_string = replaced, new_string = text } }]
            : [new { type = "tool_use", id = $"t{_number}", name = "Write", input = new { file_path = Path.Combine(folder, file), content = text } }];
        _lines.Append(JsonSerializer.Serialize(new
        {
            sessionId = session,
            cwd = folder,
            timestamp = time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            type = "assistant",
            requestId = $"req_{session}_{_number}",
            message = new { id = $"msg_{session}_{_number}", role = "assistant", model = "claude-sonnet-4-5", content, usage = new { input_tokens = 10, output_tokens = output, cache_creation_input_tokens = 0, cache_read_input_tokens = 0 } },
        })).Append('\n');
        if (result is not null)
        {
            _lines.Append(JsonSerializer.Serialize(new
            {
                sessionId = session,
                cwd = folder,
                type = "user",
                message = new { role = "user", content = new object[] { new { type = "tool_result", tool_use_id = $"t{_number}", content = "ok" } } },
                toolUseResult = result,
            })).Append('\n');
        }

        Save();
        return this;
    }

    private void Save()
    {
        string project = Path.Combine(home, ".claude", "projects", "app");
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, session + ".jsonl"), _lines.ToString());
    }
}
