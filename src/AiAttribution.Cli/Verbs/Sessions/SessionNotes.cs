using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Pricing;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Sessions;

/// <summary>What a reader of the numbers must know beside them.</summary>
internal static class SessionNotes
{
    public static IEnumerable<string> Of(SessionOverview overview, PriceTable prices)
    {
        if (overview.Sessions.Count == 0 && overview.Problems.Count == 0 && overview.Unread.Count == 0)
            yield return "no session found. Agents keep logs for days or weeks only; --home reads another home folder.";
        foreach (IGrouping<string, SessionSummary> agent in overview.Sessions.Where(session => session.LacksTokens).GroupBy(session => session.Agent))
            yield return $"{agent.Key}: {agent.Count()} session(s) without any token, such as {Printable.Of(agent.First().Id)}: no answer yet, or a log format that is not known.";
        foreach (IGrouping<string, SessionSummary> agent in overview.Sessions.Where(session => session.Exactness == Exactness.Absent).GroupBy(session => session.Agent))
            yield return $"{agent.Key}: leaves no token counts on this machine ({agent.Count()} session(s)); its vendor's usage report has them.";
        foreach (IGrouping<string, SessionSummary> agent in overview.Sessions.Where(session => session.Exactness == Exactness.CreditsOnly).GroupBy(session => session.Agent))
            yield return $"{agent.Key}: counts credits, not tokens ({agent.Count()} session(s)).";
        foreach (string model in overview.Sessions.Where(session => session.Cost.UnpricedTokens > 0).SelectMany(session => session.Models).Distinct().Order(StringComparer.Ordinal))
        {
            if (prices.Find(model) is null)
                yield return $"{Printable.Of(model)}: no price known, so its tokens have no cost; 'prices' in ai-attribution.json can state one.";
        }

        foreach (string unread in overview.Unread)
            yield return Printable.Of(unread);
        foreach (LogProblem problem in overview.Problems)
            yield return $"{Printable.Of(problem.File)}: {problem.Sentence}.";
    }
}
