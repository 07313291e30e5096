using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>A commit may not use more than a budget.</summary>
/// <param name="Limit">The budget.</param>
public sealed record CommitBudgetRequirement(BudgetLimit Limit) : CommitRequirement("AIA2013", $"at most {Limit.Text} for a commit")
{
    private const string Fetch = "git fetch origin '+refs/notes/*:refs/notes/*', or 'ai-attribution capture' where it was made";

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit)
    {
        if (commit.Tokens is not { } tokens)
            return (FindingKind.Gap, $"has no session record, so what it used is not known: {Fetch}");
        Spending spent = tokens.Total;
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
