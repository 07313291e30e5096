using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Model;

/// <summary>What the AI work behind a build cost, as agents' sessions recorded it in notes.</summary>
/// <param name="History">All that is recorded for commits of the history.</param>
/// <param name="OnLines">The part that AI lines of the repository bear that are still there.</param>
/// <param name="Subject">The part that AI lines of the subject bear.</param>
/// <param name="Elsewhere">Recorded for commits outside of the history.</param>
/// <param name="Rows">The history's, by agent, model and exactness, as far as <see cref="PrivacyThreshold"/> allows.</param>
/// <param name="Commits">Commits of the history with a record.</param>
/// <param name="Sessions">Sessions that took part in them.</param>
/// <param name="SessionsElsewhere">Sessions that are recorded for commits outside of the history only.</param>
/// <param name="AiCommits">Commits that AI lines come from.</param>
/// <param name="AiCommitsWithout">Those of them without a record.</param>
internal sealed record ReportTokens(
    TokenCost History,
    TokenCost OnLines,
    TokenCost Subject,
    TokenCost Elsewhere,
    IReadOnlyList<ReportTokenRow> Rows,
    int Commits,
    int Sessions,
    int SessionsElsewhere,
    int AiCommits,
    int AiCommitsWithout)
{
    /// <summary>Whether rows are put together or left out, because too few builders stand behind them.</summary>
    public bool HidesRows { get; init; }

    /// <summary>Why, with full stop; null when none is.</summary>
    public string? Hidden => PrivacyThreshold.Words(HidesRows, Rows.Count > 0);

    /// <summary>Recorded in git for sessions that no commit has; counts of different exactness are different rows.</summary>
    public IReadOnlyList<ReportUnlinked> Unlinked { get; init; } = [];

    /// <summary>Where the records of the history were found.</summary>
    public IReadOnlyList<ReportTokenSource> Sources { get; init; } = [];

    /// <summary>Sources that were left out for sessions that another one tells of better.</summary>
    public IReadOnlyList<SourceOverlap> LeftOut { get; init; } = [];

    /// <summary>The part whose lines are gone or were not C#.</summary>
    public TokenCost NotSurviving => History - OnLines;

    /// <summary>Makes the report's part of a ledger; null when nothing is recorded.</summary>
    /// <param name="ledger">What is recorded.</param>
    /// <param name="subject">The part that AI lines of the subject bear.</param>
    /// <param name="aiCommits">Full ids of the commits that AI lines come from.</param>
    /// <param name="builderOf">Who made a commit, as a number; null for a machine.</param>
    public static ReportTokens? Of(TokenLedger ledger, TokenCost subject, IReadOnlyCollection<string> aiCommits, Func<string, int?> builderOf)
    {
        if (ledger.IsEmpty)
            return null;
        HashSet<(string, string)> sessions = [.. ledger.Commits.SelectMany(c => c.Allocations).Select(a => (a.Agent, a.Session))];
        (IReadOnlyList<ReportTokenRow> rows, bool hidesSome) = ReportTokenRow.Of(ledger, builderOf);
        return new ReportTokens(
            ledger.Total,
            ledger.OnLines,
            subject,
            TokenCost.Of(ledger.Elsewhere),
            rows,
            ledger.Commits.Count,
            sessions.Count,
            ledger.Elsewhere.Select(a => (a.Agent, a.Session)).Distinct().Count(s => !sessions.Contains(s)),
            aiCommits.Count,
            aiCommits.Count(commit => ledger.Of(commit) is null))
        {
            HidesRows = hidesSome,
            Unlinked = ReportUnlinked.Of(ledger),
            Sources = ReportTokenSource.Of(ledger),
            LeftOut = ledger.SourceOverlaps,
        };
    }
}
