using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// The events of one session of Copilot CLI. Its end sums up each model, over all legs of a resumed session, from zero after a compaction;
/// after a crash there is no end, and only the output tokens of the answers are known.
/// </summary>
internal sealed class CopilotEvents(string agent, string fallbackId)
{
    private readonly Dictionary<string, List<TokenUsage>> _legs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _outputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _committing = new(StringComparer.Ordinal);
    private SessionDraft _draft = new(agent, fallbackId);
    private string? _directory;
    private DateTimeOffset? _last;

    public void Add(JsonElement line)
    {
        JsonElement data = line.Get("data");
        _last = line.Time("timestamp") ?? _last;
        if (line.Is("type", "session.start"))
            Start(data);
        _draft.See(_last);
        switch (line.Text("type"))
        {
            case "session.context_changed":
                _directory = data.Text("cwd") ?? _directory;
                break;
            case "assistant.message":
                string model = data.Text("model") ?? "";
                _outputs[model] = _outputs.GetValueOrDefault(model) + data.Count("outputTokens");
                break;
            case "tool.execution_start":
                AddTool(data);
                break;
            case "tool.execution_complete" when data.Text("toolCallId") is { } id && _committing.Remove(id):
                _draft.Committed(data.Get("result").LongText("content"), _last, _directory);
                break;
            case "session.shutdown":
                AddTotals(data);
                break;
        }
    }

    public AgentSession ToSession()
    {
        _draft.Exactness = _legs.Count > 0 ? Exactness.SessionTotal : _outputs.Values.Sum() > 0 ? Exactness.Partial : Exactness.Absent;
        foreach ((string model, List<TokenUsage> legs) in _legs)
            _draft.Add(Total(model, legs.Aggregate((sum, leg) => sum + leg)));
        if (_legs.Count == 0)
        {
            foreach ((string model, long output) in _outputs)
                _draft.Add(Total(model, new TokenUsage(0, output)));
        }

        return _draft.ToSession();
    }

    private UsageRecord Total(string model, TokenUsage usage) => new($"{_draft.Id}|{model}", _last, model.Length == 0 ? null : model, usage);

    private void Start(JsonElement data)
    {
        JsonElement context = data.Get("context");
        _directory = context.Text("cwd");
        _draft = new SessionDraft(agent, data.Text("sessionId") ?? fallbackId) { WorkingDirectory = _directory, Branch = context.Text("branch") };
    }

    private void AddTool(JsonElement data)
    {
        JsonElement arguments = data.Get("arguments");
        if (CommitOutput.MayCommit(arguments.LongText("command")) && data.Text("toolCallId") is { } id)
            _committing.Add(id);
        if (data.Text("toolName") is "edit" or "create" or "str_replace_editor")
            _draft.Edited(arguments.Text("path"), _last, arguments.LongText("new_str") ?? arguments.LongText("file_text"));
    }

    private void AddTotals(JsonElement data)
    {
        foreach (JsonElement file in data.Get("codeChanges").Get("filesModified").Items())
            _draft.Edited(file.AsText(), _last);
        foreach (JsonProperty model in data.Get("modelMetrics").Properties())
        {
            if (SafeJson.Name(model) is not { } name)
                continue;
            TokenUsage usage = Tokens(model.Value.Get("usage"));
            if (!_legs.TryGetValue(name, out List<TokenUsage>? legs))
                _legs.Add(name, legs = []);
            if (legs.Count > 0 && usage.Total >= legs[^1].Total)
                legs[^1] = usage;
            else
                legs.Add(usage);
        }
    }

    private static TokenUsage Tokens(JsonElement usage)
    {
        long read = usage.Count("cacheReadTokens");
        long written = usage.Count("cacheWriteTokens");
        long fresh = Math.Max(0, usage.Count("inputTokens") - read - written);
        return new TokenUsage(fresh, usage.Count("outputTokens"), read, written, 0, usage.Count("reasoningTokens"));
    }
}
