using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Sessions;

/// <summary>All sessions of a home, each in one line.</summary>
/// <param name="Sessions">In order of start.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record SessionOverview(IReadOnlyList<SessionSummary> Sessions, IReadOnlyList<LogProblem> Problems)
{
    /// <summary>What agents keep here that holds no tokens or is not read, a sentence each.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

/// <summary>Something that could not be read.</summary>
/// <param name="File">The log, as it may be printed.</param>
/// <param name="Sentence">What, and the way out.</param>
internal sealed record LogProblem(string File, string Sentence);
