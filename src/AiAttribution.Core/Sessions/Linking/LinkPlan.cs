using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Linking;

/// <summary>Which tokens go to which commit.</summary>
/// <param name="Links">All links, known and found.</param>
/// <param name="Allocations">New allocations by full id of the commit.</param>
/// <param name="Rests">What no commit gets, per session; sessions without a rest are left out.</param>
internal sealed record LinkPlan(
    IReadOnlyList<CommitLink> Links,
    IReadOnlyDictionary<string, IReadOnlyList<Allocation>> Allocations,
    IReadOnlyList<SessionRest> Rests);

/// <summary>Responses of a session that no commit gets.</summary>
/// <param name="Agent">Catalogue name of the agent.</param>
/// <param name="Session">Id of the session.</param>
/// <param name="Usage">Their tokens.</param>
/// <param name="Reason">Why.</param>
internal sealed record SessionRest(string Agent, string Session, TokenUsage Usage, RestReason Reason)
{
    /// <summary>The responses, in order of time.</summary>
    public IReadOnlyList<UsageRecord> Responses { get; init; } = [];
}

/// <summary>Why responses go to no commit.</summary>
internal enum RestReason
{
    /// <summary>No commit is linked to the session.</summary>
    NoCommit,

    /// <summary>They came after the session's last commit, or when they came is not known.</summary>
    AfterLastCommit,

    /// <summary>The agent counts per session only, and the session made several commits.</summary>
    SeveralCommits,

    /// <summary>The response may still grow; the next capture takes it.</summary>
    InFlight,
}
