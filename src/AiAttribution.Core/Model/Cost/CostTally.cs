using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Model.Cost;

/// <summary>Shares out what commits used to what became of their lines.</summary>
internal sealed class CostTally
{
    private static readonly CostPart[] Parts = Enum.GetValues<CostPart>();

    private readonly TokenCost[] _spent = new TokenCost[Parts.Length];
    private readonly HashSet<MemberRecord>[] _members = [.. Parts.Select(_ => new HashSet<MemberRecord>(ReferenceEqualityComparer.Instance))];

    /// <summary>Tokens by the builder whose commits used them. It only decides what may be shown.</summary>
    public BuilderShares Builders { get; } = new();

    public TokenCost Total => _spent.Aggregate(default(TokenCost), (sum, s) => sum + s);

    public IReadOnlyList<CostShare> Shares => [.. Parts.Select(p => new CostShare(p, _spent[(int)p], _members[(int)p].Count))];

    public TokenCost Of(CostPart part) => _spent[(int)part];

    public int MembersOf(CostPart part) => _members[(int)part].Count;

    /// <summary>Adds a commit.</summary>
    /// <param name="commit">The commit with all or some of its allocations.</param>
    /// <param name="members">Members with lines of it, and how many.</param>
    /// <param name="builder">Who made it.</param>
    public void Add(CommitTokens commit, IReadOnlyList<(MemberRecord Member, int Lines)> members, int? builder)
    {
        _spent[(int)CostPart.NotSurviving] += commit.Total - commit.ShareOf(commit.AiLines);
        TokenCost[] shares = commit.SharesOf(commit.AiLines, [.. members.Select(m => m.Lines)]);
        _spent[(int)CostPart.OutsideMembers] += shares[^1];
        for (int i = 0; i < members.Count; i++)
        {
            int part = (int)PartOf(members[i].Member);
            _spent[part] += shares[i];
            _members[part].Add(members[i].Member);
        }

        Builders.Add(builder, commit.Total.Usage.Total);
    }

    /// <summary>Adds another tally.</summary>
    public void Add(CostTally other)
    {
        foreach (CostPart part in Parts)
        {
            _spent[(int)part] += other._spent[(int)part];
            _members[(int)part].UnionWith(other._members[(int)part]);
        }

        Builders.Add(other.Builders);
    }

    private static CostPart PartOf(MemberRecord member) => !member.Verdict.IsAiHeavy ? CostPart.OutsideMembers : member.Verdict.Test switch
    {
        TestTrail.Tested => member.Verdict.Deployment switch
        {
            DeploymentTrail.Deployed => CostPart.Shipped,
            DeploymentTrail.Unknown => CostPart.ShippingUnknown,
            _ => CostPart.NotShipped,
        },
        TestTrail.Linked => CostPart.Linked,
        TestTrail.Unmeasured => CostPart.Unmeasured,
        _ => CostPart.Untested,
    };
}
