using AiAttribution.Cli.Agents;
using AiAttribution.Cli.Agents.Copilot;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Sessions;

/// <summary>
/// Copilot keeps one conversation in several stores, each of which counts it. The richest one counts; of the others what they tell of folder, time, edits and commits
/// stays.
/// </summary>
internal static class CopilotStores
{
    private const int Rows = 0;
    private const int Shutdown = 4;

    /// <summary>What all files say, with no conversation counted by two of its stores.</summary>
    public static IEnumerable<AgentSession> Richest(IReadOnlyList<LogReading> readings)
    {
        var best = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (LogReading reading in readings)
        {
            foreach (AgentSession session in reading.Sessions)
            {
                if (Rank(reading.File, session) is { } rank && (!best.TryGetValue(session.Id, out int known) || rank < known))
                    best[session.Id] = rank;
            }
        }

        return readings.SelectMany(reading => reading.Sessions.Select(session =>
            session.Agent == "copilot" && best.TryGetValue(session.Id, out int rank) && !Counts(Rank(reading.File, session), rank)
                ? session with { Responses = [], Exactness = Exactness.Absent }
                : session));
    }

    // A shutdown may hold what the rows of its session do not.
    private static bool Counts(int? rank, int best) => rank == best || (best == Rows && rank == Shutdown);

    /// <summary>Place in the order of richness; null when it counts nothing.</summary>
    private static int? Rank(LogFile file, AgentSession session)
    {
        if (session.Agent != "copilot" || session.Usage.IsZero)
            return null;
        return file.Reader switch
        {
            nameof(CopilotReader) when file.Path.EndsWith(".db", StringComparison.Ordinal) => Rows,
            nameof(CopilotTracesReader) => 1,
            nameof(VsCodeCopilotReader) => 2,
            nameof(VsCodeDebugLogReader) => 3,
            nameof(CopilotReader) when session.Usage.AllInput > 0 => Shutdown,
            nameof(CopilotDesktopReader) => 5,
            nameof(VsCodeChatReader) => 6,
            _ => 7,
        };
    }
}
