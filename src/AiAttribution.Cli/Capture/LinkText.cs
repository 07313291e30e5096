using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Text;
using static AiAttribution.Cli.Verbs.Sessions.SessionText;

namespace AiAttribution.Cli.Capture;

/// <summary>The links of sessions and commits on one screen.</summary>
internal static class LinkText
{
    private const int ShortId = 10;
    private const int MostRows = 200;

    public static void Write(TextWriter output, LinkReport report)
    {
        WriteSessions(output, report);
        WriteLinks(output, report.Rows);
        WriteRests(output, report);
        WriteWithout(output, report);
        foreach (string sum in Sums(report))
            output.Write(sum + "\n");
    }

    private static void WriteSessions(TextWriter output, LinkReport report)
    {
        output.Write($"{Figures.Count(report.Sessions.Count, "session")} of this repository in the logs of this machine\n");
        if (report.Sessions.Count == 0)
            return;
        var table = new TextTable("agent", "session", "start", "models", "input:", "output:", "cache read:", "cache write:", "cost:", "counts are", "commits:");
        foreach (AgentSession session in report.Sessions)
        {
            SessionSummary summary = SessionSummary.Of(session, report.Prices);
            table.Row(
                summary.Agent,
                summary.Id,
                Time(summary.Start),
                string.Join(", ", summary.Models),
                Tokens(summary.Usage.Input, summary.Usage, summary.Exactness),
                Tokens(summary.Usage.Output, summary.Usage, summary.Exactness),
                Tokens(summary.Usage.CacheRead, summary.Usage, summary.Exactness),
                Tokens(summary.Usage.CacheWrite, summary.Usage, summary.Exactness),
                Cost(summary.Cost),
                Worth(summary.Exactness, summary.Credits),
                Number(report.Commits(session)));
        }

        table.Write(output);
        output.Write('\n');
    }

    private static void WriteLinks(TextWriter output, IReadOnlyList<LinkRow> rows)
    {
        if (rows.Count == 0)
            return;
        output.Write("Linked to commits\n");
        var table = new TextTable("commit", "of", "agent", "session", "linked by", "recorded in", "tokens:", "cost:");
        foreach (LinkRow row in rows.Take(MostRows))
        {
            Allocation a = row.Allocation;
            table.Row(
                row.Commit[..ShortId],
                Time(row.Time),
                a.Agent,
                a.Session,
                LinkMethodNames.Of(a.Method),
                row.IsNew ? "logs only" : RecordSourceNames.Of(a.Source),
                Number(a.Usage.Total),
                Cost(new SessionCost(a.CostComputed, a.CostReported, a.CostComputed is null ? a.Usage.Total : 0)));
        }

        table.Write(output);
        output.Write(rows.Count > MostRows ? $"  and {Figures.Number(rows.Count - MostRows)} more\n\n" : "\n");
    }

    private static void WriteRests(TextWriter output, LinkReport report)
    {
        if (report.Rests.Count + report.Ledger.Unlinked.Count == 0)
            return;
        output.Write("Not linked\n");
        var table = new TextTable("agent", "session", "tokens:", "why");
        foreach (SessionRest rest in report.Rests.Take(MostRows))
            table.Row(rest.Agent, rest.Session, Number(rest.Usage.Total), UnallocatedWords.Of(rest.Reason));
        foreach (UnlinkedSession rest in report.Ledger.Unlinked.Take(MostRows))
            table.Row(rest.Agent, rest.Session, Number(rest.Usage.Total), $"in {RecordSourceNames.Of(rest.Source)}: {UnallocatedWords.Of(rest.Reason)}");
        table.Write(output);
        output.Write('\n');
    }

    private static void WriteWithout(TextWriter output, LinkReport report)
    {
        if (report.Without.Count == 0)
            return;
        output.Write("AI commits without a session\n");
        var table = new TextTable("commit", "of", "by");
        foreach ((string commit, DateTimeOffset time, string agents) in report.Without.TakeLast(MostRows))
            table.Row(commit[..ShortId], Time(time), agents);
        table.Write(output);
        output.Write(report.Without.Count > MostRows ? $"  and {Figures.Number(report.Without.Count - MostRows)} older ones\n\n" : "\n");
    }

    /// <summary>Counts of different worth are never added, so each has its own sum.</summary>
    private static IEnumerable<string> Sums(LinkReport report)
    {
        foreach (IGrouping<Exactness, AgentSession> worth in report.Sessions.GroupBy(s => s.Exactness).OrderBy(g => g.Key))
        {
            long all = worth.Sum(s => s.Usage.Total);
            long linked = worth.Sum(s => report.Linked(s).Total);
            yield return $"Logs, {ExactnessNames.Of(worth.Key)}: {Number(all)} tokens = {Number(linked)} linked + {Number(all - linked)} not linked.";
        }

        TokenLedger ledger = report.Ledger;
        long elsewhere = TokenCost.Of(ledger.Elsewhere).Usage.Total;
        yield return $"Git: {Number(ledger.Total.Usage.Total)} tokens in {Figures.Count(ledger.Commits.Count, "commit")} of this history{(elsewhere > 0 ? $", {Number(elsewhere)} outside of it" : "")}; a build shows these.";
        if (report.Rows.Any(r => r.IsNew))
            yield return $"Links of logs only are written by: ai-attribution backfill";
    }
}
