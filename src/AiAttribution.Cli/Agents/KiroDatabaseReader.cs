using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>The database of Kiro CLI before 2.20: conversations by folder, without tokens. Newer sessions are files, which know credits.</summary>
internal sealed class KiroDatabaseReader : ISessionReader
{
    public string Agent => "kiro";

    public IEnumerable<string> Files(AgentHome home)
    {
        string[] folders =
        [
            Path.Combine(home.DataFolder, "kiro-cli"),
            home.In("Library", "Application Support", "kiro-cli"),
            Path.Combine(home.Variable("LOCALAPPDATA") ?? home.In("AppData", "Local"), "kiro-cli"),
        ];
        return folders.SelectMany(folder => LogFiles.Existing(Path.Combine(folder, "data.sqlite3")));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var store = new SqliteLog(path, problems, isShared: true);
        var sessions = new List<AgentSession>();
        foreach (string table in new[] { "conversations_v2", "conversations" }.Where(store.Has))
        {
            foreach (SqliteRow row in store.Query($"SELECT * FROM {table}"))
            {
                using JsonDocument? conversation = JsonCell.Parse(row.Text("value"), problems);
                if (conversation is not null && (row.Text("conversation_id") ?? conversation.RootElement.Text("conversation_id")) is { } id)
                    sessions.Add(Session(id, row, conversation.RootElement));
            }
        }

        return sessions;
    }

    private AgentSession Session(string id, SqliteRow row, JsonElement conversation)
    {
        var draft = new SessionDraft(Agent, id) { Exactness = Exactness.Absent, WorkingDirectory = row.Text("key") };
        draft.See(row.Time("created_at"));
        draft.See(row.Time("updated_at"));
        foreach (JsonElement turn in conversation.Get("history").Items())
            draft.See(turn.Get("request_metadata").Time("request_start_timestamp_ms"));
        return draft.ToSession();
    }
}
