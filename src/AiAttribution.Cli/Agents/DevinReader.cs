using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Devin on a developer's machine, which was Windsurf: a tree of messages for each session. Messages are stored twice, forks copy them, and what lies on an abandoned
/// branch was paid for; the id of the request tells calls apart. The transcripts beside it repeat them.
/// </summary>
internal sealed class DevinReader : ISessionReader
{
    public string Agent => "devin";

    public IEnumerable<string> Files(AgentHome home) => home.ApplicationFolders("devin").Prepend(Path.Combine(home.DataFolder, "devin"))
        .SelectMany(folder => LogFiles.Existing(Path.Combine(folder, "cli", "sessions.db")));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var store = new SqliteLog(path);
        if (!store.Has("message_nodes"))
            return [];
        var sessions = new Dictionary<string, (SessionDraft Draft, LoggedFigures Figures)>(StringComparer.Ordinal);
        foreach (SqliteRow row in store.Has("sessions") ? store.Query("SELECT * FROM sessions") : [])
        {
            SessionDraft draft = Session(row.Text("id")).Draft;
            draft.WorkingDirectory = row.Text("working_directory");
            draft.See(row.Time("created_at"));
        }

        foreach (SqliteRow row in store.Query("SELECT * FROM message_nodes"))
        {
            using JsonDocument? message = JsonCell.Parse(row.Text("chat_message"), problems);
            (SessionDraft draft, LoggedFigures figures) = Session(row.Text("session_id"));
            if (message is not null && message.RootElement.Is("role", "assistant"))
                Add(draft, figures, message.RootElement, row);
        }

        return [.. sessions.Values.Select(session => session.Draft.ToSession())];

        (SessionDraft Draft, LoggedFigures Figures) Session(string? id)
        {
            if (!sessions.TryGetValue(id ?? "", out (SessionDraft, LoggedFigures) session))
            {
                var draft = new SessionDraft(Agent, id ?? "");
                sessions.Add(id ?? "", session = (draft, new LoggedFigures(draft, problems)));
            }

            return session;
        }
    }

    private static void Add(SessionDraft draft, LoggedFigures figures, JsonElement message, SqliteRow row)
    {
        JsonElement about = message.Get("metadata");
        JsonElement metrics = about.Get("metrics");
        DateTimeOffset? time = about.Time("created_at") ?? row.Time("created_at");
        foreach (JsonElement call in message.Get("tool_calls").Items())
        {
            EditTools.Note(draft, call.Text("name"), call.Get("arguments"), time);
            EditTools.NoteText(draft, call.Get("function").Text("name"), call.Get("function").LongText("arguments"), time);
        }

        var usage = new TokenUsage(
            figures.Tokens(metrics, "input_tokens"),
            figures.Tokens(metrics, "output_tokens"),
            figures.Tokens(metrics, "cache_read_tokens"),
            figures.Tokens(metrics, "cache_creation_tokens"));
        if (usage.IsZero)
            return;
        string key = about.Text("request_id") ?? message.Text("message_id") ?? $"{draft.Id}|{row.Text("node_id")}";
        draft.Add(new UsageRecord(key, time, about.Is("generation_model", "adaptive") ? null : about.Text("generation_model"), usage) { WorkingDirectory = draft.WorkingDirectory });
    }
}
