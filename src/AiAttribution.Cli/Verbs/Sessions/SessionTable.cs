using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Sessions;

/// <summary>
/// Sessions as a table for people. Times are UTC, costs in USD, by the prices and as the agent states them. As wide as it must be: a line that a terminal wraps is better than an id cut in two.
/// Written by hand, because a library for tables takes longer to load than the sessions.
/// </summary>
internal static class SessionTable
{
    private const int FirstNumber = 4;
    private const int LastNumber = 9;

    private static readonly string[] Header = ["agent", "session", "start", "models", "input", "output", "cache read", "cache write", "cost", "stated cost", "exactness"];

    public static void Write(TextWriter output, SessionOverview overview)
    {
        if (overview.Sessions.Count == 0)
            return;
        string[][] rows = [.. overview.Sessions.Select(Row)];
        string[][] totals = [.. SessionTotals.Of(overview.Sessions).Select(Row)];
        int[] widths = [.. Header.Select((name, column) => rows.Concat(totals).Max(row => Math.Max(name.Length, row[column].Length)))];
        Write(output, Header, widths);
        output.Write($" {string.Join('┼', widths.Select(width => new string('─', width + 2)))}\n");
        foreach (string[] row in rows)
            Write(output, row, widths);
        Write(output, Header.Select(_ => ""), widths);
        foreach (string[] total in totals)
            Write(output, total, widths);
    }

    private static void Write(TextWriter output, IEnumerable<string> cells, int[] widths)
    {
        IEnumerable<string> padded = cells.Select((cell, column) => column is >= FirstNumber and <= LastNumber ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
        output.Write(("  " + string.Join(" │ ", padded)).TrimEnd(' ') + "\n");
    }

    private static string[] Row(SessionSummary session) =>
    [
        Printable.Of(session.Agent),
        Printable.Of(session.Id),
        SessionText.Time(session.Start),
        Printable.Of(string.Join(", ", session.Models)),
        SessionText.Number(session.Usage.Input),
        SessionText.Number(session.Usage.Output),
        SessionText.Number(session.Usage.CacheRead),
        SessionText.Number(session.Usage.CacheWrite),
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
        SessionText.Number(total.Usage.Input),
        SessionText.Number(total.Usage.Output),
        SessionText.Number(total.Usage.CacheRead),
        SessionText.Number(total.Usage.CacheWrite),
        SessionText.Computed(total.Cost),
        SessionText.Stated(total.Cost),
        SessionText.Worth(total.Exactness, total.Credits),
    ];
}
