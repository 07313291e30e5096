using System.Numerics;

namespace AiAttribution.Fleet.Pages;

/// <summary>Lasting change of a month: normalised deployments with both bounds, and what is known of their lines.</summary>
/// <param name="Low">What has settled.</param>
/// <param name="High">With what may still settle.</param>
/// <param name="Ai">Part of <paramref name="Low"/> with AI evidence.</param>
/// <param name="Other">Part of it without.</param>
/// <param name="Unknown">Part of it of which it is not known.</param>
/// <param name="Above">Weeks that count by their logarithm, being far above the usual.</param>
internal sealed record Change(decimal Low, decimal High, decimal Ai, decimal Other, decimal Unknown, long Above)
{
    /// <summary>Part of <see cref="Low"/> that a passing test ran.</summary>
    public decimal TestedLow { get; init; }

    /// <summary>The same with what nobody measured.</summary>
    public decimal TestedHigh { get; init; }

    /// <summary>Weeks of which something was measured.</summary>
    public long Measured { get; init; }

    public static Change operator +(Change a, Change b) => new(a.Low + b.Low, a.High + b.High, a.Ai + b.Ai, a.Other + b.Other, a.Unknown + b.Unknown, a.Above + b.Above)
    {
        TestedLow = a.TestedLow + b.TestedLow,
        TestedHigh = a.TestedHigh + b.TestedHigh,
        Measured = a.Measured + b.Measured,
    };
}

/// <summary>What AI work of a month used, as far as it is recorded.</summary>
/// <param name="Usd">Cost of the tokens that have a price.</param>
/// <param name="Tokens">All tokens: a cost, never a score.</param>
/// <param name="Unpriced">Tokens without a price.</param>
/// <param name="Unrecorded">AI commits without a full record.</param>
internal sealed record Spending(decimal Usd, BigInteger Tokens, BigInteger Unpriced, long Unrecorded)
{
    /// <summary>Whether something is missing, so that the cost is a lower bound.</summary>
    public bool IsLowerBound => Unrecorded > 0 || Unpriced > 0;

    /// <summary>Whether nothing is known, which is not 0.</summary>
    public bool IsUnknown => Tokens.IsZero && Unrecorded > 0;

    public static Spending operator +(Spending a, Spending b) => new(a.Usd + b.Usd, a.Tokens + b.Tokens, a.Unpriced + b.Unpriced, a.Unrecorded + b.Unrecorded);
}

/// <summary>Lines of the newest state.</summary>
/// <param name="Ai">With AI evidence.</param>
/// <param name="Other">Of known history without.</param>
/// <param name="Unknown">Of which it is not known, those in part AI among them.</param>
internal sealed record LineCounts(long Ai, long Other, long Unknown)
{
    public long Total => Ai + Other + Unknown;

    public static LineCounts operator +(LineCounts a, LineCounts b) => new(a.Ai + b.Ai, a.Other + b.Other, a.Unknown + b.Unknown);
}

/// <summary>Executable AI lines of the newest state by what tests ran them.</summary>
/// <param name="Tested">A passing test ran them.</param>
/// <param name="Untested">None did.</param>
/// <param name="Unmeasured">Nobody measured.</param>
internal sealed record TestedLines(long Tested, long Untested, long Unmeasured)
{
    public static TestedLines operator +(TestedLines a, TestedLines b) => new(a.Tested + b.Tested, a.Untested + b.Untested, a.Unmeasured + b.Unmeasured);
}

/// <summary>Lines that landed within the year, and how many were gone within a fortnight of those that have had one.</summary>
internal sealed record Lives(long AiOld, long AiEarly, long OtherOld, long OtherEarly)
{
    public static Lives operator +(Lives a, Lives b) => new(a.AiOld + b.AiOld, a.AiEarly + b.AiEarly, a.OtherOld + b.OtherOld, a.OtherEarly + b.OtherEarly);
}

/// <summary>A figure of a repository, and whether enough builders stand behind it.</summary>
internal sealed record Told<T>(T Value, bool IsPublishable)
    where T : class;
