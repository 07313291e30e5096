using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>What the AI work of a release or a month used, as far as sessions recorded it.</summary>
/// <param name="Span">What kind of period it is.</param>
/// <param name="Name">Its name: <c>v1.2..HEAD</c>, or a month such as <c>2026-11</c>.</param>
/// <param name="IsCurrent">Whether it is the one that is judged: the release that is made, the month of the judged commit.</param>
/// <param name="Spent">What is recorded; what is not is in no figure.</param>
/// <param name="Commits">Commits with a record.</param>
/// <param name="Unrecorded">AI commits of which no record tells the tokens, or not all of them: what they used is unknown, never 0. Weak evidence is left out.</param>
internal sealed record BudgetPeriod(BudgetSpan Span, string Name, bool IsCurrent, TokenCost Spent, int Commits, int Unrecorded)
{
    /// <summary>The part of <see cref="Spent"/> by commits that added C# lines; only of those it can be told what survived.</summary>
    public TokenCost OnCode { get; init; }

    /// <summary>The part of <see cref="OnCode"/> whose lines are still there.</summary>
    public TokenCost Surviving { get; init; }

    /// <summary>The part of <see cref="OnCode"/> whose lines are gone.</summary>
    public TokenCost NotSurviving => OnCode - Surviving;

    /// <summary>What each normalised deployment that came of it cost; null when nobody looked, as in a build.</summary>
    public NdCost? PerNd { get; init; }

    /// <summary>Whether every AI commit of the period has its tokens recorded.</summary>
    public bool IsComplete => Unrecorded == 0;
}

/// <summary>Cost in USD for each normalised deployment.</summary>
/// <param name="Least">If all that may still settle does; null when it is not known.</param>
/// <param name="Most">By what has settled; null when nothing has.</param>
/// <param name="NotKnown">Why it is not known.</param>
internal sealed record NdCost(decimal? Least, decimal? Most, string? NotKnown);

/// <summary>What a budget is for.</summary>
internal enum BudgetSpan
{
    /// <summary>One commit.</summary>
    Commit,

    /// <summary>The commits since the release before, or those of the range that is judged.</summary>
    Release,

    /// <summary>A calendar month (UTC) of committer times.</summary>
    Month,
}

/// <summary>Words for budgets and periods.</summary>
internal static class BudgetWords
{
    /// <summary>The words of a policy file.</summary>
    public static EnumText<BudgetSpan> Spans { get; } = new((BudgetSpan.Commit, "commit"), (BudgetSpan.Release, "release"), (BudgetSpan.Month, "month"));

    /// <summary><c>commit</c>, <c>release</c> or <c>month</c>.</summary>
    public static string Of(BudgetSpan span) => Spans.Of(span);

    /// <summary>A period within a sentence.</summary>
    public static string Of(BudgetPeriod period) => period.Span == BudgetSpan.Release ? $"the release ({period.Name})" : period.Name;

    /// <summary>What is unknown of a period, and what mends it.</summary>
    public static string Unrecorded(BudgetPeriod period) =>
        $"{period.Unrecorded} AI {(period.Unrecorded == 1 ? "commit has" : "commits have")} no full session record: {SessionNote.Fetch}, or 'ai-attribution capture' where they were made";
}
