namespace AiAttribution.Core.Sessions;

/// <summary>What a model costs on some days.</summary>
/// <param name="From">The first day; null for always.</param>
/// <param name="Until">The last day; null for as long as nothing else is said.</param>
/// <param name="Price">The price.</param>
internal sealed record DatedPrice(DateOnly? From, DateOnly? Until, ModelPrice Price)
{
    /// <summary>
    /// The price on a day, of the prices of one model. The first one holds before its day, too, because nobody uses a model before it is sold. On a day that is not known
    /// there is a price only when it never changed; of steps for long requests, those that the first one has.
    /// </summary>
    /// <param name="prices">In order of their first days.</param>
    /// <param name="day">The day in UTC; null when it is not known.</param>
    public static ModelPrice? On(IReadOnlyList<DatedPrice> prices, DateOnly? day)
    {
        if (day is null)
            return prices.All(p => p.Until is null && p.Price.Prices == prices[0].Price.Prices) ? prices[0].Price : null;
        DatedPrice price = prices.LastOrDefault(p => !(p.From > day)) ?? prices[0];
        return price.Until < day ? null : price.Price;
    }
}
