using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents.Copilot;

/// <summary>The store of Copilot's desktop app: one row for each session, with its sums.</summary>
internal sealed class CopilotDesktopReader : ISessionReader
{
    // What a credit of Copilot costs, in the billionths that it counts.
    private const decimal UnitsPerDollar = 100_000_000_000;

    public string Agent => "copilot";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Existing(Path.Combine(home.Variable("COPILOT_HOME") ?? home.In(".copilot"), "data.db"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var store = new SqliteLog(path);
        return store.Has("sessions") ? [.. store.Query("SELECT * FROM sessions").Select(row => Session(row, problems)).OfType<AgentSession>()] : [];
    }

    private AgentSession? Session(SqliteRow row, LogProblems problems)
    {
        if (row.Text("id") is not { } id)
            return null;
        var draft = new SessionDraft(Agent, id) { Exactness = Exactness.SessionTotal, WorkingDirectory = row.Text("cwd") ?? row.Text("working_directory") };
        draft.See(row.Time("created_at"));
        draft.See(row.Time("updated_at"));
        var figures = new LoggedFigures(draft, problems);
        TokenUsage usage = figures.Inclusive(
            figures.Tokens(row, "total_input_tokens"),
            figures.Tokens(row, "total_output_tokens"),
            figures.Tokens(row, "total_cached_tokens"),
            reasoning: figures.Tokens(row, "total_reasoning_tokens"));
        draft.Add(new UsageRecord(id, row.Time("updated_at") ?? row.Time("created_at"), row.Text("model"), usage)
        {
            ReportedCost = LoggedFigures.Cost(row, "total_nano_aiu") / UnitsPerDollar,
        });
        return draft.ToSession();
    }
}
