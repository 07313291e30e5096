namespace AiAttribution.Core.Sessions;

/// <summary>What a session cost in USD. What was computed and what the agent reported are two statements, never one sum.</summary>
/// <param name="Computed">From the price table, over the responses whose model has a price; null when none has.</param>
/// <param name="Reported">As the agent wrote it down; null when it wrote nothing.</param>
/// <param name="UnpricedTokens">Tokens that <paramref name="Computed"/> leaves out, so that it is a lower bound when they are not 0.</param>
/// <param name="Tools">What tools cost that are billed beside tokens, such as web searches; part of no other figure here. Null when none has a price.</param>
internal readonly record struct SessionCost(decimal? Computed, decimal? Reported, long UnpricedTokens, decimal? Tools = null)
{
    /// <summary>Both together; what one leaves unknown, the other's amount is.</summary>
    public static SessionCost operator +(SessionCost left, SessionCost right) => new(
        Sum(left.Computed, right.Computed),
        Sum(left.Reported, right.Reported),
        left.UnpricedTokens + right.UnpricedTokens,
        Sum(left.Tools, right.Tools));

    private static decimal? Sum(decimal? left, decimal? right) => left is null ? right : right is null ? left : left + right;
}

/// <summary>What is missing where tokens have no cost.</summary>
internal enum PriceGap
{
    /// <summary>Nothing: they have one.</summary>
    None,

    /// <summary>Their model, which the log does not state.</summary>
    Model,

    /// <summary>The price of their model.</summary>
    Price,

    /// <summary>Their day, or the price on it: the model has one on others.</summary>
    Day,

    /// <summary>The price of what a cache served.</summary>
    CacheReads,

    /// <summary>The price of what was written to a cache.</summary>
    CacheWrites,

    /// <summary>The price of what was written to a cache for an hour.</summary>
    LongCacheWrites,
}
