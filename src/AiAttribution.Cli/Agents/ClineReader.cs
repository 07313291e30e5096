using System.Globalization;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Cline from 4 on: messages of each session with their counts, and a manifest that knows folder, model and the sum. Sub-agents have folders of their own.
/// Before it wrote tasks, as Roo Code does.
/// </summary>
internal sealed class ClineReader : ISessionReader
{
    private const string Messages = ".messages.json";

    public string Agent => "cline";

    public IEnumerable<string> Files(AgentHome home)
    {
        string data = home.Variable("CLINE_DATA_DIR") ?? Path.Combine(home.Variable("CLINE_DIR") ?? home.In(".cline"), "data");
        return LogFiles.Folders(Path.Combine(data, "sessions")).SelectMany(Files);
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        string name = Path.GetFileName(path);
        string id = name.EndsWith(Messages, StringComparison.Ordinal) ? name[..^Messages.Length] : Path.GetFileNameWithoutExtension(path);
        JsonElement manifest = SideFile.Json(Path.Combine(Path.GetDirectoryName(path)!, id + ".json"));
        var draft = new SessionDraft(Agent, id)
        {
            WorkingDirectory = manifest.Text("cwd") ?? manifest.Text("workspace_root"),
            ParentId = manifest.Text("parent_session_id"),
            Created = manifest.Time("started_at"),
        };
        if (name.EndsWith(Messages, StringComparison.Ordinal))
        {
            using JsonDocument document = LogFiles.Document(path);
            foreach (JsonElement message in document.RootElement.Get("messages").Items())
                AddMessage(draft, message, manifest.Text("model"));
        }

        if (draft.Responses.Count == 0)
            AddSum(draft, manifest);
        return [draft.ToSession()];
    }

    // A manifest alone knows the sum.
    private static IEnumerable<string> Files(string folder)
    {
        string[] messages = [.. LogFiles.In(folder, "*" + Messages)];
        return messages.Length > 0 ? messages : LogFiles.Existing(Path.Combine(folder, Path.GetFileName(folder) + ".json"));
    }

    private static void AddMessage(SessionDraft draft, JsonElement message, string? model)
    {
        DateTimeOffset? time = message.Time("ts");
        draft.See(time);
        foreach (JsonElement block in message.Get("content").Items().Where(block => block.Is("type", "tool_use")))
            EditTools.Note(draft, block.Text("name"), block.Get("input"), time);
        JsonElement metrics = message.Get("metrics");
        if (!message.Is("role", "assistant") || Usage(draft.Counts, metrics) is not { IsZero: false } usage)
            return;

        // A copied conversation may number its messages anew; the moment and the counts stay.
        string own = string.Create(CultureInfo.InvariantCulture, $"{(time is null ? $"{draft.Id}|{message.Text("id")}" : time.Value.UtcTicks)}|{usage.AllInput}:{usage.CacheRead}:{usage.Output}");
        draft.Add(new UsageRecord(own, time, message.Get("modelInfo").Text("id") ?? model, usage)
        {
            ReportedCost = StatedCost.Of(metrics.Amount("cost")),
            WorkingDirectory = draft.WorkingDirectory,
        });
    }

    private static void AddSum(SessionDraft draft, JsonElement manifest)
    {
        JsonElement sum = manifest.Get("metadata").Get("usage");
        if (Usage(draft.Counts, sum) is not { IsZero: false } usage)
            return;
        draft.Exactness = Exactness.SessionTotal;
        draft.Add(new UsageRecord(draft.Id, manifest.Time("ended_at") ?? manifest.Time("started_at"), manifest.Text("model"), usage) { ReportedCost = StatedCost.Of(sum.Amount("totalCost")) });
    }

    private static TokenUsage Usage(TokenCounts counts, JsonElement metrics) => counts.Inclusive(
        counts.Of(metrics, "inputTokens"),
        counts.Of(metrics, "outputTokens"),
        counts.Of(metrics, "cacheReadTokens"),
        counts.Of(metrics, "cacheWriteTokens"));
}
