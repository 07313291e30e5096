using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Logs;

/// <summary>What one log file says.</summary>
/// <param name="File">The file as it was when it was read.</param>
/// <param name="Sessions">Its sessions; parts of the same session may be in other files.</param>
/// <param name="Problems">What could not be read, in sentences that quote nothing of it.</param>
internal sealed record LogReading(LogFile File, IReadOnlyList<AgentSession> Sessions, IReadOnlyList<string> Problems);
