using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Codex;

/// <summary>
/// Lines of one Codex thread. A fork or sub-agent may repeat its parent's lines: they are the parent's and count for nothing here (see <see cref="CodexReplay"/>).
/// What nothing in the log tells to be a copy counts once with the parent, by the same running totals.
/// </summary>
internal sealed class CodexThread
{
    private readonly SessionDraft _draft;
    private readonly CodexCounter _counter;
    private readonly CodexItems _items;
    private readonly CodexReplay _replay;
    private readonly CodexTier _tier = new();
    private readonly List<UsageRecord> _responses = [];
    private readonly bool _isFork;
    private string _root;
    private bool _hasRecords;
    private (string Name, TokenUsage Usage)? _counted;
    private int _searches;
    private string? _model;
    private string? _directory;

    public CodexThread(string agent, JsonElement header, DateTimeOffset? started, string fallbackId)
    {
        _draft = new SessionDraft(agent, header.Text("id") ?? header.Text("session_id") ?? fallbackId);
        _counter = new CodexCounter(_draft.Counts);
        _items = new CodexItems(_draft);
        JsonElement spawn = header.Get("source").Get("subagent").Get("thread_spawn");
        _isFork = header.Text("forked_from_id") is not null;
        _draft.ParentId = header.Text("forked_from_id") ?? header.Text("parent_thread_id") ?? spawn.Text("parent_thread_id");
        _draft.WorkingDirectory = _directory = header.Text("cwd");
        _draft.Branch = header.Get("git").Text("branch");
        _tier.Set(header);
        _root = _draft.ParentId ?? _draft.Id;
        _replay = new CodexReplay(_draft.Id, header, _draft.ParentId is null ? null : started);
    }

    /// <summary>Whether nothing but the clock told the parent's answers from this thread's own.</summary>
    public bool IsGuess => _replay.IsGuess;

    public void Add(JsonElement line)
    {
        DateTimeOffset? time = line.Time("timestamp");
        JsonElement payload = line.Get("payload");
        if (_replay.IsOld(line, time))
        {
            AddOld(line, payload);
            return;
        }

        _draft.See(time);
        switch (line.Text("type"))
        {
            case "event_msg":
                AddEvent(payload, time);
                break;
            case "token_usage_record":
                AddRecord(payload, time);
                break;
            case "turn_context":
                AddContext(payload);
                break;
            case "session_meta":
                AddHeader(payload.Text("id"));
                break;
            case "response_item" when !_replay.IsOn:
                _searches += payload.Is("type", "web_search_call") ? 1 : 0;
                _items.Add(payload, time, _directory);
                break;
        }
    }

    public AgentSession ToSession()
    {
        foreach (UsageRecord response in _replay.Undecided().Select(response => response with { MayBeCopy = true }).Concat(_responses))
            _draft.Add(response);
        _draft.HasCopies = _replay.HasCopies;
        _draft.IsDoubtful = IsGuess;
        return _draft.ToSession();
    }

    // Running totals, model and folder go on from the copies.
    private void AddOld(JsonElement line, JsonElement payload)
    {
        if (line.Is("type", "turn_context"))
            Settle(payload);
        else if (payload.Is("type", "token_count"))
            _counter.Count(payload.Get("info"));
        else if (line.Is("type", "session_meta"))
            AddHeader(payload.Text("id"));
    }

    // Headers that were copied go up the family; the last one is the thread whose running totals everyone repeats.
    private void AddHeader(string? id)
    {
        _replay.Header(id);
        _root = id is not null && id != _draft.Id ? id : _root;
    }

    private void AddContext(JsonElement payload)
    {
        _replay.Turn(payload.Text("turn_id"));
        Settle(payload);
    }

    private void Settle(JsonElement payload)
    {
        _model = payload.Text("model") ?? _model;
        _directory = payload.Text("cwd") ?? _directory;
        _tier.Set(payload);
    }

    private void AddEvent(JsonElement payload, DateTimeOffset? time)
    {
        switch (payload.Text("type"))
        {
            case "task_started" or "turn_started":
                _replay.Turn(payload.Text("turn_id"));
                break;
            case "thread_settings_applied":
                _tier.Set(payload.Get("thread_settings"));
                break;
            case "token_count":
                AddCount(payload.Get("info"), time);
                break;
        }
    }

    private void AddCount(JsonElement info, DateTimeOffset? time)
    {
        if (_counter.Count(info) is not { } counted)
            return;
        string name = $"{_root}#{counted.Totals}";
        if (_hasRecords)
        {
            // The running totals beside a record, before or after it, are the name under which forks copy it.
            if (_responses.Count > 0 && _responses[^1] is { Alias: null } record && record.Usage == counted.Usage)
                _responses[^1] = record with { Alias = name };
            else
                _counted = (name, counted.Usage);
            return;
        }

        Keep(new UsageRecord($"{_draft.Id}#{counted.Key}", time, Model, counted.Usage) { Alias = name, WorkingDirectory = _directory });
    }

    // Records are exact, one for each response: from the first one on they replace the counters, also the one written just before.
    private void AddRecord(JsonElement payload, DateTimeOffset? time)
    {
        string thread = payload.Text("thread_id") ?? _draft.Id;
        if (thread != _draft.Id && (thread == _root || thread == _draft.ParentId))
            return;
        TokenUsage usage = _counter.Tokens(payload.Get("usage"));
        string? name = _counted is { } counted && counted.Usage == usage ? counted.Name : null;
        _counted = null;
        _tier.Set(payload);
        if (!_hasRecords && _responses.Count > 0 && _responses[^1].Usage == usage)
        {
            name = _responses[^1].Alias;
            _searches += _responses[^1].WebSearches;
            _responses.RemoveAt(_responses.Count - 1);
        }

        _hasRecords = true;
        string response = payload.Text("response_id") ?? $"{payload.Text("turn_id")}@{time:O}";
        Keep(new UsageRecord($"{thread}|{response}", time, Model, usage) { Alias = name, WorkingDirectory = _directory });
    }

    // A fork whose own first turn nothing marks may still be copying.
    private void Keep(UsageRecord response)
    {
        response = response with { WebSearches = _searches };
        _searches = 0;
        if (!_replay.Hold(response))
            _responses.Add(_replay.IsMarked || !(_isFork || IsGuess) ? response : response with { MayBeCopy = true });
    }

    private string? Model => _tier.Of(_model);
}
