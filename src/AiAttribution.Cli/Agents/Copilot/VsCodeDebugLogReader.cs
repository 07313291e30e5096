using System.Globalization;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Copilot;

/// <summary>
/// The debug log of Copilot Chat in VS Code, written when <c>github.copilot.chat.agentDebugLog.fileLogging.enabled</c> is set: every call to a model, those of
/// sub-agents in files beside the main one. Writes to a cache are not told.
/// </summary>
internal sealed class VsCodeDebugLogReader : ISessionReader
{
    public string Agent => "copilot";

    public IEnumerable<string> Files(AgentHome home) =>
        VsCodeFolders.WorkspaceStorage(home).Select(storage => Path.Combine(storage, "GitHub.copilot-chat"))
            .Concat(VsCodeFolders.GlobalStorage(home).Select(storage => Path.Combine(storage, "github.copilot-chat")))
            .SelectMany(extension => LogFiles.Folders(Path.Combine(extension, "debug-logs")))
            .SelectMany(session => LogFiles.In(session, "*.jsonl"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        string session = Path.GetDirectoryName(path)!;
        string? storage = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(session)));
        var draft = new SessionDraft(Agent, Path.GetFileName(session)) { WorkingDirectory = VsCodeFolders.Opened(storage) };
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            draft.See(line.Time("ts"));
            if (line.Is("type", "llm_request"))
                draft.Add(Response(line, draft));
        }

        return draft.Responses.Count == 0 ? [] : [draft.ToSession()];
    }

    private static UsageRecord Response(JsonElement line, SessionDraft draft)
    {
        TokenCounts counts = draft.Counts;
        JsonElement call = line.Get("attrs");
        string? model = call.Text("model");
        TokenUsage usage = counts.Inclusive(counts.Of(call, "inputTokens"), counts.Of(call, "outputTokens"), counts.Of(call, "cachedTokens"));

        // Numbers of spans begin anew in each file, and a call of a sub-agent may stand in two.
        string key = string.Create(CultureInfo.InvariantCulture, $"{draft.Id}|{line.Time("ts")?.UtcTicks}|{model}|{usage.AllInput}:{usage.Output}");
        return new UsageRecord(key, line.Time("ts"), model, usage) { WorkingDirectory = draft.WorkingDirectory };
    }
}
