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
        LogFiles.Folders(Path.Combine(home.Variable("JUNIE_HOME") ?? home.In(".junie"), "sessions")).SelectMany(session => LogFiles.In(session, "events.jsonl"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        var draft = new SessionDraft(Agent, Path.GetFileName(Path.GetDirectoryName(path))!);
        var untimed = new HashSet<string>(StringComparer.Ordinal);
        var steps = new HashSet<(string?, string)>();
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
            else if (action.Is("kind", "FileChangesBlockUpdatedEvent") && action.Is("status", "COMPLETED"))
                AddEdits(draft, steps, action, time);
        }

        return [draft.ToSession()];
    }

    // A step is written anew whenever it changes, and once more when its task ends.
    private static void AddEdits(SessionDraft draft, HashSet<(string?, string)> steps, JsonElement action, DateTimeOffset? time)
    {
        foreach (JsonElement change in action.Get("changes").Items())
        {
            if (change.Text("afterRelativePath") is not { } path || !steps.Add((action.Text("stepId"), path)))
                continue;
            HashSet<string> before = [.. Lines(change.Get("beforeContent"))];
            EditTools.Note(draft, path, time, string.Join('\n', Lines(change.Get("afterContent")).Where(line => !before.Contains(line))));
        }
    }

    private static IEnumerable<string> Lines(JsonElement content) => (content.LongText("text") ?? "").Split('\n').Select(line => line.TrimEnd('\r'));

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
