using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// The events of one session of Copilot CLI. The end of each leg sums up its models (see <see cref="CopilotLegs"/>); after a crash there is no end,
/// and only the output tokens of the answers are known.
/// </summary>
internal sealed class CopilotEvents(string agent, string fallbackId)
{
    // Billing units of Copilot: AIU in billionths, and a hundred of them for a dollar.
    private const decimal NanoUnitsOfDollar = 100_000_000_000;
    private const decimal Most = NanoUnitsOfDollar * 1_000_000;

    private readonly CopilotLegs _legs = new();
    private readonly HashSet<string> _committing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _created = new(StringComparer.Ordinal);
    private SessionDraft _draft = new(agent, fallbackId);
    private string? _directory;
    private DateTimeOffset? _last;

    /// <summary>What billing units cost in USD; null when there are none.</summary>
    public static decimal? Dollars(decimal? nanoUnits) => nanoUnits > 0 ? nanoUnits / NanoUnitsOfDollar : null;

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
                _legs.Answer(data.Text("model") ?? "", _draft.Counts.Of(data, "outputTokens"));
                break;
            case "session.compaction_complete" when data.IsTrue("success"):
                _legs.Compacted();
                break;
            case "tool.execution_start":
                AddTool(data);
                break;
            case "tool.execution_complete" when data.Text("toolCallId") is { } id:
                AddResult(id, data);
                break;
            case "session.shutdown":
                AddEnd(data);
                break;
        }
    }

    public AgentSession ToSession()
    {
        _draft.Exactness = _legs.HasEnd ? Exactness.SessionTotal : _legs.HasOpen ? Exactness.Partial : Exactness.Absent;
        _draft.IsDoubtful = _legs.HasOpen;
        foreach (UsageRecord record in _legs.Records(_draft.Id, _last))
            _draft.Add(record);
        return _draft.ToSession();
    }

    private void Start(JsonElement data)
    {
        JsonElement context = data.Get("context");
        _directory = context.Text("cwd");
        _draft = new SessionDraft(agent, data.Text("sessionId") ?? fallbackId) { WorkingDirectory = _directory, Branch = context.Text("branch") };
    }

    private void AddTool(JsonElement data)
    {
        JsonElement arguments = data.Get("arguments");
        string? id = data.Text("toolCallId");
        if (id is not null && CommitOutput.MayCommit(arguments.LongText("command")))
            _committing.Add(id);
        if (data.Text("toolName") is not ("edit" or "create" or "str_replace_editor"))
            return;
        string? whole = arguments.LongText("file_text");
        int edit = _draft.Edited(arguments.Text("path"), _last, arguments.LongText("new_str") ?? whole, arguments.LongText("old_str"), mayRepeat: whole is not null);
        if (whole is not null && id is not null)
            _created[id] = edit;
    }

    // A file is created only where there is none.
    private void AddResult(string id, JsonElement data)
    {
        if (_created.Remove(id, out int edit) && data.IsTrue("success"))
            _draft.Settle(edit, lines => lines);
        if (_committing.Remove(id))
            _draft.Committed(data.Get("result").LongText("content"), _last, _directory);
    }

    private void AddEnd(JsonElement data)
    {
        foreach (JsonElement file in data.Get("codeChanges").Get("filesModified").Items())
            _draft.Edited(file.AsText(), _last);
        var sums = new Dictionary<string, TokenUsage>(StringComparer.Ordinal);
        decimal? cost = null;
        foreach (JsonProperty model in data.Get("modelMetrics").Properties())
        {
            if (SafeJson.Name(model) is not { } name)
                continue;
            TokenUsage usage = Tokens(model.Value.Get("usage"));
            sums[name] = usage.IsZero ? Details(model.Value.Get("tokenDetails")) : usage;
            if (model.Value.Amount("totalNanoAiu", Most) is { } units)
                cost = (cost ?? 0) + units;
        }

        TokenUsage all = Details(data.Get("tokenDetails"));
        if (sums.Values.All(sum => sum.IsZero) && !all.IsZero)
            sums[_legs.Models is [{ } only] ? only : data.Text("currentModel") ?? ""] = all;
        cost = data.Amount("totalNanoAiu", Most) ?? cost;
        if (sums.Count > 0 || cost > 0)
            _legs.End(sums, Dollars(cost), _last);
    }

    private TokenUsage Tokens(JsonElement usage)
    {
        TokenCounts counts = _draft.Counts;
        return counts.Inclusive(
            counts.Of(usage, "inputTokens"),
            counts.Of(usage, "outputTokens"),
            counts.Of(usage, "cacheReadTokens"),
            counts.Of(usage, "cacheWriteTokens"),
            counts.Of(usage, "reasoningTokens"));
    }

    // Here the classes do not overlap. A class that nobody knows is told.
    private TokenUsage Details(JsonElement details)
    {
        TokenUsage sum = default;
        foreach (JsonProperty kind in details.Properties())
        {
            long count = _draft.Counts.Of(kind.Value, "tokenCount");
            sum += SafeJson.Name(kind) switch
            {
                "input" => new TokenUsage(count, 0),
                "output" => new TokenUsage(0, count),
                "cache_read" => new TokenUsage(0, 0, count),
                "cache_write" => new TokenUsage(0, 0, 0, count),
                _ => new TokenUsage(_draft.Counts.Strange(count > 0 ? 1 : 0), 0),
            };
        }

        return sum;
    }
}
