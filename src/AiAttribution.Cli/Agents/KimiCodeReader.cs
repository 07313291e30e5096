using System.Globalization;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Kimi Code: a wire for each agent of a session. A turn's record counts; what sums up the session, or repeats a step, does not.</summary>
internal sealed class KimiCodeReader : ISessionReader
{
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
        var draft = new SessionDraft(Agent, Path.GetFileName(session)) { WorkingDirectory = state.Text("workDir") };
        draft.See(state.Time("createdAt"));
        var models = new Dictionary<string, string>(StringComparer.Ordinal);
        var turns = new List<UsageRecord>();
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            draft.See(line.Time("time"));
            if (line.Is("type", "llm.request") && line.Text("modelAlias") is { } alias && line.Text("model") is { } named)
                models[alias] = named;
            if (line.Is("type", "usage.record") && line.Is("usageScope", "turn"))
                turns.Add(Turn(draft, line));
            EditTools.Note(draft, line.Get("event").Text("name"), line.Get("event").Get("args"), line.Time("time"));
        }

        foreach (UsageRecord turn in turns.Where(turn => !turn.Usage.IsZero))
            draft.Add(turn with { Model = turn.Model is { } alias ? models.GetValueOrDefault(alias, alias) : null });
        return [draft.ToSession()];
    }

    /// <summary>What makes a record of Kimi one, in every store that copies it.</summary>
    public static string Key(string session, DateTimeOffset? time, TokenUsage usage) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(time is null ? session : time.Value.ToUnixTimeMilliseconds())}|{usage.Input}:{usage.Output}:{usage.CacheRead}:{usage.CacheWrite}");

    private static UsageRecord Turn(SessionDraft draft, JsonElement line)
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
