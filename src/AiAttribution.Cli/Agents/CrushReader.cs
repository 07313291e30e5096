using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Crush: a database in each project. Its token columns are those of the last step, so tokens are unknown; the cost of a session, its sub-agents' within, is stated.
/// </summary>
internal sealed class CrushReader : ISessionReader
{
    private const string Registry = "projects.json";
    private const int MostProjects = 10_000;

    public string Agent => "crush";

    public IEnumerable<string> Files(AgentHome home)
    {
        string[] data =
        [
            home.Variable("CRUSH_GLOBAL_DATA") ?? Path.Combine(home.DataFolder, "crush"),
            Path.Combine(home.Variable("LOCALAPPDATA") ?? home.In("AppData", "Local"), "crush"),
        ];
        string[] registries = [.. LogFiles.Existing([.. data.Select(folder => Path.Combine(folder, Registry))])];
        return registries.SelectMany(Projects)
            .Append(home.In(".crush"))
            .Append(Path.Combine(home.Repository ?? home.Directory, ".crush"))
            .SelectMany(folder => LogFiles.Existing(Path.Combine(folder, "crush.db")))
            .Concat(registries);
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        if (Path.GetFileName(path) == Registry)
        {
            // It leads to the stores only, but one that is damaged hides them.
            using JsonDocument registry = LogFiles.Document(path);
            return [];
        }

        using var store = new SqliteLog(path, problems);
        if (!store.Has("sessions"))
            return [];
        var sessions = new Dictionary<string, SessionDraft>(StringComparer.Ordinal);
        foreach (SqliteRow row in store.Query("SELECT * FROM sessions WHERE parent_session_id IS NULL OR parent_session_id NOT IN (SELECT id FROM sessions)"))
        {
            if (row.Text("id") is { } id)
                sessions[id] = Session(id, row, Path.GetDirectoryName(Path.GetDirectoryName(path)));
        }

        foreach (SqliteRow row in store.Has("files") ? store.Query("SELECT session_id, path, created_at FROM files WHERE version > 0") : [])
        {
            if (sessions.TryGetValue(row.Text("session_id") ?? "", out SessionDraft? draft))
                EditTools.Note(draft, row.Text("path"), row.Time("created_at"), null);
        }

        return [.. sessions.Values.Select(draft => draft.ToSession())];
    }

    private static IEnumerable<string> Projects(string registry)
    {
        JsonElement listed = SideFile.Json(registry);
        JsonElement projects = listed.Get("projects") is { ValueKind: not JsonValueKind.Undefined } inner ? inner : listed;
        return projects.Items().Concat(projects.Properties().Select(project => project.Value))
            .Take(MostProjects)
            .Where(project => project.Text("path") is not null)
            .Select(project => Path.Combine(project.Text("path")!, project.Text("data_dir") ?? ".crush"));
    }

    private SessionDraft Session(string id, SqliteRow row, string? project)
    {
        var draft = new SessionDraft(Agent, id) { Exactness = Exactness.Absent, WorkingDirectory = project };
        draft.See(row.Time("created_at"));
        draft.See(row.Time("updated_at"));
        if (StatedCost.Of(row, "cost") is { } cost)
            draft.Add(new UsageRecord(id, row.Time("updated_at") ?? row.Time("created_at"), null, default) { ReportedCost = cost, WorkingDirectory = project });
        return draft;
    }
}
