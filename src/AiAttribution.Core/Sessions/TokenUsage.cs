namespace AiAttribution.Core.Sessions;

/// <summary>Tokens of one response or of many, in classes that never overlap, so that they can be summed and priced one by one.</summary>
/// <param name="Input">Input that no cache served.</param>
/// <param name="Output">Output, reasoning included.</param>
/// <param name="CacheRead">Input that a cache served.</param>
/// <param name="CacheWrite5Minutes">Input written to a cache for five minutes; also every cache write whose time nobody states.</param>
/// <param name="CacheWrite1Hour">Input written to a cache for one hour.</param>
/// <param name="Reasoning">The part of <paramref name="Output"/> that was reasoning; kept beside, never added.</param>
internal readonly record struct TokenUsage(
    long Input,
    long Output,
    long CacheRead = 0,
    long CacheWrite5Minutes = 0,
    long CacheWrite1Hour = 0,
    long Reasoning = 0)
{
    /// <summary>Cache writes of both times.</summary>
    public long CacheWrite => CacheWrite5Minutes + CacheWrite1Hour;

    /// <summary>All that the model read: what a long-context tier is measured by.</summary>
    public long AllInput => Input + CacheRead + CacheWrite;

    /// <summary>All tokens.</summary>
    public long Total => AllInput + Output;

    /// <summary>Whether no token was counted.</summary>
    public bool IsZero => Total == 0;

    /// <summary>Both together, class by class.</summary>
    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => new(
        left.Input + right.Input,
        left.Output + right.Output,
        left.CacheRead + right.CacheRead,
        left.CacheWrite5Minutes + right.CacheWrite5Minutes,
        left.CacheWrite1Hour + right.CacheWrite1Hour,
        left.Reasoning + right.Reasoning);

    /// <summary>What is left of one when the other is taken away, class by class.</summary>
    public static TokenUsage operator -(TokenUsage left, TokenUsage right) => new(
        left.Input - right.Input,
        left.Output - right.Output,
        left.CacheRead - right.CacheRead,
        left.CacheWrite5Minutes - right.CacheWrite5Minutes,
        left.CacheWrite1Hour - right.CacheWrite1Hour,
        left.Reasoning - right.Reasoning);

    /// <summary>What both have, class by class.</summary>
    public static TokenUsage Least(TokenUsage left, TokenUsage right) => new(
        Math.Min(left.Input, right.Input),
        Math.Min(left.Output, right.Output),
        Math.Min(left.CacheRead, right.CacheRead),
        Math.Min(left.CacheWrite5Minutes, right.CacheWrite5Minutes),
        Math.Min(left.CacheWrite1Hour, right.CacheWrite1Hour),
        Math.Min(left.Reasoning, right.Reasoning));
}
