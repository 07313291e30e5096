using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Codex;

/// <summary>
/// Lines of one Codex thread. A fork or sub-agent replays its parent's lines when it starts, in one burst with new times:
/// they are the parent's and count for nothing here. What a longer burst leaves has the parent's key, and so counts once.
/// </summary>
internal sealed class CodexThread
{
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(1);

    private readonly SessionDraft _draft;
    private readonly CodexCounter _counter = new();
    private readonly CodexItems _items;
    private readonly List<UsageRecord> _responses = [];
    private DateTimeOffset? _start;
    private string _origin;
    private bool _replaying;
    private bool _hasRecords;
    private string? _model;
    private string? _directory;

    public CodexThread(string agent, JsonElement header, string fallbackId)
    {
        _draft = new SessionDraft(agent, header.Text("id") ?? header.Text("session_id") ?? fallbackId);
        _items = new CodexItems(_draft);
        JsonElement spawn = header.Get("source").Get("subagent").Get("thread_spawn");
        _draft.ParentId = header.Text("forked_from_id") ?? header.Text("parent_thread_id") ?? spawn.Text("parent_thread_id");
        _draft.WorkingDirectory = _directory = header.Text("cwd");
        _draft.Branch = header.Get("git").Text("branch");
        _origin = _draft.ParentId ?? _draft.Id;
        _replaying = _draft.ParentId is not null;
    }

    public void Add(JsonElement line)
    {
        DateTimeOffset? time = line.Time("timestamp");
        _draft.See(time);
        _start ??= time;
        _replaying = _replaying && !(time - _start > Burst);
        JsonElement payload = line.Get("payload");
        if (line.Is("type", "event_msg"))
            AddCount(payload, time);
        else if (line.Is("type", "token_usage_record"))
            AddRecord(payload, time);
        else if (line.Is("type", "turn_context"))
            AddContext(payload);
        else if (line.Is("type", "session_meta") && _replaying)
            AddAncestor(payload);
        else if (line.Is("type", "response_item") && !_replaying)
            _items.Add(payload, time, _directory);
    }

    public AgentSession ToSession()
    {
        foreach (UsageRecord response in _responses)
            _draft.Add(response);
        return _draft.ToSession();
    }

    private void AddContext(JsonElement payload)
    {
        _model = payload.Text("model") ?? _model;
        _directory = payload.Text("cwd") ?? _directory;
    }

    // Replayed headers go up the family; the last one is the thread whose counters everyone repeats.
    private void AddAncestor(JsonElement payload) =>
        _origin = payload.Text("id") is { } id && id != _draft.Id ? id : _origin;

    private void AddCount(JsonElement payload, DateTimeOffset? time)
    {
        if (!payload.Is("type", "token_count") || _counter.Count(payload.Get("info")) is not { } counted || _replaying || _hasRecords)
            return;
        _responses.Add(new UsageRecord($"{_origin}#{counted.Key}", time, _model, counted.Usage) { WorkingDirectory = _directory });
    }

    // Records are exact, one for each response: from the first one on they replace the counters, also the one written just before.
    private void AddRecord(JsonElement payload, DateTimeOffset? time)
    {
        TokenUsage usage = CodexCounter.Tokens(payload.Get("usage"));
        if (!_hasRecords && _responses.Count > 0 && _responses[^1].Usage == usage)
            _responses.RemoveAt(_responses.Count - 1);
        _hasRecords = true;
        if (_replaying)
            return;
        string thread = payload.Text("thread_id") ?? _draft.Id;
        string response = payload.Text("response_id") ?? $"{payload.Text("turn_id")}@{time:O}";
        _responses.Add(new UsageRecord($"{thread}|{response}", time, _model, usage) { WorkingDirectory = _directory });
    }
}
