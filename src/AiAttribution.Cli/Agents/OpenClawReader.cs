using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// OpenClaw and agents of its shape, whose folder <c>OPENCLAW_DIR</c> names: Pi's lines, in files up to 2026.8 and in SQLite since.
/// Larger events are compressed there; archives of old sessions stay files.
/// </summary>
internal sealed class OpenClawReader : ISessionReader
{
    private const int MostEventBytes = 64 << 20;
    private static readonly string[] FormerNames = [".openclaw", ".clawdbot", ".moltbot", ".moldbot"];

    public string Agent => "openclaw";

    public IEnumerable<string> Files(AgentHome home)
    {
        string[] configured = [.. home.Folders("OPENCLAW_DIR"), .. home.Folders("OPENCLAW_STATE_DIR")];
        IEnumerable<string> roots = configured.Length > 0 ? configured : FormerNames.Select(name => home.In(name));
        return roots.SelectMany(root => LogFiles.Folders(Path.Combine(root, "agents"))).SelectMany(FilesOfAgent);
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems) =>
        path.EndsWith(".sqlite", StringComparison.Ordinal) ? ReadDatabase(path, problems) : [ReadFile(path, problems)];

    private static IEnumerable<string> FilesOfAgent(string agent) =>
        LogFiles.Below(Path.Combine(agent, "sessions"), "*.jsonl*")
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Concat(LogFiles.Existing(Path.Combine(agent, "agent", "openclaw-agent.sqlite")));

    private AgentSession ReadFile(string path, LogProblems problems)
    {
        var lines = new PiLines(Agent, Path.GetFileName(path).Split(".jsonl")[0]);
        foreach (JsonElement line in JsonLines.Of(path, problems))
            lines.Add(line);
        return lines.ToSession();
    }

    private List<AgentSession> ReadDatabase(string path, LogProblems problems)
    {
        using var database = new SqliteLog(path, problems);
        var sessions = new Dictionary<string, PiLines>(StringComparer.Ordinal);
        foreach (SqliteRow row in database.Has("transcript_events") ? database.Query("SELECT * FROM transcript_events ORDER BY session_id, seq") : [])
        {
            string id = row.Text("session_id") ?? "";
            if (!sessions.TryGetValue(id, out PiLines? lines))
                sessions.Add(id, lines = new PiLines(Agent, id));
            AddEvent(row, lines, problems);
        }

        return [.. sessions.Values.Select(lines => lines.ToSession())];
    }

    private static void AddEvent(SqliteRow row, PiLines lines, LogProblems problems)
    {
        try
        {
            ReadOnlyMemory<byte> text = row.Bytes("event_zstd") is { } compressed
                ? CompressedLog.Decompress(compressed, MostEventBytes)
                : System.Text.Encoding.UTF8.GetBytes(row.Text("event_json") ?? "");
            if (text.IsEmpty)
                return;
            using JsonDocument document = JsonDocument.Parse(text);
            lines.Add(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException)
        {
            problems.BadLines++;
        }
    }
}
