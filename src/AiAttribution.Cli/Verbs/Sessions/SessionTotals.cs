using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Verbs.Sessions;

/// <summary>Sum of the sessions of one exactness: counts of different worth are never added.</summary>
internal sealed record SessionTotals(Exactness Exactness, int Sessions, TokenUsage Usage, SessionCost Cost, decimal? Credits)
{
    public static IEnumerable<SessionTotals> Of(IEnumerable<SessionSummary> sessions) =>
        sessions.GroupBy(session => session.Exactness).OrderBy(group => group.Key).Select(group => new SessionTotals(
            group.Key,
            group.Count(),
            group.Aggregate(default(TokenUsage), (sum, session) => sum + session.Usage),
            group.Aggregate(default(SessionCost), (sum, session) => sum + session.Cost),
            group.Any(session => session.Credits is not null) ? group.Sum(session => session.Credits) : null));
}
