using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Sessions;

/// <summary>Columns with tabs between them, under a header; one line for each session, no totals.</summary>
internal static class TsvSessions
{
    public static void Write(TextWriter output, SessionOverview overview)
    {
        output.Write("agent\tsession\tparent\tstart\tend\tmodels\tresponses\tinput\toutput\treasoning\tcache_read\tcache_write_5m\tcache_write_1h\tcost_computed\tcost_reported\tunpriced_tokens\tcredits\texactness\tweb_searches\tcost_tools\n");
        foreach (SessionSummary session in overview.Sessions)
            output.Write(string.Join('\t', Columns(session)) + "\n");
    }

    private static IEnumerable<object> Columns(SessionSummary session) =>
    [
        Printable.Of(session.Agent),
        Printable.Of(session.Id),
        Printable.Of(session.ParentId ?? ""),
        SessionText.Iso(session.Start),
        SessionText.Iso(session.End),
        Printable.Of(string.Join(',', session.Models)),
        session.Responses,
        Tokens(session.Usage.Input, session),
        Tokens(session.Usage.Output, session),
        Tokens(session.Usage.Reasoning, session),
        Tokens(session.Usage.CacheRead, session),
        Tokens(session.Usage.CacheWrite5Minutes, session),
        Tokens(session.Usage.CacheWrite1Hour, session),
        SessionText.Exact(session.Cost.Computed),
        SessionText.Exact(session.Cost.Reported),
        session.Cost.UnpricedTokens,
        SessionText.Exact(session.Credits),
        ExactnessNames.Of(session.Exactness),
        session.WebSearches,
        SessionText.Exact(session.Cost.Tools),
    ];

    private static object Tokens(long number, SessionSummary session) => SessionText.IsCounted(session.Usage, session.Exactness) ? number : "";
}
