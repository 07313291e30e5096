namespace AiAttribution.Core.Sessions;

/// <summary>Prices in USD for a million tokens of each class. A class without a price has none that is known: tokens of it make the cost unknown.</summary>
/// <param name="Input">Input that no cache served.</param>
/// <param name="Output">Output, reasoning included.</param>
/// <param name="CacheRead">Input that a cache served.</param>
/// <param name="CacheWrite5Minutes">Input written to a cache for five minutes.</param>
/// <param name="CacheWrite1Hour">Input written to a cache for one hour.</param>
internal sealed record TokenPrices(decimal Input, decimal Output, decimal? CacheRead = null, decimal? CacheWrite5Minutes = null, decimal? CacheWrite1Hour = null)
{
    private const decimal Million = 1_000_000m;

    /// <summary>Cost in USD; null when a class that was used has no price.</summary>
    public decimal? CostOf(TokenUsage usage) =>
        ((usage.Input * Input) + (usage.Output * Output) + Of(usage.CacheRead, CacheRead) + Of(usage.CacheWrite5Minutes, CacheWrite5Minutes) + Of(usage.CacheWrite1Hour, CacheWrite1Hour)) / Million;

    /// <summary>The first class of which a usage has tokens and that has no price.</summary>
    public PriceGap GapOf(TokenUsage usage) =>
        usage.CacheRead > 0 && CacheRead is null ? PriceGap.CacheReads
        : usage.CacheWrite5Minutes > 0 && CacheWrite5Minutes is null ? PriceGap.CacheWrites
        : usage.CacheWrite1Hour > 0 && CacheWrite1Hour is null ? PriceGap.LongCacheWrites
        : PriceGap.None;

    /// <summary>Input and cache so many times, and output.</summary>
    public TokenPrices Times(decimal input, decimal output) => new(Input * input, Output * output, CacheRead * input, CacheWrite5Minutes * input, CacheWrite1Hour * input);

    private static decimal? Of(long tokens, decimal? price) => tokens == 0 ? 0 : tokens * price;
}
