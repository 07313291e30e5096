namespace AiAttribution.Core.Sessions;

/// <summary>What a model costs.</summary>
/// <param name="Prices">Its prices.</param>
/// <param name="LongContext">Prices of a request that reads more than <paramref name="LongContextFrom"/> tokens, for all of its tokens; null when it has one tier.</param>
/// <param name="LongContextFrom">Input, cached or not, up to which <paramref name="Prices"/> hold.</param>
internal sealed record ModelPrice(TokenPrices Prices, TokenPrices? LongContext = null, long LongContextFrom = long.MaxValue)
{
    private const decimal Thousand = 1_000;

    /// <summary>By how much every price rises for requests that are served first; null when that is not known.</summary>
    public decimal? Priority { get; init; }

    /// <summary>To how much every price falls for requests that may wait; null when that is not known.</summary>
    public decimal? Flex { get; init; }

    /// <summary>By how much every price rises for requests that must stay in the United States; null when that is not known.</summary>
    public decimal? UsOnly { get; init; }

    /// <summary>USD for a thousand web searches; null when that is not known.</summary>
    public decimal? WebSearches { get; init; }

    /// <summary>Cost in USD of one request; null when a class that was used has no price.</summary>
    public decimal? CostOf(TokenUsage request) => (LongContext is not null && request.AllInput > LongContextFrom ? LongContext : Prices).CostOf(request);

    /// <summary>Cost in USD of web searches; null when that is not known.</summary>
    public decimal? CostOfSearches(int searches) => searches * WebSearches / Thousand;

    /// <summary>The same model at one service tier or several; null when no price is known of it.</summary>
    public ModelPrice? At(string tiers)
    {
        decimal? factor = 1;
        foreach (string tier in tiers.Split('-', StringSplitOptions.RemoveEmptyEntries))
            factor *= Factor("-" + tier);
        return factor switch
        {
            null => null,
            1 => this,
            { } by => this with { Prices = Prices.Times(by, by), LongContext = LongContext?.Times(by, by) },
        };
    }

    private decimal? Factor(string tier) => tier switch
    {
        ModelSpelling.Priority or ModelSpelling.Fast => Priority,
        ModelSpelling.Flex or ModelSpelling.Batch => Flex,
        ModelSpelling.UsOnly => UsOnly,
        _ => null,
    };
}
