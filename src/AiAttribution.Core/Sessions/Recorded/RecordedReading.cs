using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>What the files of one format say.</summary>
internal sealed class RecordedReading
{
    private const int MostProblems = 20;

    private readonly List<RecordedAllocation> _allocations = [];
    private readonly List<AgentSession> _sessions = [];
    private readonly List<string> _problems = [];

    /// <summary>Records that are a share of a session already.</summary>
    public IReadOnlyList<RecordedAllocation> Allocations => _allocations;

    /// <summary>Sessions of which only the log is known.</summary>
    public IReadOnlyList<AgentSession> Sessions => _sessions;

    /// <summary>What could not be read, one phrase each that names file and place.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Adds a share.</summary>
    public void Add(RecordedAllocation allocation) => _allocations.Add(allocation);

    /// <summary>Adds a session.</summary>
    public void Add(AgentSession session) => _sessions.Add(session);

    /// <summary>Adds a problem; a file that is wrong everywhere is named a few times only.</summary>
    public void Report(string place, string problem)
    {
        if (_problems.Count < MostProblems)
            _problems.Add($"{place}: {problem}");
    }
}

/// <summary>A share of a session, and what leads to its commit.</summary>
/// <param name="Allocation">The share.</param>
/// <param name="Commit">Full id of the commit; null when the record does not name one.</param>
/// <param name="Key">Key that commits carry in a trailer; null when it is the session's own.</param>
internal sealed record RecordedAllocation(Allocation Allocation, string? Commit = null, SessionKey? Key = null);
