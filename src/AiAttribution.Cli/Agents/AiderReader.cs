using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Aider: an analytics log when one is configured, exact but with cached input not told apart; else the chat history of the repository, with rounded counts.
/// </summary>
internal sealed class AiderReader : ISessionReader
{
    public string Agent => "aider";

    public IEnumerable<string> Files(AgentHome home)
    {
        if (home.Variable("AIDER_ANALYTICS_LOG") is { } log && File.Exists(log))
            return [log];
        return LogFiles.Existing(home.Variable("AIDER_CHAT_HISTORY_FILE") ?? Path.Combine(home.Repository ?? home.Directory, AiderHistory.FileName));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems) =>
        path.EndsWith(".md", StringComparison.Ordinal) ? AiderHistory.Read(Agent, path) : ReadAnalytics(path, problems);

    private List<AgentSession> ReadAnalytics(string path, LogProblems problems)
    {
        var drafts = new List<SessionDraft>();
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            DateTimeOffset? time = line.Time("time");
            if (drafts.Count == 0 || line.Is("event", "launched"))
                drafts.Add(new SessionDraft(Agent, $"{time:yyyyMMdd'T'HHmmss'Z'}"));
            SessionDraft draft = drafts[^1];
            draft.See(time);
            JsonElement properties = line.Get("properties");
            if (!line.Is("event", "message_send"))
                continue;
            var usage = new TokenUsage(draft.Counts.Of(properties, "prompt_tokens"), draft.Counts.Of(properties, "completion_tokens"));
            draft.Add(new UsageRecord($"{draft.Id}|{draft.Responses.Count}", time, properties.Text("main_model"), usage)
            {
                ReportedCost = properties.Amount("cost"),
            });
        }

        return [.. drafts.Where(draft => draft.Responses.Count > 0).Select(draft => draft.ToSession())];
    }
}
