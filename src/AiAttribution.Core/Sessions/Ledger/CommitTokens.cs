using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Ledger;

/// <summary>What one commit of the history used.</summary>
/// <param name="Commit">Full id.</param>
/// <param name="AiLines">AI lines that come from it and are still there, in the whole repository.</param>
/// <param name="AddedLines">C# lines that it added; at least <paramref name="AiLines"/>.</param>
/// <param name="Allocations">What it used. An allocation that several commits carry stands at one of them only.</param>
internal sealed record CommitTokens(string Commit, int AiLines, int AddedLines, IReadOnlyList<Allocation> Allocations)
{
    /// <summary>Tokens of all allocations.</summary>
    public TokenCost Total { get; } = TokenCost.Of(Allocations);

    /// <summary>Whether its sessions counted all tokens; else <see cref="Total"/> is a lower bound.</summary>
    public bool IsComplete => Allocations.All(a => IsCounted(a.Exactness));

    /// <summary>Whether counts of this kind hold all tokens.</summary>
    public static bool IsCounted(Exactness exactness) => exactness is Exactness.Exact or Exactness.SessionTotal or Exactness.Rounded;

    /// <summary>The share of some of its lines: tokens and cost are spread evenly over the lines that the commit added.</summary>
    public TokenCost ShareOf(int lines) => AddedLines == 0 ? default : Total.Part(Math.Min(lines, AddedLines), AddedLines);

    /// <summary>Shares what some of its AI lines bear out to the members that hold them. Lines that members share are borne once, by each of them in part.</summary>
    /// <param name="lines">The AI lines.</param>
    /// <param name="members">How many of them each member holds.</param>
    /// <returns>The share of each member, then that of the lines outside of them; they sum to <see cref="ShareOf"/> of the lines.</returns>
    public TokenCost[] SharesOf(int lines, IReadOnlyList<int> members) => ShareOf(lines).Split([.. members, Math.Max(0, lines - members.Sum())]);
}
