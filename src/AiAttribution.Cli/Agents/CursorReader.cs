using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Cursor: conversations are known, tokens are not. It has written zeros since early 2026; the real counts are on its server.</summary>
internal sealed class CursorReader : ISessionReader
{
    // A range of the primary key: the table also holds every message, and that may be gigabytes.
    private const string Conversations = "SELECT key, value FROM cursorDiskKV WHERE key >= 'composerData:' AND key < 'composerData;'";

    public string Agent => "cursor";

    public IEnumerable<string> Files(AgentHome home) =>
        home.ApplicationFolders("Cursor").SelectMany(folder => LogFiles.Existing(Path.Combine(folder, "User", "globalStorage", "state.vscdb")));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var state = new SqliteLog(path, problems, isShared: true);
        if (!state.Has("cursorDiskKV"))
            return [];
        var sessions = new List<AgentSession>();
        foreach (SqliteRow row in state.Query(Conversations))
        {
            var draft = new SessionDraft(Agent, row.Text("key")!["composerData:".Length..]) { Exactness = Exactness.Absent };
            AddTimes(draft, row, problems);
            sessions.Add(draft.ToSession());
        }

        return sessions;
    }

    private static void AddTimes(SessionDraft draft, SqliteRow row, LogProblems problems)
    {
        try
        {
            using JsonDocument conversation = JsonDocument.Parse(row.Bytes("value") ?? System.Text.Encoding.UTF8.GetBytes(row.Text("value") ?? "null"));
            draft.See(conversation.RootElement.Time("createdAt"));
            draft.See(conversation.RootElement.Time("lastUpdatedAt"));
        }
        catch (JsonException)
        {
            problems.BadLines++;
        }
    }
}
