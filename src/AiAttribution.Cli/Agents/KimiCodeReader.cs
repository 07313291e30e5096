using System.Globalization;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Kimi Code: a wire for each agent of a session. Each record is a call, of a turn or beside one as a compaction is; what sums up the records before it, or repeats a step,
/// does not count. Source: MoonshotAI/kimi-code, packages/agent-core and agent-core-v2.
/// </summary>
internal sealed class KimiCodeReader : ISessionReader
{
    private const string Uncounted = "a call states no tokens, because its provider told none: the session's sums are too low";

    public string Agent => "kimi";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Folders(Path.Combine(home.Variable("KIMI_CODE_HOME") ?? home.In(".kimi-code"), "sessions"), "wd_*")
            .SelectMany(place => LogFiles.Folders(place))
            .SelectMany(session => LogFiles.Folders(Path.Combine(session, "agents")))
            .SelectMany(agent => LogFiles.In(agent, "wire.jsonl"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        string session = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(path)))!;
        JsonElement state = SideFile.Json(Path.Combine(session, "state.json"));
        var draft = new SessionDraft(Agent, Path.GetFileName(session)) { WorkingDirectory = state.Text("cwd") ?? state.Text("workDir") };
        draft.See(state.Time("createdAt"));
        var models = new Dictionary<string, string>(StringComparer.Ordinal);
        var calls = new List<UsageRecord>();
        TokenUsage sum = default;
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            draft.See(line.Time("time"));
            if (line.Is("type", "llm.request") && line.Text("modelAlias") is { } alias && line.Text("model") is { } named)
                models[alias] = named;
            if (line.Is("type", "usage.record") && Call(draft, line) is var call && (line.Is("usageScope", "turn") || call.Usage != sum))
            {
                calls.Add(call);
                sum += call.Usage;
            }

            EditTools.Note(draft, line.Get("event").Text("name"), line.Get("event").Get("args"), line.Time("time"));
        }

        foreach (UsageRecord call in calls.Where(call => !call.Usage.IsZero))
            draft.Add(call with { Model = call.Model is { } alias ? models.GetValueOrDefault(alias, alias) : null });
        if (calls.Exists(call => call.Usage.IsZero))
        {
            problems.Add(Uncounted);
            draft.IsDoubtful = true;
        }

        return [draft.ToSession()];
    }

    /// <summary>What makes a record of Kimi one, in every store that copies it.</summary>
    public static string Key(string session, DateTimeOffset? time, TokenUsage usage) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(time is null ? session : time.Value.ToUnixTimeMilliseconds())}|{usage.Input}:{usage.Output}:{usage.CacheRead}:{usage.CacheWrite}");

    private static UsageRecord Call(SessionDraft draft, JsonElement line)
    {
        TokenCounts counts = draft.Counts;
        JsonElement usage = line.Get("usage");
        var tokens = new TokenUsage(
            counts.Of(usage, "inputOther"),
            counts.Of(usage, "output"),
            counts.Of(usage, "inputCacheRead"),
            counts.Of(usage, "inputCacheCreation"));
        return new UsageRecord(Key(draft.Id, line.Time("time"), tokens), line.Time("time"), line.Text("model"), tokens) { WorkingDirectory = draft.WorkingDirectory };
    }
}
