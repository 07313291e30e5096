using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents;

/// <summary>Pi: one file for each session, with the cost it computed.</summary>
internal sealed class PiReader : ISessionReader
{
    public string Agent => "pi";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Below(Path.Combine(home.Variable("PI_CODING_AGENT_DIR") ?? home.In(".pi", "agent"), "sessions"), "*.jsonl");

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        string name = LogFiles.NameOf(path);
        var lines = new PiLines(Agent, name[(name.LastIndexOf('_') + 1)..]);
        foreach (JsonElement line in JsonLines.Of(path, problems))
            lines.Add(line);
        return [lines.ToSession()];
    }
}
