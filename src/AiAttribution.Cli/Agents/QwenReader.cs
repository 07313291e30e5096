using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Qwen Code: a journal for each chat. Whether thoughts are within the candidates depends on whose interface the model has; the total tells.</summary>
internal sealed class QwenReader : ISessionReader
{
    private const string Unclear = "thoughts whose place the total does not tell were not added to the output: the session's sums may be too low";

    public string Agent => "qwen-code";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Folders(Path.Combine(home.Variable("QWEN_RUNTIME_DIR") ?? home.Variable("QWEN_HOME") ?? home.In(".qwen"), "projects"))
            .SelectMany(project => LogFiles.Below(Path.Combine(project, "chats"), "*.jsonl"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        var sessions = new Dictionary<string, SessionDraft>(StringComparer.Ordinal);
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            string id = line.Text("sessionId") ?? LogFiles.NameOf(path);
            if (!sessions.TryGetValue(id, out SessionDraft? draft))
                sessions.Add(id, draft = new SessionDraft(Agent, id) { WorkingDirectory = line.Text("cwd"), Branch = line.Text("gitBranch") });
            draft.See(line.Time("timestamp"));
            if (line.Is("type", "assistant"))
                Add(draft, line, problems);
        }

        return [.. sessions.Values.Select(draft => draft.ToSession())];
    }

    private static void Add(SessionDraft draft, JsonElement line, LogProblems problems)
    {
        DateTimeOffset? time = line.Time("timestamp");
        foreach (JsonElement call in line.Get("message").Get("parts").Items().Select(part => part.Get("functionCall")))
            EditTools.Note(draft, call.Text("name"), call.Get("args"), time);
        JsonElement stated = line.Get("usageMetadata");
        TokenUsage usage = Usage(draft, stated, problems);
        if (!usage.IsZero)
            draft.AddCopied(new UsageRecord(line.Text("uuid") ?? $"{draft.Id}|{time:O}", time, line.Text("model"), usage) { WorkingDirectory = line.Text("cwd") });
    }

    private static TokenUsage Usage(SessionDraft draft, JsonElement usage, LogProblems problems)
    {
        TokenCounts counts = draft.Counts;
        long prompt = counts.Of(usage, "promptTokenCount");
        long output = counts.Of(usage, "candidatesTokenCount");
        long thoughts = counts.Of(usage, "thoughtsTokenCount");
        long total = counts.Of(usage, "totalTokenCount");
        if (thoughts > 0 && total == prompt + output + thoughts)
            output += thoughts;
        else if (thoughts > 0 && total != prompt + output)
        {
            problems.Add(Unclear);
            draft.IsDoubtful = true;
        }

        return counts.Inclusive(prompt, output, counts.Of(usage, "cachedContentTokenCount"), reasoning: thoughts);
    }
}
