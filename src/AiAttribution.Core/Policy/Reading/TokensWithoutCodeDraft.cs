using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>require.tokensWithoutCode</c> while it is read.</summary>
internal sealed class TokensWithoutCodeDraft
{
    private const long MostTokens = 1_000_000_000_000_000;

    private static readonly Dictionary<string, BudgetSpan> Spans = new() { ["release"] = BudgetSpan.Release, ["month"] = BudgetSpan.Month };

    private BudgetSpan _per = BudgetSpan.Release;
    private double? _atMost;
    private long _tokens = 1_000_000;

    public PolicyObject Shape => new(
        "require.tokensWithoutCode",
        new PolicyKey("per", (value, draft) => _per = draft.Choice(value, "require.tokensWithoutCode.per", Spans) ?? _per),
        new PolicyKey("atMost", (value, draft) => _atMost = draft.Fraction(value, "require.tokensWithoutCode.atMost")),
        new PolicyKey("tokens", (value, draft) => _tokens = draft.Long(value, "require.tokensWithoutCode.tokens", 1, MostTokens) ?? _tokens));

    public TokensWithoutCodeRequirement? Read(JsonValue value, PolicyDraft draft)
    {
        int before = draft.Problems.Count;
        Shape.Read(value, draft);
        if (draft.Problems.Count > before)
            return null;
        if (_atMost is { } atMost)
            return new TokensWithoutCodeRequirement(_per, atMost, _tokens);
        draft.Report(value.Position, "require.tokensWithoutCode needs atMost, such as 0.5.");
        return null;
    }
}
