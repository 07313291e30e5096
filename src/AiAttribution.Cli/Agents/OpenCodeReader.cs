using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// OpenCode: SQLite since 1.2, one JSON file for each session and message before; a migrated message is in both and counts once. Since 2.0 other tables of the same
/// database; those of 1.x stay behind as they are.
/// </summary>
internal sealed class OpenCodeReader : ISessionReader
{
    private const string Tools = "SELECT session_id, data FROM part WHERE json_valid(data) AND json_extract(data, '$.type') = 'tool' ORDER BY id";

    public string Agent => "opencode";

    public IEnumerable<string> Files(AgentHome home)
    {
        string root = home.Variable("OPENCODE_DATA_DIR") ?? Path.Combine(home.DataFolder, "opencode");
        return LogFiles.In(root, "opencode*.db")
            .Concat(LogFiles.Below(Path.Combine(root, "storage", "session"), "ses_*.json"))
            .Concat(LogFiles.Below(Path.Combine(root, "storage", "message"), "msg_*.json"));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        if (path.EndsWith(".db", StringComparison.Ordinal))
            return ReadDatabase(path, problems);
        using JsonDocument document = LogFiles.Document(path);
        var draft = new OpenCodeDraft(Agent, Id(path, document.RootElement));
        draft.Add(document.RootElement);
        return [draft.ToSession()];
    }

    private static string Id(string path, JsonElement file) =>
        file.Text("sessionID") ?? (Path.GetFileName(path).StartsWith("msg_", StringComparison.Ordinal)
            ? Path.GetFileName(Path.GetDirectoryName(path))!
            : Path.GetFileNameWithoutExtension(path));

    private List<AgentSession> ReadDatabase(string path, LogProblems problems)
    {
        using var database = new SqliteLog(path, problems);
        var sessions = new Dictionary<string, OpenCodeDraft>(StringComparer.Ordinal);
        foreach (SqliteRow row in Rows("session", "SELECT * FROM session").Concat(Rows("session_v2", "SELECT * FROM session_v2")))
            Session(row.Text("id")).Place(row.Text("parent_id") ?? row.Text("fork_session_id"), row.Text("directory"), row.Time("time_created"));
        foreach (SqliteRow row in Rows("message", "SELECT id, session_id, data FROM message ORDER BY id"))
            Add(row, (session, data) => session.AddMessage(row.Text("id"), data));
        foreach (SqliteRow row in Rows("session_message", "SELECT id, session_id, data FROM session_message WHERE type = 'assistant' ORDER BY session_id, seq"))
            Add(row, (session, data) => session.AddAnswer(row.Text("id"), data));
        foreach (SqliteRow row in Rows("part", Tools))
            Add(row, (session, data) => session.AddTool(data));
        return [.. sessions.Values.Select(session => session.ToSession())];

        IEnumerable<SqliteRow> Rows(string table, string query) => database.Has(table) ? database.Query(query) : [];

        OpenCodeDraft Session(string? id)
        {
            if (!sessions.TryGetValue(id ?? "", out OpenCodeDraft? session))
                sessions.Add(id ?? "", session = new OpenCodeDraft(Agent, id ?? ""));
            return session;
        }

        void Add(SqliteRow row, Action<OpenCodeDraft, JsonElement> add)
        {
            try
            {
                using JsonDocument data = JsonDocument.Parse(row.Text("data") ?? "null");
                add(Session(row.Text("session_id")), data.RootElement);
            }
            catch (JsonException)
            {
                problems.BadLines++;
            }
        }
    }
}
