using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Sessions;

/// <summary>Sessions as a table for people, with the totals of each exactness below. Times are UTC, costs in USD, by the prices and as the agent states them.</summary>
internal static class SessionTable
{
    public static void Write(TextWriter output, SessionOverview overview)
    {
        if (overview.Sessions.Count == 0)
            return;
        var table = new TextTable("agent", "session", "start", "models", "input:", "output:", "cache read:", "cache write:", "cost:", "stated cost:", "exactness");
        foreach (SessionSummary session in overview.Sessions)
            table.Row(Row(session));
        table.Gap();
        foreach (SessionTotals total in SessionTotals.Of(overview.Sessions))
            table.Row(Row(total));
        table.Write(output);
    }

    private static string[] Row(SessionSummary session) =>
    [
        session.Agent,
        session.Id,
        SessionText.Time(session.Start),
        string.Join(", ", session.Models),
        SessionText.Tokens(session.Usage.Input, session.Usage, session.Exactness),
        SessionText.Tokens(session.Usage.Output, session.Usage, session.Exactness),
        SessionText.Tokens(session.Usage.CacheRead, session.Usage, session.Exactness),
        SessionText.Tokens(session.Usage.CacheWrite, session.Usage, session.Exactness),
        SessionText.Computed(session.Cost),
        SessionText.Stated(session.Cost),
        session.LacksTokens ? "no tokens found" : SessionText.Worth(session.Exactness, session.Credits),
    ];

    private static string[] Row(SessionTotals total) =>
    [
        "total",
        Figures.Count(total.Sessions, "session"),
        "",
        "",
        SessionText.Tokens(total.Usage.Input, total.Usage, total.Exactness),
        SessionText.Tokens(total.Usage.Output, total.Usage, total.Exactness),
        SessionText.Tokens(total.Usage.CacheRead, total.Usage, total.Exactness),
        SessionText.Tokens(total.Usage.CacheWrite, total.Usage, total.Exactness),
        SessionText.Computed(total.Cost),
        SessionText.Stated(total.Cost),
        SessionText.Worth(total.Exactness, total.Credits),
    ];
}
