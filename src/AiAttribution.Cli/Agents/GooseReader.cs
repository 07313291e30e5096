using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Goose: totals of a session; cached input is told apart, within input, since schema 14. The columns without <c>accumulated_</c> are those of the last call only.</summary>
internal sealed class GooseReader : ISessionReader
{
    public string Agent => "goose";

    public IEnumerable<string> Files(AgentHome home)
    {
        string[] folders = home.Variable("GOOSE_PATH_ROOT") is { } root
            ? [Path.Combine(root, "data")]
            :
            [
                Path.Combine(home.DataFolder, "goose"),
                Path.Combine(home.DataFolder, "Block", "goose"),
                home.In("Library", "Application Support", "goose"),
                Path.Combine(home.Variable("APPDATA") ?? home.In("AppData", "Roaming"), "Block", "goose", "data"),
                Path.Combine(home.Variable("APPDATA") ?? home.In("AppData", "Roaming"), "Block", "goose"),
            ];
        return folders.SelectMany(folder => LogFiles.Existing(Path.Combine(folder, "sessions", "sessions.db")));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var database = new SqliteLog(path, problems);
        return database.Has("sessions") ? [.. database.Query("SELECT * FROM sessions").Select(Session)] : [];
    }

    private AgentSession Session(SqliteRow row)
    {
        string id = row.Text("id") ?? "";
        var draft = new SessionDraft(Agent, id) { Exactness = Exactness.SessionTotal, WorkingDirectory = row.Text("working_dir") };
        draft.See(row.Time("created_at"));
        TokenCounts counts = draft.Counts;
        long read = counts.Of(row, "accumulated_cache_read_tokens");
        long written = counts.Of(row, "accumulated_cache_write_tokens");
        var tokens = new TokenUsage(counts.Rest(counts.Of(row, "accumulated_input_tokens"), read, written), counts.Of(row, "accumulated_output_tokens"), read, written);
        draft.Add(new UsageRecord(id, row.Time("updated_at"), Model(row.Text("model_config_json")), tokens)
        {
            Since = row.Time("created_at"),
            ReportedCost = row.Amount("accumulated_cost") is { } cost and > 0 ? cost : null,
        });
        return draft.ToSession();
    }

    private static string? Model(string? settings)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(settings ?? "null");
            return document.RootElement.Text("model_name");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
