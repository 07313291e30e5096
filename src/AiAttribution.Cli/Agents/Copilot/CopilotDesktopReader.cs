using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents.Copilot;

/// <summary>The store of Copilot's desktop app: one row for each session, with its sums.</summary>
internal sealed class CopilotDesktopReader : ISessionReader
{
    public string Agent => "copilot";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Existing(Path.Combine(home.Variable("COPILOT_HOME") ?? home.In(".copilot"), "data.db"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var store = new SqliteLog(path, problems);
        return store.Has("sessions") ? [.. store.Query("SELECT * FROM sessions").Select(Session).OfType<AgentSession>()] : [];
    }

    private AgentSession? Session(SqliteRow row)
    {
        if (row.Text("id") is not { } id)
            return null;
        var draft = new SessionDraft(Agent, id) { Exactness = Exactness.SessionTotal, WorkingDirectory = row.Text("cwd") ?? row.Text("working_directory") };
        draft.See(row.Time("created_at"));
        draft.See(row.Time("updated_at"));
        TokenCounts counts = draft.Counts;
        TokenUsage usage = counts.Inclusive(
            counts.Of(row, "total_input_tokens"),
            counts.Of(row, "total_output_tokens"),
            counts.Of(row, "total_cached_tokens"),
            reasoning: counts.Of(row, "total_reasoning_tokens"));
        draft.Add(new UsageRecord(id, row.Time("updated_at") ?? row.Time("created_at"), row.Text("model"), usage)
        {
            ReportedCost = CopilotEvents.Dollars(row.Amount("total_nano_aiu")),
        });
        return draft.ToSession();
    }
}
