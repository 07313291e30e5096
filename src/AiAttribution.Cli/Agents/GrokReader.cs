using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Grok Build: a journal of updates for each session, which sums up each turn with its cost. A turn holds its sub-agents, whose own folders lie deeper and are not read;
/// a fork repeats its parent's turns.
/// </summary>
internal sealed class GrokReader : ISessionReader
{
    private const decimal TicksPerDollar = 10_000_000_000;

    public string Agent => "grok";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Folders(Path.Combine(home.Variable("GROK_HOME") ?? home.In(".grok"), "sessions"))
            .SelectMany(place => LogFiles.Folders(place)).SelectMany(session => LogFiles.In(session, "updates.jsonl"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        string folder = Path.GetDirectoryName(path)!;
        JsonElement summary = SideFile.Json(Path.Combine(folder, "summary.json"));
        var draft = new SessionDraft(Agent, Path.GetFileName(folder))
        {
            WorkingDirectory = summary.Get("info").Text("cwd") ?? Uri.UnescapeDataString(Path.GetFileName(Path.GetDirectoryName(folder))!),
            ParentId = summary.Text("parent_session_id"),
            Created = summary.Time("created_at"),
        };
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            JsonElement parameters = line.Get("params");
            JsonElement update = parameters.Get("update");

            // A fork stamps what it copies anew, but for the agent's own time.
            DateTimeOffset? time = parameters.Get("_meta").Time("agentTimestampMs") ?? line.Time("timestamp");
            draft.See(time);
            if (update.Is("sessionUpdate", "turn_completed"))
                AddTurn(draft, update, time, summary.Text("current_model_id"));
            foreach (JsonElement content in update.Get("content").Items().Where(content => content.Is("type", "diff")))
                EditTools.Note(draft, content.Text("path"), time, content.LongText("newText"), content.LongText("oldText"), mayRepeat: content.Get("oldText").ValueKind != JsonValueKind.Null);
        }

        return [draft.ToSession()];
    }

    private static void AddTurn(SessionDraft draft, JsonElement turn, DateTimeOffset? time, string? model)
    {
        JsonElement usage = turn.Get("usage");
        string key = turn.Text("prompt_id") ?? $"{draft.Id}|{time:O}";
        TokenUsage known = default;
        decimal cost = 0;
        foreach (JsonProperty entry in usage.Get("modelUsage").Properties())
        {
            if (SafeJson.Name(entry) is { } name)
                Add(name, Usage(draft.Counts, entry.Value), Cost(entry.Value));
        }

        // What the turn counts beyond its models is of a model that it does not name.
        TokenUsage whole = Usage(draft.Counts, usage);
        decimal? rest = StatedCost.Of((Cost(usage) ?? 0) - cost);
        if (known.IsZero)
            Add(model, whole, rest);
        else if (whole.Total > known.Total && whole - known is { Input: >= 0, Output: >= 0, CacheRead: >= 0, CacheWrite: >= 0 } beyond)
            Add(null, beyond, rest);

        void Add(string? of, TokenUsage tokens, decimal? dollars)
        {
            known += tokens;
            cost += dollars ?? 0;
            if (!tokens.IsZero)
                draft.AddCopied(new UsageRecord($"{key}|{of}", time, of, tokens) { ReportedCost = dollars, WorkingDirectory = draft.WorkingDirectory });
        }
    }

    private static TokenUsage Usage(TokenCounts counts, JsonElement usage) => counts.Inclusive(
        counts.Of(usage, "inputTokens"),
        counts.Of(usage, "outputTokens"),
        counts.Of(usage, "cachedReadTokens"),
        counts.Of(usage, "cacheCreationTokens"),
        counts.Of(usage, "reasoningTokens"));

    private static decimal? Cost(JsonElement usage) =>
        usage.Get("costUsdTicks") is { ValueKind: JsonValueKind.Number } ticks && ticks.TryGetDecimal(out decimal number) ? StatedCost.Of(number / TicksPerDollar) : null;
}
