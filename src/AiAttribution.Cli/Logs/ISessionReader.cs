using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Logs;

/// <summary>Reads the logs of one agent. An agent is added by one reader, its line in <see cref="SessionReaders"/> and its fixture.</summary>
internal interface ISessionReader
{
    /// <summary>Catalogue name of the agent.</summary>
    string Agent { get; }

    /// <summary>Files that may hold sessions; those that do not exist are left out by <see cref="LogFiles"/>.</summary>
    IEnumerable<string> Files(AgentHome home);

    /// <summary>
    /// What one file says of its sessions. May throw <see cref="IOException"/>, <see cref="System.Text.Json.JsonException"/> and
    /// <see cref="UnreadableLogException"/>: the file is then reported as unreadable.
    /// </summary>
    IEnumerable<AgentSession> Read(string path, LogProblems problems);
}
