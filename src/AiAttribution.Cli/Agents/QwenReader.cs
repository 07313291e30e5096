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
        var sessions = new Dictionary<string, (SessionDraft Draft, LoggedFigures Figures)>(StringComparer.Ordinal);
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            string id = line.Text("sessionId") ?? Path.GetFileNameWithoutExtension(path);
            if (!sessions.TryGetValue(id, out (SessionDraft Draft, LoggedFigures Figures) session))
            {
                var draft = new SessionDraft(Agent, id) { WorkingDirectory = line.Text("cwd"), Branch = line.Text("gitBranch") };
                sessions.Add(id, session = (draft, new LoggedFigures(draft, problems)));
            }

            session.Draft.See(line.Time("timestamp"));
            if (line.Is("type", "assistant"))
                Add(session.Draft, session.Figures, line);
        }

        return [.. sessions.Values.Select(session => session.Draft.ToSession())];
    }

    private static void Add(SessionDraft draft, LoggedFigures figures, JsonElement line)
    {
        DateTimeOffset? time = line.Time("timestamp");
        foreach (JsonElement call in line.Get("message").Get("parts").Items().Select(part => part.Get("functionCall")))
            EditTools.Note(draft, call.Text("name"), call.Get("args"), time);
        JsonElement stated = line.Get("usageMetadata");
        TokenUsage usage = Usage(figures, stated);
        if (!usage.IsZero)
            draft.Add(new UsageRecord(line.Text("uuid") ?? $"{draft.Id}|{time:O}", time, line.Text("model"), usage) { WorkingDirectory = line.Text("cwd") });
    }

    private static TokenUsage Usage(LoggedFigures figures, JsonElement usage)
    {
        long prompt = figures.Tokens(usage, "promptTokenCount");
        long output = figures.Tokens(usage, "candidatesTokenCount");
        long thoughts = figures.Tokens(usage, "thoughtsTokenCount");
        long total = figures.Tokens(usage, "totalTokenCount");
        if (thoughts > 0 && total == prompt + output + thoughts)
            output += thoughts;
        else if (thoughts > 0 && total != prompt + output)
            figures.Report(Unclear);
        return figures.Inclusive(prompt, output, figures.Tokens(usage, "cachedContentTokenCount"), reasoning: thoughts);
    }
}
