using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Google's Antigravity, as CLI, editor and IDE: one database for each conversation, with a protobuf message for each call and each step. Older conversations are encrypted.
/// </summary>
internal sealed class AntigravityReader : ISessionReader
{
    /// <summary>Folders below <c>~/.gemini</c>.</summary>
    public static IReadOnlyList<string> Products { get; } = ["antigravity-cli", "antigravity", "antigravity-ide"];

    public string Agent => "antigravity";

    public IEnumerable<string> Files(AgentHome home) =>
        Products.SelectMany(product => LogFiles.In(home.In(".gemini", product, "conversations"), "*.db"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var database = new SqliteLog(path, problems);
        var draft = new SessionDraft(Agent, Path.GetFileNameWithoutExtension(path));
        var calls = new AntigravityCalls(draft, problems);
        foreach (SqliteRow row in database.Has("trajectory_metadata_blob") ? database.Query("SELECT data FROM trajectory_metadata_blob") : [])
            calls.AddPlace(row.Bytes("data"));
        foreach (SqliteRow row in database.Has("gen_metadata") ? database.Query("SELECT idx, data FROM gen_metadata ORDER BY idx") : [])
            calls.Add(row.Bytes("data"));
        foreach (SqliteRow row in database.Has("steps") ? database.Query("SELECT * FROM steps ORDER BY idx") : [])
            calls.AddStep(row);
        return [calls.ToSession()];
    }
}
