using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Core.Model;

/// <summary>What one kind of record gives to the history.</summary>
/// <param name="Source">Where the records are.</param>
/// <param name="Sessions">Sessions that they tell of.</param>
/// <param name="Spending">Tokens and cost.</param>
internal sealed record ReportTokenSource(RecordSource Source, int Sessions, TokenCost Spending)
{
    internal static IReadOnlyList<ReportTokenSource> Of(TokenLedger ledger) =>
        [.. ledger.Commits.SelectMany(c => c.Allocations).GroupBy(a => a.Source).OrderBy(g => g.Key)
            .Select(g => new ReportTokenSource(g.Key, g.Select(a => (a.Agent, a.Session)).Distinct().Count(), TokenCost.Of(g)))];
}
