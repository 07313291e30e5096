using System.Globalization;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Sessions;

/// <summary>Numbers and times as text, the same on every machine.</summary>
internal static class SessionText
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Whether a session, or a total, has counts. One whose agent leaves none used tokens all the same: they are unknown, not 0.</summary>
    public static bool IsCounted(TokenUsage usage, Exactness exactness) => !usage.IsZero || exactness < Exactness.CreditsOnly;

    public static string Tokens(long number, TokenUsage usage, Exactness exactness) => IsCounted(usage, exactness) ? Number(number) : "?";

    public static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "?";

    public static string Iso(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The computed cost, a lower bound where tokens have no price.</summary>
    public static string Computed(SessionCost cost) => cost switch
    {
        { Computed: { } amount, UnpricedTokens: > 0 } => ">= " + Figures.Dollars(amount),
        { Computed: { } amount } => Figures.Dollars(amount),
        _ => "?",
    };

    /// <summary>The cost that the agent reported.</summary>
    public static string Stated(SessionCost cost) => cost.Reported is { } amount ? Figures.Dollars(amount) : "";

    /// <summary>The computed cost; else what the agent reported.</summary>
    public static string Cost(SessionCost cost) => cost is { Computed: null, Reported: not null } ? Stated(cost) + " (reported)" : Computed(cost);

    public static string Exact(decimal? amount) => amount?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    public static string Worth(Exactness exactness, decimal? credits) =>
        ExactnessNames.Of(exactness) + (credits is { } amount ? $", {amount.ToString("0.##", CultureInfo.InvariantCulture)} credits" : "");
}
