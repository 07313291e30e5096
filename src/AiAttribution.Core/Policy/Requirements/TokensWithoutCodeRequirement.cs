using System.Globalization;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>The share of tokens of which no code is left may not be higher. Only commits that added C# lines count: of other work nobody can tell what survived.</summary>
/// <param name="Span">Release or month.</param>
/// <param name="AtMost">The share, 0 to 1.</param>
/// <param name="MinimumTokens">Periods with fewer such tokens are not judged.</param>
internal sealed record TokensWithoutCodeRequirement(BudgetSpan Span, double AtMost, long MinimumTokens)
    : PeriodRequirement(Violated, Span, $"at most {Figures.Limit(AtMost)} of the tokens of a {BudgetWords.Of(Span)} without surviving code")
{
    private static readonly RuleCode Violated = new("AIA2015", "Too many tokens without surviving code");
    private static readonly EnumText<BudgetSpan> Spans = new((BudgetSpan.Release, "release"), (BudgetSpan.Month, "month"));
    private static readonly PolicyObject<(BudgetSpan Per, double AtMost, long Tokens)> Shape = new(
        "require.tokensWithoutCode",
        new("per", (limit, value, read) => limit with { Per = read.Choice(value, "require.tokensWithoutCode.per", Spans) ?? limit.Per }),
        new("atMost", (limit, value, read) => limit with { AtMost = read.Fraction(value, "require.tokensWithoutCode.atMost") ?? 0 }),
        new("tokens", (limit, value, read) => limit with { Tokens = read.Long(value, "require.tokensWithoutCode.tokens", 1, BudgetLimit.MostTokens) ?? 0 }));

    internal static RequirementKey InPolicy { get; } = new("tokensWithoutCode", Read, Violated) { Below = Shape };

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(BudgetPeriod period)
    {
        long all = period.OnCode.Usage.Total;
        long gone = period.NotSurviving.Usage.Total;
        if (all >= MinimumTokens && gone > AtMost * all)
            return (FindingKind.Violation, $"{Number(gone)} of {Number(all)} tokens that the AI work on C# of {BudgetWords.Of(period)} used ({Figures.Percent((double)gone / all)}) have no code left, and at most {Figures.Limit(AtMost)} may: look at the commits with most tokens and no lines in the report before more is spent");
        return period.IsComplete ? null : (FindingKind.Gap, $"how many tokens of {BudgetWords.Of(period)} have no code left is not known: {BudgetWords.Unrecorded(period)}");
    }

    private static TokensWithoutCodeRequirement? Read(JsonValue value, ValueReader read)
    {
        if (!Shape.TryRead((BudgetSpan.Release, 0, 1_000_000), value, read, out (BudgetSpan Per, double AtMost, long Tokens) limit))
            return null;
        if (value.Member("atMost") is not null)
            return new TokensWithoutCodeRequirement(limit.Per, limit.AtMost, limit.Tokens);
        read.Report(value.Position, "require.tokensWithoutCode needs atMost, such as 0.5.");
        return null;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
