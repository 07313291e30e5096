using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Capture;

/// <summary>Sessions of this repository, the commits they are linked to, and what is left on both sides.</summary>
/// <param name="Sessions">Sessions in the logs of this machine.</param>
/// <param name="Rows">Links, in the order of commits.</param>
/// <param name="Rests">What no commit has of the sessions in the logs.</param>
/// <param name="Ledger">What git holds.</param>
/// <param name="Without">AI commits without a session, full ids by time.</param>
internal sealed record LinkReport(
    IReadOnlyList<AgentSession> Sessions,
    IReadOnlyList<LinkRow> Rows,
    IReadOnlyList<SessionRest> Rests,
    TokenLedger Ledger,
    IReadOnlyList<(string Commit, DateTimeOffset Time, string Agents)> Without)
{
    /// <summary>What models cost here.</summary>
    public PriceTable Prices { get; private init; } = PriceTable.BuiltIn;

    /// <summary>Links what logs say, and puts it beside what git holds.</summary>
    public static LinkReport Of(CaptureOutcome outcome, CollectedHistory history, PriceTable prices)
    {
        IEnumerable<LinkRow> held = history.Tokens.Commits.SelectMany(c => c.Allocations.Select(a => new LinkRow(c.Commit, history.Repository.CommitTime(c.Commit), a, IsNew: false)));
        IEnumerable<LinkRow> found = outcome.Plan.Allocations.SelectMany(c => c.Value.Select(a => new LinkRow(c.Key, history.Repository.CommitTime(c.Key), prices.Reprice(a), IsNew: true)));
        LinkRow[] rows = [.. held.Concat(found).OrderBy(r => r.Time).ThenBy(r => r.Commit, StringComparer.Ordinal).ThenBy(r => r.Allocation.From).ThenBy(r => r.Allocation.Id, StringComparer.Ordinal)];
        HashSet<string> linked = [.. rows.Select(r => r.Commit)];
        return new LinkReport(outcome.Sessions, rows, outcome.Plan.Rests, history.Tokens, [.. Unlinked(history, linked)]) { Prices = prices };
    }

    /// <summary>What commits have of a session in the logs.</summary>
    public TokenUsage Linked(AgentSession session)
    {
        // A note may hold responses that a better log replaced, so what is left is what counts.
        TokenUsage rest = Rests.Where(r => r.Agent == session.Agent && r.Session == session.Id).Aggregate(default(TokenUsage), (sum, r) => sum + r.Usage);
        return session.Usage - rest;
    }

    /// <summary>Commits that have a part of a session.</summary>
    public int Commits(AgentSession session) =>
        Rows.Where(r => r.Allocation.Agent == session.Agent && r.Allocation.Session == NoteWords.SessionId(session.Id)).Select(r => r.Commit).Distinct().Count();

    private static IEnumerable<(string, DateTimeOffset, string)> Unlinked(CollectedHistory history, HashSet<string> linked) =>
        from source in history.Scan.Attribution.Sources
        where source.Evidence.Count > 0 && !linked.Contains(source.Commit)
        group source by source.Commit into commit
        let time = history.Repository.CommitTime(commit.Key)
        orderby time, commit.Key
        select (commit.Key, time, string.Join(", ", commit.SelectMany(s => s.Evidence).Select(e => e.Agent).Distinct().Order(StringComparer.Ordinal)));
}
