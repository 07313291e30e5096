using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>Reads every log of a home.</summary>
internal static class HomeReader
{
    public static IReadOnlyList<LogReading> Files(AgentHome home)
    {
        IReadOnlyList<LogFile> files = LogScan.Find(home, SessionReaders.All);
        return LogScan.Read(SessionReaders.All, files, new Dictionary<LogFile, LogReading>());
    }

    public static IReadOnlyList<AgentSession> Sessions(AgentHome home) => SessionMerger.Merge(CopilotStores.Richest(Files(home)));

    public static IReadOnlyList<AgentSession> Sessions(string folder, string agent) =>
        [.. Sessions(AgentHome.At(folder)).Where(session => session.Agent == agent)];

    public static TokenUsage Total(string folder, string agent) =>
        Sessions(folder, agent).Aggregate(default(TokenUsage), (sum, session) => sum + session.Usage);
}
