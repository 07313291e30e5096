using AiAttribution.Core.Members;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Model.Cost;

/// <summary>What a release cost, and what became of it.</summary>
/// <param name="Spent">All that sessions recorded for the commits of the release.</param>
/// <param name="Shares">Where it went; the parts sum to <paramref name="Spent"/>.</param>
/// <param name="Groups">By agent and model, in order of the alphabet; empty when they must not be told apart.</param>
/// <param name="HidesGroups">Whether groups were put together because too few builders stand behind them.</param>
/// <param name="Commits">Commits of the release with a record.</param>
/// <param name="AiCommitsWithout">Commits with AI evidence and without a record: what they used is not known.</param>
/// <param name="Elsewhere">Recorded for commits outside of the history only; some of it may belong here.</param>
internal sealed record ReleaseCost(
    TokenCost Spent,
    IReadOnlyList<CostShare> Shares,
    IReadOnlyList<CostGroup> Groups,
    bool HidesGroups,
    int Commits,
    int AiCommitsWithout,
    TokenCost Elsewhere)
{
    /// <summary>The part in members that survived, are tested and are live.</summary>
    public CostShare Shipped => Shares.Single(s => s.Part == CostPart.Shipped);

    /// <summary>Cost in USD of all that was spent for each shipped, tested, surviving member; null when a price is missing or there is no such member.</summary>
    public decimal? CostPerMember => Shipped.Members == 0 || Spent.Cost is not { } cost || Spent.Unpriced > 0 ? null : cost / Shipped.Members;

    /// <summary>Tokens of all that was spent for each shipped, tested, surviving member; null when there is none.</summary>
    public long? TokensPerMember => Shipped.Members == 0 ? null : Spent.Usage.Total / Shipped.Members;

    /// <summary>Shares out what the commits of a release used; null when no session is recorded for any of them.</summary>
    /// <param name="commits">The commits.</param>
    /// <param name="ledger">What is recorded, with the lines that survive in the release.</param>
    /// <param name="members">Members of the release.</param>
    public static ReleaseCost? Of(IReadOnlyList<RangeCommit> commits, TokenLedger ledger, IReadOnlyList<MemberRecord> members)
    {
        (RangeCommit Commit, CommitTokens Tokens)[] recorded = [.. commits.Where(c => ledger.Of(c.Id) is not null).Select(c => (c, ledger.Of(c.Id)!))];
        if (recorded.Length == 0)
            return null;
        ILookup<string, (MemberRecord, int)> byCommit = members.SelectMany(m => m.Origins.Select(o => (o.Commit, Member: (m, o.Lines)))).ToLookup(o => o.Commit, o => o.Member, StringComparer.Ordinal);
        var all = new CostTally();
        var groups = new Dictionary<CostGroupName, CostTally>();
        foreach ((RangeCommit commit, CommitTokens tokens) in recorded.OrderBy(r => r.Commit.Id, StringComparer.Ordinal))
        {
            (MemberRecord, int)[] holders = [.. byCommit[commit.Id]];
            all.Add(tokens, holders, commit.Builder);
            foreach (IGrouping<CostGroupName, Allocation> group in tokens.Allocations.GroupBy(CostGroupName.Of))
            {
                if (!groups.TryGetValue(group.Key, out CostTally? tally))
                    groups[group.Key] = tally = new CostTally();
                tally.Add(new CommitTokens(tokens.Commit, tokens.AiLines, tokens.AddedLines, [.. group]), holders, commit.Builder);
            }
        }

        return Of(all, groups, recorded.Length, commits.Count(c => c is { IsAi: true, IsInPart: false } && ledger.Of(c.Id) is null), TokenCost.Of(ledger.Elsewhere));
    }

    private static ReleaseCost Of(CostTally all, Dictionary<CostGroupName, CostTally> groups, int commits, int without, TokenCost elsewhere)
    {
        var (shown, hidden) = PrivacyThreshold.Split([.. groups.OrderBy(g => g.Key)], g => g.Value.Builders);
        List<CostGroup> rows = [.. shown.Select(g => Row(g.Key, g.Value))];
        if (shown.Count > 0 && hidden.Count > 0)
        {
            var others = new CostTally();
            foreach (var group in hidden)
                others.Add(group.Value);
            rows.Add(Row(null, others));
        }

        return new(all.Total, all.Shares, rows, hidden.Count > 0, commits, without, elsewhere);
    }

    private static CostGroup Row(CostGroupName? name, CostTally tally) => new(name, tally.Total, tally.Of(CostPart.Shipped), tally.MembersOf(CostPart.Shipped));
}
