using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>One session of Hermes. Its own columns sum its conversation; rows by model sum the same and, by task, what was called beside it.</summary>
internal sealed class HermesSession
{
    private readonly SessionDraft _draft;
    private readonly UsageRecord _own;
    private TokenUsage _conversation;
    private decimal _conversationCost;

    public HermesSession(string agent, string id, SqliteRow row)
    {
        _draft = new SessionDraft(agent, id) { Exactness = Exactness.SessionTotal, WorkingDirectory = row.Text("cwd"), ParentId = row.Text("parent_session_id") };
        _draft.See(row.Time("started_at"));
        _draft.See(row.Time("ended_at"));
        _own = new UsageRecord(id, row.Time("ended_at") ?? row.Time("started_at"), row.Text("model"), Usage(row)) { ReportedCost = Cost(row) };
    }

    /// <summary>Adds a row by model.</summary>
    public void AddModel(SqliteRow row)
    {
        string task = row.Text("task") ?? "";
        var response = new UsageRecord($"{_draft.Id}|{row.Text("model")}|{row.Text("billing_provider")}|{task}", row.Time("last_seen") ?? row.Time("first_seen") ?? _own.Time, row.Text("model"), Usage(row)) { ReportedCost = Cost(row) };
        if (response.Usage.IsZero && response.ReportedCost is null)
            return;
        _draft.Add(response);
        if (task.Length > 0)
            return;
        _conversation += response.Usage;
        _conversationCost += response.ReportedCost ?? 0;
    }

    /// <summary>Adds the calls of tools of a message.</summary>
    public void AddCalls(SqliteRow row)
    {
        using JsonDocument? calls = JsonCell.Parse(row.Text("tool_calls"), new LogProblems());
        if (calls is null)
            return;
        foreach (JsonElement call in calls.RootElement.Items().Select(call => call.Get("function")))
            EditTools.NoteText(_draft, call.Text("name"), call.LongText("arguments"), row.Time("timestamp"));
    }

    public AgentSession ToSession()
    {
        // A session that is older than the rows by model has only its younger part in them.
        TokenUsage beyond = AtLeastZero(_own.Usage - _conversation);
        decimal cost = (_own.ReportedCost ?? 0) - _conversationCost;
        if (!beyond.IsZero || _draft.Responses.Count == 0)
            _draft.Add(_own with { Usage = beyond, ReportedCost = StatedCost.Of(cost) });
        return _draft.ToSession();
    }

    // Reasoning is inside output.
    private TokenUsage Usage(SqliteRow row)
    {
        TokenCounts counts = _draft.Counts;
        long output = counts.Of(row, "output_tokens");
        return new TokenUsage(
            counts.Of(row, "input_tokens"),
            output,
            counts.Of(row, "cache_read_tokens"),
            counts.Of(row, "cache_write_tokens"),
            Reasoning: counts.Part(counts.Of(row, "reasoning_tokens"), output));
    }

    private static decimal? Cost(SqliteRow row) => StatedCost.Of(row, "actual_cost_usd") ?? StatedCost.Of(row, "estimated_cost_usd");

    private static TokenUsage AtLeastZero(TokenUsage usage) => new(
        Math.Max(0, usage.Input),
        Math.Max(0, usage.Output),
        Math.Max(0, usage.CacheRead),
        Math.Max(0, usage.CacheWrite5Minutes),
        Math.Max(0, usage.CacheWrite1Hour),
        Math.Max(0, usage.Reasoning));
}
