using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>One chat file of Gemini CLI.</summary>
internal sealed class GeminiChat(string agent, string path)
{
    private readonly Dictionary<string, UsageRecord> _messages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tools = new(StringComparer.Ordinal);
    private SessionDraft _draft = new(agent, Path.GetFileName(path).Split('.')[0]);

    public void AddHeader(JsonElement header)
    {
        if (header.Text("sessionId") is not { } id)
            return;
        _draft = new SessionDraft(agent, id) { ParentId = Parent(), WorkingDirectory = ProjectRoot() };
        _draft.See(header.Time("startTime"));
    }

    public void AddMessage(JsonElement message)
    {
        DateTimeOffset? time = message.Time("timestamp");
        _draft.See(time);
        JsonElement tokens = message.Get("tokens");
        if (!message.Is("type", "gemini"))
            return;
        foreach (JsonElement call in message.Get("toolCalls").Items())
            AddTool(call);
        if (tokens.ValueKind != JsonValueKind.Object)
            return;
        string key = $"{_draft.Id}|{message.Text("id") ?? message.Text("timestamp")}";
        _messages[key] = new UsageRecord(key, time, message.Text("model"), Tokens(tokens, _draft.Counts)) { WorkingDirectory = _draft.WorkingDirectory };
    }

    public IEnumerable<AgentSession> ToSessions()
    {
        foreach (UsageRecord response in _messages.Values)
            _draft.AddCopied(response);
        return [_draft.ToSession()];
    }

    // Cached tokens are within input; thoughts and the results of tools are beside output and input.
    private static TokenUsage Tokens(JsonElement tokens, TokenCounts counts)
    {
        long read = counts.Of(tokens, "cached");
        long thoughts = counts.Of(tokens, "thoughts");
        long fresh = counts.Rest(counts.Of(tokens, "input"), read) + counts.Of(tokens, "tool");
        return new TokenUsage(fresh, counts.Of(tokens, "output") + thoughts, read, Reasoning: thoughts);
    }

    private void AddTool(JsonElement call)
    {
        JsonElement arguments = call.Get("args");
        DateTimeOffset? time = call.Time("timestamp");
        if (!_tools.Add(call.Text("id") ?? $"{time:O}") || !call.Is("status", "success"))
            return;
        if (call.Is("name", "replace") || call.Is("name", "write_file"))
            AddEdit(arguments, call.Get("resultDisplay"), time);
        else if (call.Is("name", "run_shell_command") && CommitOutput.MayCommit(arguments.LongText("command")))
            _draft.Committed(Output(call), time, _draft.WorkingDirectory);
    }

    // A write shows what stood there before: nothing, for a new file.
    private void AddEdit(JsonElement arguments, JsonElement shown, DateTimeOffset? time)
    {
        string? whole = arguments.LongText("content");
        string? before = whole is null ? arguments.LongText("old_string") : shown.LongText("originalContent");
        bool isKnown = whole is null || before is not null || shown.IsTrue("isNewFile");
        _draft.Edited(arguments.Text("file_path"), time, whole ?? arguments.LongText("new_string"), before, mayRepeat: !isKnown);
    }

    // The tool prints "Output: " before the first line of what the command printed.
    private static string? Output(JsonElement call)
    {
        string? text = call.LongText("resultDisplay");
        foreach (JsonElement part in call.Get("result").Items())
            text = part.Get("functionResponse").Get("response").LongText("output") ?? text;
        return text?.Replace("Output: ", "\n", StringComparison.Ordinal);
    }

    // chats/PARENT/SESSION.jsonl is a sub-agent's.
    private string? Parent() =>
        Path.GetFileName(Path.GetDirectoryName(path)) is { } folder && folder != "chats" ? folder : null;

    private string? ProjectRoot()
    {
        string? project = Path.GetDirectoryName(path);
        while (project is not null && Path.GetFileName(project) != "chats")
            project = Path.GetDirectoryName(project);
        project = Path.GetDirectoryName(project);
        if (project is null)
            return null;
        string marker = Path.Combine(project, ".project_root");
        return LogFiles.Exists(marker) ? FirstLine(marker)?.Trim() : Registered(project);
    }

    private static string? FirstLine(string path)
    {
        using var reader = new StreamReader(LogFiles.Open(path));
        return reader.ReadLine();
    }

    private static string? Registered(string project)
    {
        string registry = Path.Combine(project, "..", "..", "projects.json");
        if (!LogFiles.Exists(registry))
            return null;
        using JsonDocument document = LogFiles.Document(registry);
        string name = Path.GetFileName(project);
        foreach (JsonProperty entry in document.RootElement.Get("projects").Properties())
        {
            if (entry.Value.AsText() == name)
                return SafeJson.Name(entry);
        }

        return null;
    }
}
