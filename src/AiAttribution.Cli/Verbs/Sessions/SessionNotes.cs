using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Sessions;

/// <summary>What a reader of the numbers must know beside them.</summary>
internal static class SessionNotes
{
    public static IEnumerable<string> Of(SessionOverview overview)
    {
        if (overview.Sessions.Count == 0 && overview.Problems.Count == 0 && overview.Unread.Count == 0)
            yield return "no session found. Agents keep logs for days or weeks only; --home reads another home folder.";
        foreach (IGrouping<string, SessionSummary> agent in overview.Sessions.Where(session => session.LacksTokens).GroupBy(session => session.Agent))
            yield return $"{agent.Key}: {Figures.Count(agent.Count(), "session")} without any token, such as {Printable.Of(agent.First().Id)}: no answer yet, or a log format that is not known.";
        foreach (IGrouping<string, SessionSummary> agent in overview.Sessions.Where(session => session.Exactness == Exactness.Absent).GroupBy(session => session.Agent))
            yield return $"{agent.Key}: leaves no token counts on this machine ({Figures.Count(agent.Count(), "session")}); its vendor's usage report has them.";
        foreach (IGrouping<string, SessionSummary> agent in overview.Sessions.Where(session => session.Exactness == Exactness.CreditsOnly).GroupBy(session => session.Agent))
            yield return $"{agent.Key}: counts credits, not tokens ({Figures.Count(agent.Count(), "session")}).";
        foreach (string note in Unpriced(overview.Sessions).Concat(Searches(overview.Sessions)))
            yield return note;
        foreach (string unread in overview.Unread)
            yield return Printable.Of(unread);
        foreach (LogProblem problem in overview.Problems)
            yield return $"{Printable.Of(problem.File)}: {problem.Sentence}.";
    }

    private static IEnumerable<string> Unpriced(IReadOnlyList<SessionSummary> sessions)
    {
        foreach (IGrouping<string, SessionSummary> agent in sessions.GroupBy(session => session.Agent))
        {
            long unnamed = agent.Sum(session => session.Unpriced.Where(tokens => tokens.Model is null).Sum(tokens => tokens.Tokens));
            if (unnamed > 0)
                yield return $"{agent.Key}: {SessionText.Number(unnamed)} token(s) state no model, so they have no cost.";
        }

        foreach (IGrouping<(string, PriceGap), UnpricedTokens> group in sessions.SelectMany(session => session.Unpriced).Where(tokens => tokens.Model is not null).GroupBy(tokens => (tokens.Model!, tokens.Gap)).OrderBy(group => group.Key.Item1, StringComparer.Ordinal).ThenBy(group => group.Key.Item2))
            yield return $"{Printable.Of(group.Key.Item1)}: {Missing(group.Key.Item2)}, so {SessionText.Number(group.Sum(tokens => tokens.Tokens))} token(s) have no cost; 'prices' in ai-attribution.json can state one.";
    }

    private static string Missing(PriceGap gap) => gap switch
    {
        PriceGap.Day => "no price known of the day, or of all days, on which it was used",
        PriceGap.CacheReads => "no price of cache reads known",
        PriceGap.CacheWrites => "no price of cache writes known",
        PriceGap.LongCacheWrites => "no price of cache writes for an hour known",
        _ => "no price known",
    };

    private static IEnumerable<string> Searches(IReadOnlyList<SessionSummary> sessions)
    {
        int searches = sessions.Sum(session => session.WebSearches);
        decimal? cost = sessions.Aggregate(default(SessionCost), (sum, session) => sum + session.Cost).Tools;
        if (searches > 0)
            yield return $"{searches} web search(es) are billed beside tokens{(cost is { } amount ? $": {Figures.Dollars(amount)}" : "")}; no cost above holds them.";
    }
}
