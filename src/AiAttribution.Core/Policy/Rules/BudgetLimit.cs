using System.Globalization;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Most that AI work may use. At least one of both is set.</summary>
/// <param name="Tokens">Tokens of all classes; null for no limit.</param>
/// <param name="Usd">Cost in USD by the price table; null for no limit.</param>
internal sealed record BudgetLimit(long? Tokens, decimal? Usd)
{
    /// <summary>More tokens than this are no limit that anybody means.</summary>
    internal const long MostTokens = 1_000_000_000_000_000;

    /// <summary>The limit for people, such as <c>2,000,000 tokens and $50.00</c>.</summary>
    public string Text => (Tokens, Usd) switch
    {
        ({ } tokens, { } usd) => $"{Number(tokens)} tokens and {Figures.Dollars(usd)}",
        ({ } tokens, null) => $"{Number(tokens)} tokens",
        _ => Figures.Dollars(Usd ?? 0),
    };

    /// <summary>Whether what is recorded alone is more.</summary>
    public bool IsExceededBy(TokenCost spent) => spent.Usage.Total > (Tokens ?? long.MaxValue) || (Usd is { } usd && spent.Computed > usd);

    /// <summary>What was spent, in the units of the limit, with <c>at least</c> where a part is unknown.</summary>
    /// <param name="spent">What is recorded.</param>
    /// <param name="isComplete">Whether every record is there.</param>
    public string Spent(TokenCost spent, bool isComplete)
    {
        List<string> parts = [];
        if (Tokens is not null)
            parts.Add($"{(isComplete ? "" : "at least ")}{Number(spent.Usage.Total)} tokens");
        if (Usd is not null)
            parts.Add($"{(isComplete && spent.Unpriced == 0 ? "" : "at least ")}{Figures.Dollars(spent.Computed)}");
        return string.Join(" and ", parts);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
