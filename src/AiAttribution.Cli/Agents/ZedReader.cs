using System.Text;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Zed's own agent: one row for each thread, a compressed document with the sum of the thread. What was imported was counted elsewhere.</summary>
internal sealed class ZedReader : ISessionReader
{
    public string Agent => "zed";

    public IEnumerable<string> Files(AgentHome home)
    {
        string[] folders =
        [
            Path.Combine(home.DataFolder, "zed"),
            home.In(".var", "app", "dev.zed.Zed", "data", "zed"),
            home.In("Library", "Application Support", "Zed"),
            Path.Combine(home.Variable("LOCALAPPDATA") ?? home.In("AppData", "Local"), "Zed"),
        ];
        return folders.SelectMany(folder => LogFiles.Existing(Path.Combine(folder, "threads", "threads.db")));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var store = new SqliteLog(path, problems);
        var threads = new List<AgentSession>();
        foreach (SqliteRow row in store.Has("threads") ? store.Query("SELECT * FROM threads") : [])
        {
            if (row.Text("id") is { } id && Thread(id, row, problems) is { } thread)
                threads.Add(thread);
        }

        return threads;
    }

    private AgentSession? Thread(string id, SqliteRow row, LogProblems problems)
    {
        using JsonDocument? document = JsonCell.Parse(Text(row, problems), problems);
        if (document is null || document.RootElement.IsTrue("imported"))
            return null;
        JsonElement thread = document.RootElement;
        string[] folders = row.Text("folder_paths")?.Split('\n') ?? [];
        var draft = new SessionDraft(Agent, id) { Exactness = Exactness.SessionTotal, ParentId = row.Text("parent_id"), WorkingDirectory = folders.FirstOrDefault() };
        DateTimeOffset? time = row.Time("updated_at") ?? thread.Time("updated_at");
        draft.See(row.Time("created_at"));
        draft.See(time);
        AddEdits(draft, thread.Get("messages"), folders, time);
        draft.Add(new UsageRecord(id, time, thread.Get("model").Text("model"), Usage(draft.Counts, thread)) { WorkingDirectory = draft.WorkingDirectory });
        return draft.ToSession();
    }

    private static string? Text(SqliteRow row, LogProblems problems)
    {
        try
        {
            byte[]? data = row.Bytes("data");
            bool isCompressed = data is not null && string.Equals(row.Text("data_type"), "zstd", StringComparison.OrdinalIgnoreCase);
            return data is null ? row.Text("data") : Encoding.UTF8.GetString(isCompressed ? CompressedLog.Decompress(data, JsonLines.MostBytes) : data);
        }
        catch (InvalidDataException)
        {
            problems.Add("a thread is damaged or too large, and was left out");
            return null;
        }
    }

    // The map by message keeps the last request of a turn only: it is what there is where the sum is missing.
    private static TokenUsage Usage(TokenCounts counts, JsonElement thread)
    {
        TokenUsage sum = Tokens(counts, thread.Get("cumulative_token_usage"));
        return sum.IsZero
            ? thread.Get("request_token_usage").Properties().Aggregate(default(TokenUsage), (all, request) => all + Tokens(counts, request.Value))
            : sum;
    }

    private static TokenUsage Tokens(TokenCounts counts, JsonElement usage) => new(
        counts.Of(usage, "input_tokens"),
        counts.Of(usage, "output_tokens"),
        counts.Of(usage, "cache_read_input_tokens"),
        counts.Of(usage, "cache_creation_input_tokens"));

    // A path begins with the name of its folder.
    private static void AddEdits(SessionDraft draft, JsonElement messages, string[] folders, DateTimeOffset? time)
    {
        foreach (JsonElement tool in messages.Items().SelectMany(message => message.Get("Agent").Get("content").Items()).Select(block => block.Get("ToolUse")))
        {
            if (tool.Text("name") is not ("edit_file" or "create_file" or "write_file") || tool.Get("input").Text("path") is not { } path)
                continue;
            string? root = Array.Find(folders, folder => path.StartsWith(Path.GetFileName(folder) + "/", StringComparison.Ordinal));
            EditTools.Note(draft, root is null ? path : root + path[Path.GetFileName(root).Length..], time, tool.Get("input").LongText("content"), mayRepeat: !tool.Get("input").Is("mode", "create"));
        }
    }
}
