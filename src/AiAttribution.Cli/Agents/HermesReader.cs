using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Hermes: sums for each session and model, auxiliary calls such as titles among them; older sessions have their own columns alone. Each profile has a store of its own.
/// </summary>
internal sealed class HermesReader : ISessionReader
{
    public string Agent => "hermes";

    public IEnumerable<string> Files(AgentHome home)
    {
        string root = home.Variable("HERMES_HOME") ?? home.In(".hermes");
        return LogFiles.Folders(Path.Combine(root, "profiles")).Prepend(root).SelectMany(folder => LogFiles.Existing(Path.Combine(folder, "state.db")));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var store = new SqliteLog(path, problems);
        if (!store.Has("sessions"))
            return [];
        var sessions = new Dictionary<string, HermesSession>(StringComparer.Ordinal);
        foreach (SqliteRow row in store.Query("SELECT * FROM sessions"))
        {
            if (row.Text("id") is { } id)
                sessions[id] = new HermesSession(Agent, id, row);
        }

        foreach (SqliteRow row in store.Has("session_model_usage") ? store.Query("SELECT * FROM session_model_usage") : [])
        {
            if (row.Text("session_id") is { } id && sessions.TryGetValue(id, out HermesSession? session))
                session.AddModel(row);
        }

        foreach (SqliteRow row in store.Has("messages") ? store.Query("SELECT * FROM messages WHERE tool_calls LIKE '[%'") : [])
        {
            if (row.Text("session_id") is { } id && sessions.TryGetValue(id, out HermesSession? session))
                session.AddCalls(row);
        }

        return [.. sessions.Values.Select(session => session.ToSession())];
    }
}
