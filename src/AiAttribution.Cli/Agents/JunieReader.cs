using System.Globalization;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>JetBrains' Junie: a journal of events for each session. What a response cost stands there without a unit, so it is no cost in USD.</summary>
internal sealed class JunieReader : ISessionReader
{
    public string Agent => "junie";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Folders(home.In(".junie", "sessions")).SelectMany(session => LogFiles.In(session, "events.jsonl"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        var draft = new SessionDraft(Agent, Path.GetFileName(Path.GetDirectoryName(path))!);
        var untimed = new HashSet<string>(StringComparer.Ordinal);
        string? folder = null;
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            DateTimeOffset? time = line.Time("timestampMs");
            JsonElement action = line.Get("event").Get("agentEvent");
            draft.See(time);
            if (action.Is("kind", "CurrentDirectoryUpdatedEvent"))
                folder = action.Text("currentDirectory") ?? folder;
            draft.WorkingDirectory ??= folder;
            if (action.Is("kind", "LlmResponseMetadataEvent"))
                AddUsage(draft, untimed, action.Get("modelUsage"), time, folder);
        }

        return [draft.ToSession()];
    }

    // An event may be written twice: the same moment, models and counts at the same places are the same calls.
    private static void AddUsage(SessionDraft draft, HashSet<string> untimed, JsonElement calls, DateTimeOffset? time, string? folder)
    {
        int place = 0;
        TokenCounts counts = draft.Counts;
        foreach (JsonElement call in calls.Items())
        {
            string? model = call.Text("model");
            var usage = new TokenUsage(
                counts.Of(call, "inputTokens"),
                counts.Of(call, "outputTokens"),
                counts.Of(call, "cacheInputTokens"),
                counts.Of(call, "cacheCreateTokens"));
            string moment = time is null ? draft.Id : time.Value.UtcTicks.ToString(CultureInfo.InvariantCulture);
            string key = $"{moment}|{place++}|{model}|{usage.Input}:{usage.Output}:{usage.CacheRead}:{usage.CacheWrite}";

            // Without a time an equal call may be another one.
            draft.IsDoubtful |= time is null && !untimed.Add(key);
            if (!usage.IsZero)
                draft.Add(new UsageRecord(key, time, model, usage) { WorkingDirectory = folder });
        }
    }
}
