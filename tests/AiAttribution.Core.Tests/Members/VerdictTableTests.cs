using AiAttribution.Core.Members;
using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Tests.Members;

public class VerdictTableTests
{
    [Theory]
    [InlineData(TestTrail.Tested, DeploymentTrail.Deployed, null)]
    [InlineData(TestTrail.Tested, DeploymentTrail.Pending, null)]
    [InlineData(TestTrail.Tested, DeploymentTrail.None, "AIA1003")]
    [InlineData(TestTrail.Tested, DeploymentTrail.RolledBack, "AIA1003")]
    [InlineData(TestTrail.Tested, DeploymentTrail.Unknown, null)]
    [InlineData(TestTrail.Linked, DeploymentTrail.Deployed, null)]
    [InlineData(TestTrail.Linked, DeploymentTrail.Pending, null)]
    [InlineData(TestTrail.Linked, DeploymentTrail.None, "AIA1003")]
    [InlineData(TestTrail.Linked, DeploymentTrail.RolledBack, "AIA1003")]
    [InlineData(TestTrail.Linked, DeploymentTrail.Unknown, null)]
    [InlineData(TestTrail.None, DeploymentTrail.Deployed, "AIA1002")]
    [InlineData(TestTrail.None, DeploymentTrail.Pending, "AIA1001")]
    [InlineData(TestTrail.None, DeploymentTrail.None, "AIA1001")]
    [InlineData(TestTrail.None, DeploymentTrail.RolledBack, "AIA1001")]
    [InlineData(TestTrail.None, DeploymentTrail.Unknown, "AIA1001")]
    [InlineData(TestTrail.Stale, DeploymentTrail.Deployed, "AIA1002")]
    [InlineData(TestTrail.Stale, DeploymentTrail.Pending, "AIA1001")]
    [InlineData(TestTrail.Stale, DeploymentTrail.None, "AIA1001")]
    [InlineData(TestTrail.Stale, DeploymentTrail.RolledBack, "AIA1001")]
    [InlineData(TestTrail.Stale, DeploymentTrail.Unknown, "AIA1001")]
    [InlineData(TestTrail.FailedRun, DeploymentTrail.Deployed, "AIA1002")]
    [InlineData(TestTrail.FailedRun, DeploymentTrail.Pending, "AIA1001")]
    [InlineData(TestTrail.FailedRun, DeploymentTrail.None, "AIA1001")]
    [InlineData(TestTrail.FailedRun, DeploymentTrail.RolledBack, "AIA1001")]
    [InlineData(TestTrail.FailedRun, DeploymentTrail.Unknown, "AIA1001")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Deployed, "AIA1002")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Pending, "AIA1001")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.None, "AIA1001")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.RolledBack, "AIA1001")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Unknown, null)]
    public void Cell_of_both_trails_gives_diagnostic(TestTrail test, DeploymentTrail deployment, string? id) =>
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
