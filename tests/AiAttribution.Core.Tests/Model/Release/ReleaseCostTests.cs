using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model.Release;

public class ReleaseCostTests
{
    [Fact]
    public void Every_token_is_in_one_part()
    {
        ReleaseCost yield = Yield(
            [DeltaBuilder.Noted("cc", aiLines: 8, addedLines: 10, DeltaBuilder.Allocation("s", 1000, 1m))],
            DeltaBuilder.Member("Shipped()", TestTrail.Tested, DeploymentTrail.Deployed) with { Origins = [new("cc", 3)] },
            DeltaBuilder.Member("Pending()", TestTrail.Tested, DeploymentTrail.Pending) with { Origins = [new("cc", 1)] },
            DeltaBuilder.Member("Untested()", TestTrail.None, DeploymentTrail.Deployed) with { Origins = [new("cc", 2)] });

        Assert.Equal((300L, 100L, 200L, 200L, 200L), (Of(yield, CostPart.Shipped), Of(yield, CostPart.NotShipped), Of(yield, CostPart.Untested), Of(yield, CostPart.OutsideMembers), Of(yield, CostPart.NotSurviving)));
        Assert.Equal(yield.Spent.Usage.Total, yield.Shares.Sum(s => s.Spending.Usage.Total));
    }

    [Theory]
    [InlineData(TestTrail.Tested, DeploymentTrail.Deployed, CostPart.Shipped)]
    [InlineData(TestTrail.Tested, DeploymentTrail.RolledBack, CostPart.NotShipped)]
    [InlineData(TestTrail.Tested, DeploymentTrail.Unknown, CostPart.ShippingUnknown)]
    [InlineData(TestTrail.Linked, DeploymentTrail.Deployed, CostPart.Linked)]
    [InlineData(TestTrail.Stale, DeploymentTrail.Deployed, CostPart.Untested)]
    [InlineData(TestTrail.FailedRun, DeploymentTrail.Deployed, CostPart.Untested)]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Deployed, CostPart.Unmeasured)]
    internal void Member_bears_its_tokens_by_its_trails(TestTrail test, DeploymentTrail deployment, CostPart part) =>
        Assert.Equal(1000, Of(Yield([DeltaBuilder.Noted("cc", 1, 1, DeltaBuilder.Allocation("s", 1000))], DeltaBuilder.Member("A()", test, deployment) with { Origins = [new("cc", 1)] }), part));

    [Fact]
    public void Lines_that_members_share_are_borne_once()
    {
        MemberRecord inner = DeltaBuilder.Member("Outer().Inner()", TestTrail.Tested, DeploymentTrail.Deployed) with { Origins = [new("cc", 10)] };

        ReleaseCost yield = Yield([DeltaBuilder.Noted("cc", 10, 10, DeltaBuilder.Allocation("s", 1000))], inner, inner with { Name = "Outer()" });

        Assert.Equal((1000L, 0L), (Of(yield, CostPart.Shipped), Of(yield, CostPart.OutsideMembers)));
    }

    [Fact]
    public void Member_bears_the_same_however_many_records_its_commit_has()
    {
        MemberRecord member = DeltaBuilder.Member("A()", TestTrail.Tested, DeploymentTrail.Deployed) with { Origins = [new("cc", 12)] };

        ReleaseCost yield = Yield([DeltaBuilder.Noted("cc", 19, 19, DeltaBuilder.Allocation("s", 9_169), DeltaBuilder.Allocation("t", 9_169, agent: "gemini-cli"))], member);

        Assert.Equal((11_582L, 6_756L, 0L), (Of(yield, CostPart.Shipped), Of(yield, CostPart.OutsideMembers), Of(yield, CostPart.NotSurviving)));
    }

    [Fact]
    public void Member_costs_all_that_was_spent_and_not_only_what_it_bears()
    {
        ReleaseCost yield = Yield(
            [DeltaBuilder.Noted("cc", 2, 100, DeltaBuilder.Allocation("s", 1000, 8m))],
            DeltaBuilder.Member("A()", TestTrail.Tested, DeploymentTrail.Deployed) with { Origins = [new("cc", 1)] },
            DeltaBuilder.Member("B()", TestTrail.Tested, DeploymentTrail.Deployed) with { Origins = [new("cc", 1)] });

        Assert.Equal((500L, 4m), (yield.TokensPerMember, yield.CostPerMember));
    }

    [Fact]
    public void Without_a_shipped_member_or_a_price_there_is_no_cost_of_one()
    {
        MemberRecord shipped = DeltaBuilder.Member("A()", TestTrail.Tested, DeploymentTrail.Deployed) with { Origins = [new("cc", 1)] };

        Assert.Null(Yield([DeltaBuilder.Noted("cc", 1, 1, DeltaBuilder.Allocation("s", 1000, 8m))], shipped with { Origins = [new("older", 1)] }).TokensPerMember);
        Assert.Null(Yield([DeltaBuilder.Noted("cc", 1, 1, DeltaBuilder.Allocation("s", 1000), DeltaBuilder.Allocation("t", 10, 1m))], shipped).CostPerMember);
    }

    [Fact]
    public void Rounding_gives_no_price_to_tokens_without_one()
    {
        Allocation unpriced = DeltaBuilder.Allocation("s", 0) with { Models = [new ModelUsage("m", new TokenUsage(1001, 1003, 1007, 1009))] };

        ReleaseCost yield = Yield([DeltaBuilder.Noted("cc", aiLines: 5, addedLines: 7, unpriced)], DeltaBuilder.Member("A()", TestTrail.None) with { Origins = [new("cc", 3)] });

        Assert.All(yield.Shares, share => Assert.Null(share.Spending.Cost));
    }

    [Fact]
    public void Records_of_other_commits_do_not_count() =>
        Assert.Equal(7, Yield([DeltaBuilder.Noted("cc", 1, 1, DeltaBuilder.Allocation("s", 7)), DeltaBuilder.Noted("older", 1, 1, DeltaBuilder.Allocation("t", 1000))]).Spent.Usage.Total);

    [Fact]
    public void Commits_without_a_record_are_told() =>
        Assert.Equal(1, ReleaseCost.Of([new("cc", true, 1), new("dd", true, 1), new("ee", false, 1), new("ff", true, 1) { IsInPart = true }], TokenLedger.Of([DeltaBuilder.Noted("cc", 1, 1, DeltaBuilder.Allocation("s", 7))]), [])!.AiCommitsWithout);

    [Fact]
    public void Without_any_record_nothing_is_said() => Assert.Null(ReleaseCost.Of([new("cc", true, 1)], TokenLedger.Empty, []));

    private static ReleaseCost Yield(NotedCommit[] noted, params MemberRecord[] members) => ReleaseCost.Of([new RangeCommit("cc", true, 1)], TokenLedger.Of(noted), members)!;

    private static long Of(ReleaseCost yield, CostPart part) => yield.Shares.Single(s => s.Part == part).Spending.Usage.Total;
}
