using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Model;

/// <summary>Sessions that are recorded in git and belong to no commit.</summary>
/// <param name="Exactness">What their counts are worth.</param>
/// <param name="Sessions">Number of sessions.</param>
/// <param name="Usage">Their tokens.</param>
internal sealed record ReportUnlinked(Exactness Exactness, int Sessions, TokenUsage Usage)
{
    internal static IReadOnlyList<ReportUnlinked> Of(TokenLedger ledger) =>
        [.. ledger.Unlinked.GroupBy(u => u.Exactness).OrderBy(g => g.Key).Select(g => new ReportUnlinked(
            g.Key,
            g.Select(u => (u.Agent, u.Session)).Distinct().Count(),
            g.Aggregate(default(TokenUsage), (sum, u) => sum + u.Usage)))];
}
