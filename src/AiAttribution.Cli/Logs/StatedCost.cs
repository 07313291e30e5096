namespace AiAttribution.Cli.Logs;

/// <summary>Costs in USD that agents write down. A 0 states none: agents write it when a subscription pays.</summary>
internal static class StatedCost
{
    public static decimal? Of(decimal? amount) => amount is > 0 ? amount : null;

    public static decimal? Of(SqliteRow row, string column) => Of(row.Amount(column));
}
