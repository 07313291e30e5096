using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents;

/// <summary>Kilo Code, which keeps the store of OpenCode under its own name.</summary>
internal sealed class KiloReader : ISessionReader
{
    private readonly OpenCodeReader _store = new();

    public string Agent => "kilo";

    public IEnumerable<string> Files(AgentHome home)
    {
        string root = Path.Combine(home.DataFolder, "kilo");
        return LogFiles.In(root, "kilo*.db")
            .Concat(LogFiles.Below(Path.Combine(root, "storage", "session"), "ses_*.json"))
            .Concat(LogFiles.Below(Path.Combine(root, "storage", "message"), "msg_*.json"));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems) => _store.Read(path, problems).Select(session => session with { Agent = Agent });
}
