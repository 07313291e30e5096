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
    private const string Uncounted = "an answer has its size, but no counts: the session's sums are too low";

    public string Agent => "devin";

    public IEnumerable<string> Files(AgentHome home) => home.ApplicationFolders("devin").Prepend(Path.Combine(home.DataFolder, "devin"))
        .SelectMany(folder => LogFiles.Existing(Path.Combine(folder, "cli", "sessions.db")));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var store = new SqliteLog(path, problems);
        if (!store.Has("message_nodes"))
            return [];
        var sessions = new Dictionary<string, SessionDraft>(StringComparer.Ordinal);
        var models = new Dictionary<SessionDraft, string?>();
        var uncounted = new Dictionary<string, SessionDraft>(StringComparer.Ordinal);
        var counted = new HashSet<string>(StringComparer.Ordinal);
        foreach (SqliteRow row in store.Has("sessions") ? store.Query("SELECT * FROM sessions") : [])
        {
            SessionDraft draft = Session(row.Text("id"));
            draft.WorkingDirectory = row.Text("working_directory");
            draft.Created = row.Time("created_at");
            models[draft] = row.Text("model");
        }

        foreach (SqliteRow row in store.Query("SELECT * FROM message_nodes"))
        {
            using JsonDocument? message = JsonCell.Parse(row.Text("chat_message"), problems);
            if (message is null || !message.RootElement.Is("role", "assistant"))
                continue;
            SessionDraft draft = Session(row.Text("session_id"));
            string key = Key(draft, message.RootElement, row);
            if (Add(draft, key, message.RootElement, row, models.GetValueOrDefault(draft)))
                counted.Add(key);
            else if (message.RootElement.Get("metadata").Count("num_tokens") > 0)
                uncounted.TryAdd(key, draft);
        }

        // A message that is stored twice may have its counts in one place.
        foreach ((string key, SessionDraft draft) in uncounted.Where(answer => !counted.Contains(answer.Key)))
        {
            problems.Add(Uncounted);
            draft.IsDoubtful = true;
        }

        return [.. sessions.Values.Select(session => session.ToSession())];

        SessionDraft Session(string? id)
        {
            if (!sessions.TryGetValue(id ?? "", out SessionDraft? session))
                sessions.Add(id ?? "", session = new SessionDraft(Agent, id ?? ""));
            return session;
        }
    }

    private static string Key(SessionDraft draft, JsonElement message, SqliteRow row) =>
        message.Get("metadata").Text("request_id") ?? message.Text("message_id") ?? $"{draft.Id}|{row.Text("node_id")}";

    private static bool Add(SessionDraft draft, string key, JsonElement message, SqliteRow row, string? model)
    {
        JsonElement about = message.Get("metadata");
        JsonElement metrics = about.Get("metrics");
        DateTimeOffset? time = about.Time("created_at") ?? row.Time("created_at");
        foreach (JsonElement call in message.Get("tool_calls").Items())
        {
            EditTools.Note(draft, call.Text("name"), call.Get("arguments"), time);
            EditTools.NoteText(draft, call.Get("function").Text("name"), call.Get("function").LongText("arguments"), time);
        }

        TokenCounts counts = draft.Counts;
        var usage = new TokenUsage(
            counts.Of(metrics, "input_tokens"),
            counts.Of(metrics, "output_tokens"),
            counts.Of(metrics, "cache_read_tokens"),
            counts.Of(metrics, "cache_creation_tokens"));
        if (usage.IsZero)
            return false;
        draft.AddCopied(new UsageRecord(key, time, Named(about.Text("generation_model")) ?? Named(model), usage) { WorkingDirectory = draft.WorkingDirectory });
        return true;
    }

    // It says that Devin chooses, not what it chose.
    private static string? Named(string? model) => model == "adaptive" ? null : model;
}
