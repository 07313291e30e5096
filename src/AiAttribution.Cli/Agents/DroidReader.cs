using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Factory's Droid: the settings file of a session holds its total; the transcript beside it knows folder, times and edits.</summary>
internal sealed class DroidReader : ISessionReader
{
    private const string Settings = ".settings.json";

    public string Agent => "factory-droid";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Below(Path.Combine(home.Variable("FACTORY_HOME") ?? home.In(".factory"), "sessions"), "*" + Settings);

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        string id = Path.GetFileName(path)[..^Settings.Length];
        var draft = new SessionDraft(Agent, id) { Exactness = Exactness.SessionTotal };
        string transcript = path[..^Settings.Length] + ".jsonl";
        if (LogFiles.Exists(transcript))
            AddTranscript(draft, transcript, problems);
        using JsonDocument settings = LogFiles.Document(path);
        JsonElement usage = settings.RootElement.Get("tokenUsage");
        TokenCounts counts = draft.Counts;
        long output = counts.Of(usage, "outputTokens");
        var tokens = new TokenUsage(
            counts.Of(usage, "inputTokens"),
            output,
            counts.Of(usage, "cacheReadTokens"),
            counts.Of(usage, "cacheCreationTokens"),
            Reasoning: counts.Part(counts.Of(usage, "thinkingTokens"), output));
        draft.Add(new UsageRecord(id, settings.RootElement.Time("providerLockTimestamp"), settings.RootElement.Text("model"), tokens));
        return [draft.ToSession()];
    }

    private static void AddTranscript(SessionDraft draft, string path, LogProblems problems)
    {
        var committing = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            DateTimeOffset? time = line.Time("timestamp");
            draft.See(time);
            if (line.Is("type", "session_start"))
                draft.WorkingDirectory = line.Text("cwd");
            foreach (JsonElement block in line.Get("message").Get("content").Items())
                AddBlock(draft, block, time, committing);
        }
    }

    private static void AddBlock(SessionDraft draft, JsonElement block, DateTimeOffset? time, HashSet<string> committing)
    {
        JsonElement input = block.Get("input");
        if (block.Is("type", "tool_use") && block.Text("name") is "Edit" or "Create" or "MultiEdit")
            draft.Edited(input.Text("file_path"), time, input.LongText("new_str") ?? input.LongText("new_string") ?? input.LongText("content"), input.LongText("old_str") ?? input.LongText("old_string"), mayRepeat: block.Is("name", "Create"));
        else if (block.Is("type", "tool_use") && CommitOutput.MayCommit(input.LongText("command")) && block.Text("id") is { } id)
            committing.Add(id);
        else if (block.Is("type", "tool_result") && block.Text("tool_use_id") is { } call && committing.Remove(call))
            draft.Committed(block.LongText("content"), time, draft.WorkingDirectory);
    }
}
