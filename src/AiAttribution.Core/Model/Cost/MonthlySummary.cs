using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Core.Model.Cost;

/// <summary>The months in sentences, the same in all forms.</summary>
internal static class MonthlySummary
{
    public const string Unknown = "Nothing is known of what the AI work used: no session is recorded for the commits of this history.";

    public const string Rule = "Months are calendar months in UTC; a record counts in the month of its commit's committer time, whenever the work was done. What a commit without a full record used is unknown, never 0, so its month is a lower bound. Cost is by list prices or those of the policy.";

    public const string HowToBudget = """{ "rules": [ { "id": "monthly", "require": { "budget": { "per": "month", "usd": 100 } } } ] }""";

    /// <summary>The month that is judged, with full stop.</summary>
    public static string Sentence(IReadOnlyList<Month> months)
    {
        Month now = months.First(m => m.Period.IsCurrent);
        string records = now.Period.IsComplete ? "" : $" {Count(now.Period.Unrecorded, "AI commit has", "AI commits have")} no full session record.";
        string cost = now.Cost == "unknown" && now.Budgets.Count > 0 ? "" : now.Cost + "; ";
        return $"{now.Period.Name}, the month of the commit: {cost}{now.Budget}.{records}";
    }

    /// <summary>What belongs to no month, with full stop; null when there is nothing.</summary>
    public static string? Unlinked(ReportTokens? tokens)
    {
        if (tokens is null || (tokens.Elsewhere.Usage.Total == 0 && tokens.Unlinked.Count == 0))
            return null;
        return $"In no month: {TokenWords.Number(tokens.Elsewhere)} tokens, {TokenWords.Cost(tokens.Elsewhere)}, recorded for commits outside of this history only; recorded in git for no commit: {TokenWords.Unlinked(tokens)}.";
    }
}
