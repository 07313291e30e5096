using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// GitHub Copilot CLI: <c>session-store.db</c> counts each response; the event file of a session knows its folder, branch and edits, and only totals.
/// </summary>
internal sealed class CopilotReader : ISessionReader
{
    public string Agent => "copilot";

    public IEnumerable<string> Files(AgentHome home)
    {
        string root = home.Variable("COPILOT_HOME") ?? home.In(".copilot");
        return LogFiles.Existing(Path.Combine(root, "session-store.db"))
            .Concat(LogFiles.In(Path.Combine(root, "session-state"), "*.jsonl"))
            .Concat(LogFiles.Folders(Path.Combine(root, "session-state")).SelectMany(folder => LogFiles.In(folder, "events.jsonl")))
            .Concat(LogFiles.Below(Path.Combine(root, "history-session-state"), "*.jsonl"));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems) =>
        path.EndsWith(".db", StringComparison.Ordinal) ? ReadStore(path, problems) : [ReadEvents(path, problems)];

    private AgentSession ReadEvents(string path, LogProblems problems)
    {
        string name = LogFiles.NameOf(path);
        var events = new CopilotEvents(Agent, name == "events" ? Path.GetFileName(Path.GetDirectoryName(path))! : name);
        foreach (JsonElement line in JsonLines.Of(path, problems))
            events.Add(line);
        return events.ToSession();
    }

    private List<AgentSession> ReadStore(string path, LogProblems problems)
    {
        using var store = new SqliteLog(path, problems);
        bool hasPlaces = store.Has("sessions");
        if (!store.Has("assistant_usage_events"))
            return [];
        var sessions = new Dictionary<string, SessionDraft>(StringComparer.Ordinal);
        foreach (SqliteRow row in store.Query("SELECT * FROM assistant_usage_events ORDER BY id"))
        {
            if (row.Text("session_id") is not { } id)
                continue;
            if (!sessions.TryGetValue(id, out SessionDraft? draft))
                sessions.Add(id, draft = new SessionDraft(Agent, id));
            draft.Add(new UsageRecord($"{id}|{row.Text("id")}", row.Time("created_at"), row.Text("model"), Tokens(row, draft.Counts))
            {
                ReportedCost = CopilotEvents.Dollars(row.Amount("total_nano_aiu")),
            });
        }

        if (hasPlaces)
            AddPlaces(store, sessions);
        return [.. sessions.Values.Select(draft => draft.ToSession())];
    }

    private static void AddPlaces(SqliteLog store, Dictionary<string, SessionDraft> sessions)
    {
        foreach (SqliteRow row in store.Query("SELECT * FROM sessions"))
        {
            if (row.Text("id") is not { } id || !sessions.TryGetValue(id, out SessionDraft? draft))
                continue;
            draft.WorkingDirectory = row.Text("cwd");
            draft.Branch = row.Text("branch");
            draft.See(row.Time("created_at"));
        }
    }

    // Input includes what was read from and written to the cache.
    private static TokenUsage Tokens(SqliteRow row, TokenCounts counts) => counts.Inclusive(
        counts.Of(row, "input_tokens"),
        counts.Of(row, "output_tokens"),
        counts.Of(row, "cache_read_tokens"),
        counts.Of(row, "cache_write_tokens"),
        counts.Of(row, "reasoning_tokens"));
}
