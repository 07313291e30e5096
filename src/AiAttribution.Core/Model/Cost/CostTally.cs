using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
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

    /// <summary>Adds allocations of a commit.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="allocations">All or some of its allocations.</param>
    /// <param name="members">AI-heavy members with lines of it, and how many.</param>
    /// <param name="builder">Who made it.</param>
    public void Add(CommitTokens commit, IEnumerable<Allocation> allocations, IEnumerable<(MemberRecord Member, int Lines)> members, int? builder)
    {
        TokenCost total = TokenCost.Of(allocations);
        int left = Math.Min(commit.AiLines, commit.AddedLines);
        TokenCost rest = commit.AddedLines == 0 ? default : total.Part(left, commit.AddedLines);
        _spent[(int)CostPart.NotSurviving] += total - rest;
        foreach ((MemberRecord member, int lines) in members)
        {
            // A line that two members share, such as a local function's, is borne once.
            int own = Math.Min(lines, left);
            left -= own;
            TokenCost share = own == 0 ? default : total.Part(own, commit.AddedLines);
            rest -= share;
            int part = (int)PartOf(member);
            _spent[part] += share;
            _members[part].Add(member);
        }

        _spent[(int)CostPart.OutsideMembers] += rest;
        Builders.Add(builder, total.Usage.Total);
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

    private static CostPart PartOf(MemberRecord member) => member.Verdict.Test switch
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
