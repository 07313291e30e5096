using System.Globalization;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary><c>budget</c>: a commit, a release or a month may not use more than so much.</summary>
internal static class BudgetRequirement
{
    private const decimal MostUsd = 1_000_000_000;

    private static readonly PolicyObject<(BudgetSpan? Per, BudgetLimit Limit, decimal? PerNd)> Shape = new(
        "require.budget",
        new("per", (budget, value, read) => budget with { Per = read.Choice(value, "require.budget.per", BudgetWords.Spans) }),
        new("tokens", (budget, value, read) => budget with { Limit = budget.Limit with { Tokens = read.Long(value, "require.budget.tokens", 1, BudgetLimit.MostTokens) } }),
        new("usd", (budget, value, read) => budget with { Limit = budget.Limit with { Usd = read.Amount(value, "require.budget.usd", MostUsd) } }),
        new("costPerNd", (budget, value, read) => budget with { PerNd = read.Amount(value, "require.budget.costPerNd", MostUsd) }));

    public static RuleCode OfCommit { get; } = new("AIA2013", "Commit above its budget of tokens or cost");

    public static RuleCode OfPeriod { get; } = new("AIA2014", "Release or month above its budget of tokens or cost");

    public static RequirementKey InPolicy { get; } = new("budget", Read, OfCommit, OfPeriod) { Below = Shape };

    private static Requirement? Read(JsonValue value, ValueReader read)
    {
        if (!Shape.TryRead((null, new BudgetLimit(null, null), null), value, read, out (BudgetSpan? Per, BudgetLimit Limit, decimal? PerNd) budget))
            return null;
        if (budget is { PerNd: { } perNd, Per: BudgetSpan.Release or BudgetSpan.Month, Limit: { Tokens: null, Usd: null } })
            return new CostPerNdRequirement(budget.Per.Value, perNd);
        if (budget.PerNd is not null)
        {
            read.Report(value.Position, "require.budget with costPerNd needs per, which is \"release\" or \"month\", and no other limit; make a rule of its own for tokens and usd.");
            return null;
        }

        if (budget is { Per: { } span, Limit: not { Tokens: null, Usd: null } })
            return span == BudgetSpan.Commit ? new CommitBudgetRequirement(budget.Limit) : new PeriodBudgetRequirement(span, budget.Limit);
        read.Report(value.Position, "require.budget needs per, and tokens or usd or both, such as { \"per\": \"month\", \"usd\": 500 }.");
        return null;
    }
}

/// <summary>A commit may not use more than a budget.</summary>
/// <param name="Limit">The budget.</param>
internal sealed record CommitBudgetRequirement(BudgetLimit Limit) : CommitRequirement(BudgetRequirement.OfCommit, $"at most {Limit.Text} for a commit")
{
    private const string Fetch = $"{SessionNote.Fetch}, or 'ai-attribution capture' where it was made";

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit)
    {
        if (commit.Tokens is not { } tokens)
            return (FindingKind.Gap, $"has no session record, so what it used is not known: {Fetch}");
        TokenCost spent = tokens.Total;
        bool isComplete = tokens.IsComplete;
        if (Limit.IsExceededBy(spent))
            return Violation($"used {Limit.Spent(spent, isComplete)}, and the policy allows {Limit.Text} for a commit: do such work in smaller steps or with a smaller model, or have this commit waived");
        if (!isComplete)
            return (FindingKind.Gap, $"used {Limit.Spent(spent, false)}: its agent ({tokens.Allocations.First(a => !CommitTokens.IsCounted(a.Exactness)).Agent}) leaves no full token counts");
        return Limit.Usd is not null && spent.Unpriced > 0
            ? (FindingKind.Gap, $"used {spent.Unpriced:N0} tokens of a model without a known price: add the model to 'prices' in ai-attribution.json")
            : null;
    }
}

/// <summary>A release or a month may not use more than a budget.</summary>
/// <param name="Span">Release or month.</param>
/// <param name="Limit">The budget.</param>
internal sealed record PeriodBudgetRequirement(BudgetSpan Span, BudgetLimit Limit)
    : PeriodRequirement(BudgetRequirement.OfPeriod, Span, $"at most {Limit.Text} for a {BudgetWords.Of(Span)}")
{
    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(BudgetPeriod period)
    {
        string spent = $"the AI work of {BudgetWords.Of(period)} used {Limit.Spent(period.Spent, period.IsComplete)}";
        if (Limit.IsExceededBy(period.Spent))
            return (FindingKind.Violation, $"{spent}, and the policy allows {Limit.Text}: raise the budget, or wait for the next {BudgetWords.Of(Span)}; the report tells what used them");
        if (!period.IsComplete)
            return (FindingKind.Gap, $"{spent} of {Limit.Text}, and {BudgetWords.Unrecorded(period)}");
        return Limit.Usd is not null && period.Spent.Unpriced > 0
            ? (FindingKind.Gap, $"{spent} of {Limit.Text}, and {period.Spent.Unpriced.ToString("N0", CultureInfo.InvariantCulture)} tokens are of models without a known price: add them to 'prices' in ai-attribution.json")
            : null;
    }
}
