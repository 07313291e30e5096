using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Model;

/// <summary>Tokens of one agent and model. Counts of different exactness are different rows: they are not to be summed unlabelled.</summary>
/// <param name="Agent">Catalogue name.</param>
/// <param name="Model">Model, or models that worked on the same commits with one cost; null when not stated.</param>
/// <param name="Exactness">What the counts are worth.</param>
/// <param name="Spending">Tokens and cost.</param>
internal sealed record ReportTokenRow(string Agent, string? Model, Exactness Exactness, TokenCost Spending)
{
    internal static IReadOnlyList<ReportTokenRow> Of(TokenLedger ledger) =>
        [.. ledger.Commits.SelectMany(commit => commit.Allocations)
            .GroupBy(a => (a.Agent, Model: Models(a), a.Exactness))
            .Select(g => new ReportTokenRow(g.Key.Agent, g.Key.Model, g.Key.Exactness, TokenCost.Of(g)))
            .OrderByDescending(row => row.Spending.Usage.Total)
            .ThenBy(row => row.Agent, StringComparer.Ordinal)
            .ThenBy(row => row.Model, StringComparer.Ordinal)];

    internal static string? Models(Allocation allocation) =>
        allocation.Models.Select(m => m.Model).OfType<string>().Distinct().ToArray() is { Length: > 0 } names ? string.Join(" + ", names) : null;
}
