namespace AiAttribution.Core.Sessions.Pricing;

/// <summary>What a model costs.</summary>
/// <param name="Prices">Its prices.</param>
/// <param name="LongContext">Prices of a request that reads more than <paramref name="LongContextFrom"/> tokens, for all of its tokens; null when it has one tier.</param>
/// <param name="LongContextFrom">Input, cached or not, up to which <paramref name="Prices"/> hold.</param>
internal sealed record ModelPrice(TokenPrices Prices, TokenPrices? LongContext = null, long LongContextFrom = long.MaxValue)
{
    /// <summary>Cost in USD of one request; null when a class that was used has no price.</summary>
    public decimal? CostOf(TokenUsage request) => (LongContext is not null && request.AllInput > LongContextFrom ? LongContext : Prices).CostOf(request);
}
