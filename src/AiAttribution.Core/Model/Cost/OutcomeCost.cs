using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Model.Cost;

/// <summary>What the AI work of some days cost, to be held against what it brought to production.</summary>
/// <param name="Linked">Recorded for commits that landed on them.</param>
/// <param name="Unlinked">Recorded on them for no commit of the history.</param>
/// <param name="Undated">Recorded for no commit on a day that nobody knows: in no figure.</param>
/// <param name="Unrecorded">AI commits that landed on them without a full record: what they used is in no figure.</param>
internal sealed record OutcomeCost(TokenCost Linked, TokenCost Unlinked, TokenCost Undated, int Unrecorded)
{
    private const int Digits = 3;

    /// <summary>All that is known to be spent.</summary>
    public TokenCost Spent => Linked + Unlinked;

    /// <summary>Cost of it in USD: computed by the price table, else as agents reported it; null when it is not known.</summary>
    public decimal? Usd => Spent.Cost ?? (Spent.Reported > 0 ? Spent.Reported : null);

    /// <summary>Whether more was spent than is known: a record, a price or a day is missing.</summary>
    public bool IsAtLeast => Unrecorded > 0 || Spent.Unpriced > 0 || Undated.Usage.Total > 0;

    /// <summary>Cost for each normalised deployment if all that may still settle does; null when the cost is not known, or nothing may have come of it.</summary>
    public decimal? LeastPerNd(OutcomeFigures figures) => Per(figures.High);

    /// <summary>Cost for each one that has settled; null when the cost is not known, or nothing has settled.</summary>
    public decimal? MostPerNd(OutcomeFigures figures) => Per(figures.Low);

    /// <summary>The figure is divided by as it is shown, so that a reader can follow.</summary>
    private decimal? Per(double nd) => Usd is { } usd && Math.Round((decimal)nd, Digits) is > 0 and var shown ? usd / shown : null;
}
