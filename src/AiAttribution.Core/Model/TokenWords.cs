using System.Globalization;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model;

/// <summary>Tokens and what they cost, in words and figures.</summary>
internal static class TokenWords
{
    /// <summary>Tokens with thousands apart.</summary>
    public static string Number(TokenCost spending) => Number(spending.Usage.Total);

    /// <summary>Tokens with thousands apart.</summary>
    public static string Number(long tokens) => tokens.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Cost in dollars; says when it is a lower bound, the agent's own figure, or unknown. A dash when nothing was used.</summary>
    public static string Cost(TokenCost spending)
    {
        if (spending.Usage.Total == 0)
            return "–";
        if (spending.Cost is not { } computed)
            return spending.Reported > 0 ? $"{Figures.Dollars(spending.Reported)} reported" : "cost unknown";
        return (spending.Unpriced > 0 ? "at least " : "") + Figures.Dollars(computed);
    }

    /// <summary>Sessions of no commit. Counts of different worth are told one by one.</summary>
    public static string Unlinked(ReportTokens tokens) => tokens.Unlinked.Count == 0
        ? "nothing"
        : string.Join(", ", tokens.Unlinked.Select(u => $"{Figures.Count(u.Sessions, "session")} with {Number(u.Usage.Total)} tokens ({ExactnessNames.Of(u.Exactness)})"));
}
