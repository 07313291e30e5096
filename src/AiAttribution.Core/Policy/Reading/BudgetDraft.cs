using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>require.budget</c> while it is read.</summary>
internal sealed class BudgetDraft
{
    private const long MostTokens = 1_000_000_000_000_000;
    private const decimal MostUsd = 1_000_000_000;

    private static readonly Dictionary<string, BudgetSpan> Spans = Enum.GetValues<BudgetSpan>().ToDictionary(BudgetWords.Of);

    private BudgetSpan? _per;
    private long? _tokens;
    private decimal? _usd;

    public PolicyObject Shape => new(
        "require.budget",
        new PolicyKey("per", (value, draft) => _per = draft.Choice(value, "require.budget.per", Spans)),
        new PolicyKey("tokens", (value, draft) => _tokens = draft.Long(value, "require.budget.tokens", 1, MostTokens)),
        new PolicyKey("usd", (value, draft) => _usd = draft.Amount(value, "require.budget.usd", MostUsd)));

    public Requirement? Read(JsonValue value, PolicyDraft draft)
    {
        int before = draft.Problems.Count;
        Shape.Read(value, draft);
        if (draft.Problems.Count > before)
            return null;
        if (_per is not { } span || (_tokens is null && _usd is null))
        {
            draft.Report(value.Position, "require.budget needs per, and tokens or usd or both, such as { \"per\": \"month\", \"usd\": 500 }.");
            return null;
        }

        var limit = new BudgetLimit(_tokens, _usd);
        return span == BudgetSpan.Commit ? new CommitBudgetRequirement(limit) : new PeriodBudgetRequirement(span, limit);
    }
}
