using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Ledger;

/// <summary>Tokens and what they cost.</summary>
/// <param name="Usage">Tokens by class.</param>
/// <param name="Computed">Cost in USD by the price table, of those tokens that it has prices for.</param>
/// <param name="Reported">Cost in USD that agents wrote down; kept apart from <paramref name="Computed"/>, because both tell of the same tokens.</param>
/// <param name="Unpriced">Tokens without a computed cost.</param>
internal readonly record struct TokenCost(TokenUsage Usage, decimal Computed, decimal Reported, long Unpriced)
{
    /// <summary>The computed cost; null when no token has one.</summary>
    public decimal? Cost => Usage.Total > Unpriced ? Computed : null;

    /// <summary>Sum of allocations.</summary>
    public static TokenCost Of(IEnumerable<Allocation> allocations) => allocations.Aggregate(default(TokenCost), (sum, a) =>
        sum + new TokenCost(a.Usage, a.CostComputed ?? 0, a.CostReported ?? 0, a.CostComputed is null ? a.Usage.Total : 0));

    /// <summary>Both together.</summary>
    public static TokenCost operator +(TokenCost left, TokenCost right) =>
        new(left.Usage + right.Usage, left.Computed + right.Computed, left.Reported + right.Reported, left.Unpriced + right.Unpriced);

    /// <summary>What is left of one when the other is taken away.</summary>
    public static TokenCost operator -(TokenCost left, TokenCost right) =>
        new(left.Usage - right.Usage, left.Computed - right.Computed, left.Reported - right.Reported, left.Unpriced - right.Unpriced);

    /// <summary>Shares it out by weight, each class of tokens by <see cref="LargestRemainder"/>, so that the parts sum to the whole.</summary>
    public TokenCost[] Split(IReadOnlyList<int> weights)
    {
        long all = weights.Sum(weight => (long)weight);
        if (all == 0)
            return new TokenCost[weights.Count];
        long[][] classes = [.. new[] { Usage.Input, Usage.Output, Usage.CacheRead, Usage.CacheWrite5Minutes, Usage.CacheWrite1Hour, Usage.Reasoning, Unpriced }.Select(c => LargestRemainder.Split(c, weights))];
        var parts = new TokenCost[weights.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            var usage = new TokenUsage(classes[0][i], classes[1][i], classes[2][i], classes[3][i], classes[4][i], classes[5][i]);
            parts[i] = new TokenCost(usage, Computed * weights[i] / all, Reported * weights[i] / all, UnpricedOf(usage, classes[6][i]));
        }

        return parts;
    }

    /// <summary>A share, whole tokens rounded down so that shares never sum to more than the whole.</summary>
    public TokenCost Part(long lines, long all)
    {
        var usage = new TokenUsage(
            Of(Usage.Input),
            Of(Usage.Output),
            Of(Usage.CacheRead),
            Of(Usage.CacheWrite5Minutes),
            Of(Usage.CacheWrite1Hour),
            Of(Usage.Reasoning));
        return new TokenCost(usage, Computed * lines / all, Reported * lines / all, UnpricedOf(usage, Of(Unpriced)));

        long Of(long tokens) => (long)((Int128)tokens * lines / all);
    }

    // Each class is rounded by itself: where no token has a price, none of a part, and none of what is left, may seem to have one.
    private long UnpricedOf(TokenUsage part, long unpriced) => Unpriced == Usage.Total ? part.Total : Math.Min(unpriced, part.Total);
}
