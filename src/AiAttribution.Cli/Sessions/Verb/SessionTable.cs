using AiAttribution.Cli.Sessions.Index;
using AiAttribution.Core.Reports;
using AiAttribution.Core.Sessions;
using Spectre.Console;

namespace AiAttribution.Cli.Sessions.Verb;

/// <summary>Sessions as a table for people. Times are UTC, costs USD by the built-in prices.</summary>
internal static class SessionTable
{
    // Wider than any table: a line that a terminal wraps is better than an id cut in two.
    private const int Width = 1_000;

    public static void Write(TextWriter output, SessionOverview overview)
    {
        if (overview.Sessions.Count == 0)
            return;
        IAnsiConsole screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        screen.Profile.Width = Width;
        Table table = new Table().Border(TableBorder.Minimal);
        foreach (string name in new[] { "agent", "session", "start", "models" })
            table.AddColumn(new TableColumn(name).NoWrap());
        foreach (string name in new[] { "input", "output", "cache read", "cache write", "cost" })
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("exactness").NoWrap());
        foreach (SessionSummary session in overview.Sessions)
            Add(table, session);
        table.AddEmptyRow();
        foreach (SessionTotals total in SessionTotals.Of(overview.Sessions))
            Add(table, total);
        screen.Write(table);
    }

    private static void Add(Table table, SessionSummary session) => table.AddRow(
        Cell(session.Agent),
        Cell(session.Id),
        Cell(SessionText.Time(session.Start)),
        Cell(string.Join(", ", session.Models)),
        Cell(SessionText.Number(session.Usage.Input)),
        Cell(SessionText.Number(session.Usage.Output)),
        Cell(SessionText.Number(session.Usage.CacheRead)),
        Cell(SessionText.Number(session.Usage.CacheWrite)),
        Cell(SessionText.Cost(session.Cost)),
        Cell(session.LacksTokens ? "no tokens found" : SessionText.Worth(session.Exactness, session.Credits)));

    private static void Add(Table table, SessionTotals total) => table.AddRow(
        Cell("total"),
        Cell($"{total.Sessions} session(s)"),
        Cell(""),
        Cell(""),
        Cell(SessionText.Number(total.Usage.Input)),
        Cell(SessionText.Number(total.Usage.Output)),
        Cell(SessionText.Number(total.Usage.CacheRead)),
        Cell(SessionText.Number(total.Usage.CacheWrite)),
        Cell(SessionText.Cost(total.Cost)),
        Cell(SessionText.Worth(total.Exactness, total.Credits)));

    private static Text Cell(string text) => new(Printable.Of(text));
}
