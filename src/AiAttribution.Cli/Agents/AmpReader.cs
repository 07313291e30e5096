using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Amp: one document for each thread. Newer threads live on its server only.</summary>
internal sealed class AmpReader : ISessionReader
{
    public string Agent => "amp";

    public IEnumerable<string> Files(AgentHome home)
    {
        string[] roots = home.Folders("AMP_DATA_DIR") is { Count: > 0 } configured
            ? [.. configured]
            : [Path.Combine(home.DataFolder, "amp"), Path.Combine(home.Variable("LOCALAPPDATA") ?? home.In("AppData", "Local"), "amp")];
        return roots.SelectMany(root => LogFiles.In(Path.Combine(root, "threads"), "T-*.json"));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using JsonDocument document = LogFiles.Document(path);
        JsonElement thread = document.RootElement;
        var draft = new SessionDraft(Agent, thread.Text("id") ?? Path.GetFileNameWithoutExtension(path)) { WorkingDirectory = Folder(thread) };
        draft.Created = thread.Time("created");
        draft.See(draft.Created);
        foreach (JsonElement message in thread.Get("messages").Items())
            AddMessage(draft, message);
        if (draft.Responses.Count == 0)
            AddLedger(draft, thread.Get("usageLedger").Get("events"));
        return [draft.ToSession()];
    }

    private static string? Folder(JsonElement thread)
    {
        foreach (JsonElement tree in thread.Get("env").Get("initial").Get("trees").Items())
        {
            if (Uri.TryCreate(tree.Text("uri"), UriKind.Absolute, out Uri? uri) && uri.IsFile)
                return uri.LocalPath;
        }

        return null;
    }

    private static void AddMessage(SessionDraft draft, JsonElement message)
    {
        JsonElement usage = message.Get("usage");
        DateTimeOffset? time = usage.Time("timestamp") ?? message.Get("meta").Time("sentAt");
        foreach (JsonElement block in message.Get("content").Items())
            AddTool(draft, block, time);
        if (usage.ValueKind != JsonValueKind.Object)
            return;
        AddCredits(draft, usage);
        TokenCounts counts = draft.Counts;
        var tokens = new TokenUsage(counts.Of(usage, "inputTokens"), counts.Of(usage, "outputTokens"), counts.Of(usage, "cacheReadInputTokens"), counts.Of(usage, "cacheCreationInputTokens"));
        draft.AddCopied(new UsageRecord($"{draft.Id}|{message.Get("messageId")}", time, usage.Text("model"), tokens) { WorkingDirectory = draft.WorkingDirectory });
    }

    private static void AddTool(SessionDraft draft, JsonElement block, DateTimeOffset? time)
    {
        JsonElement input = block.Get("input");
        if (block.Is("type", "tool_use") && block.Text("name") is "edit_file" or "create_file")
            draft.Edited(input.Text("path"), time, input.LongText("new_str") ?? input.LongText("content"), input.LongText("old_str"), mayRepeat: block.Is("name", "create_file"));
        JsonElement output = block.Get("run").Get("result").Get("output");
        if (block.Is("type", "tool_result"))
            draft.Committed(output.AsText(), time, draft.WorkingDirectory);
    }

    // The older ledger knows no cache.
    private static void AddLedger(SessionDraft draft, JsonElement events)
    {
        foreach (JsonElement entry in events.Items())
        {
            JsonElement tokens = entry.Get("tokens");
            draft.Exactness = Exactness.Partial;
            AddCredits(draft, entry);
            draft.Add(new UsageRecord(
                $"{draft.Id}|{entry.Text("id") ?? entry.Get("toMessageId").ToString()}|{entry.Text("timestamp")}",
                entry.Time("timestamp"),
                entry.Text("model"),
                new TokenUsage(draft.Counts.Of(tokens, "input"), draft.Counts.Of(tokens, "output"))));
        }
    }

    private static void AddCredits(SessionDraft draft, JsonElement usage)
    {
        if (usage.Amount("credits") is { } credits)
            draft.Credits = (draft.Credits ?? 0) + credits;
    }
}
