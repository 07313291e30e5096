using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Core.Sessions.Ledger;

/// <summary>Tokens of a session that are recorded in git and belong to no commit.</summary>
/// <param name="Agent">Catalogue name of the agent.</param>
/// <param name="Session">Id of the session.</param>
/// <param name="Source">Where they are recorded.</param>
/// <param name="Exactness">What the counts are worth.</param>
/// <param name="Usage">The tokens.</param>
/// <param name="Reason">Why no commit has them.</param>
internal sealed record UnlinkedSession(string Agent, string Session, RecordSource Source, Exactness Exactness, TokenUsage Usage, RestReason Reason)
{
    /// <summary>Time of its last response; null when no record says.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The tokens with what they cost.</summary>
    public TokenCost Spending { get; init; } = new(Usage, 0, 0, Usage.Total);
}
