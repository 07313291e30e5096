using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Members;

public class VerdictTableTests
{
    [Theory]
    [MemberData(nameof(VerdictCells.All), MemberType = typeof(VerdictCells))]
    internal void Cell_of_both_trails_gives_diagnostic(TestTrail test, DeploymentTrail deployment, string? id) =>
        Assert.Equal(id, VerdictIds.Of(VerdictTable.Of(test, deployment)));

    [Fact]
    public void Nothing_measured_and_no_deployment_source_is_nothing_to_judge_by() =>
        Assert.Equal(Verdict.NothingToJudgeBy, VerdictTable.Of(TestTrail.Unmeasured, DeploymentTrail.Unknown));

    [Fact]
    public void Every_pair_of_trails_has_a_cell_and_only_one_has_nothing_to_judge_by()
    {
        int cells = 0;
        int nothing = 0;
        foreach (TestTrail test in Enum.GetValues<TestTrail>())
        {
            foreach (DeploymentTrail deployment in Enum.GetValues<DeploymentTrail>())
            {
                cells++;
                if (VerdictTable.Of(test, deployment) == Verdict.NothingToJudgeBy)
                    nothing++;
            }
        }

        Assert.Equal((30, 1), (cells, nothing));
    }
}
