using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Model;

/// <summary>Tokens of one agent and model. Counts of different exactness are different rows: they are not to be summed unlabelled.</summary>
/// <param name="Name">Which; null for all that are not told apart, because too few builders used them.</param>
/// <param name="Spending">Tokens and cost.</param>
internal sealed record ReportTokenRow(CostGroupName? Name, TokenCost Spending)
{
    /// <summary>The rows that may be shown, the largest first and the others last, and whether some are hidden; no rows when nothing may be told apart.</summary>
    /// <param name="ledger">What is recorded.</param>
    /// <param name="builderOf">Who made a commit, as a number; null for a machine.</param>
    internal static (IReadOnlyList<ReportTokenRow> Rows, bool HidesSome) Of(TokenLedger ledger, Func<string, int?> builderOf)
    {
        var groups = new SortedDictionary<CostGroupName, (TokenCost Spending, BuilderShares Builders)>();
        foreach (CommitTokens commit in ledger.Commits)
        {
            foreach (var group in commit.Allocations.GroupBy(CostGroupName.Of))
            {
                (TokenCost spending, BuilderShares builders) = groups.TryGetValue(group.Key, out var known) ? known : (default, new BuilderShares());
                TokenCost more = TokenCost.Of(group);
                builders.Add(builderOf(commit.Commit), more.Usage.Total);
                groups[group.Key] = (spending + more, builders);
            }
        }

        var (shown, hidden) = PrivacyThreshold.Split([.. groups], g => g.Value.Builders);
        IEnumerable<ReportTokenRow> rows = shown.Select(g => new ReportTokenRow(g.Key, g.Value.Spending)).OrderByDescending(r => r.Spending.Usage.Total);
        if (shown.Count > 0 && hidden.Count > 0)
            rows = rows.Append(new ReportTokenRow(null, hidden.Aggregate(default(TokenCost), (sum, g) => sum + g.Value.Spending)));
        return ([.. rows], hidden.Count > 0);
    }
}
