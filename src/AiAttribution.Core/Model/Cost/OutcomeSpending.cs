using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Model.Cost;

/// <summary>What AI work used, by the day on which its commit landed, or, where no commit of the history has it, on which its session ended.</summary>
/// <param name="Linked">Recorded for commits, with the day on which each landed.</param>
/// <param name="Unlinked">Recorded for no commit of the history, with the day of its last response; null where no record says.</param>
/// <param name="Unrecorded">Days on which AI commits landed of which no record tells the tokens, or not all of them.</param>
internal sealed record OutcomeSpending(IReadOnlyList<(int Day, TokenCost Spent)> Linked, IReadOnlyList<(int? Day, TokenCost Spent)> Unlinked, IReadOnlyList<int> Unrecorded)
{
    /// <summary>What was spent on some days.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public OutcomeCost Of(int from, int to) => new(
        Sum(Linked.Where(s => s.Day >= from && s.Day <= to).Select(s => s.Spent)),
        Sum(Unlinked.Where(s => s.Day >= from && s.Day <= to).Select(s => s.Spent)),
        Sum(Unlinked.Where(s => s.Day is null).Select(s => s.Spent)),
        Unrecorded.Count(day => day >= from && day <= to));

    private static TokenCost Sum(IEnumerable<TokenCost> spendings) => spendings.Aggregate(default(TokenCost), (sum, s) => sum + s);
}
