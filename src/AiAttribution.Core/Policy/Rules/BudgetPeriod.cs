using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>What the AI work of a release or a month used, as far as sessions recorded it.</summary>
/// <param name="Span">What kind of period it is.</param>
/// <param name="Name">Its name: <c>v1.2..HEAD</c>, or a month such as <c>2026-11</c>.</param>
/// <param name="IsCurrent">Whether it is the one that is judged: the release that is made, the month of the judged commit.</param>
/// <param name="Spent">What is recorded; what is not is in no figure.</param>
/// <param name="Commits">Commits with a record.</param>
/// <param name="Unrecorded">AI commits of which no record tells the tokens, or not all of them: what they used is unknown, never 0. Weak evidence is left out.</param>
public sealed record BudgetPeriod(BudgetSpan Span, string Name, bool IsCurrent, Spending Spent, int Commits, int Unrecorded)
{
    /// <summary>The part of <see cref="Spent"/> by commits that added C# lines; only of those it can be told what survived.</summary>
    public Spending OnCode { get; init; }

    /// <summary>The part of <see cref="OnCode"/> whose lines are still there.</summary>
    public Spending Surviving { get; init; }

    /// <summary>The part of <see cref="OnCode"/> whose lines are gone.</summary>
    public Spending NotSurviving => OnCode - Surviving;

    /// <summary>Whether every AI commit of the period has its tokens recorded.</summary>
    public bool IsComplete => Unrecorded == 0;
}
