namespace AiAttribution.Core.Sessions.Ledger;

/// <summary>Shares whole numbers out by weight, so that the parts sum to the whole and none is further than one from its exact share.</summary>
internal static class LargestRemainder
{
    /// <summary>The parts: each rounded down, and what is left one by one to those of which most was cut off, of equal ones to the first.</summary>
    /// <param name="whole">What is shared out.</param>
    /// <param name="weights">Weights of the parts, not all 0.</param>
    public static long[] Split(long whole, IReadOnlyList<int> weights)
    {
        Int128 all = weights.Sum(weight => (long)weight);
        long[] parts = [.. weights.Select(weight => (long)(whole * (Int128)weight / all))];
        int left = (int)(whole - parts.Sum());
        foreach (int part in Enumerable.Range(0, parts.Length).OrderByDescending(i => whole * (Int128)weights[i] % all).Take(left))
            parts[part]++;
        return parts;
    }
}
