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
    public void Every_pair_of_trails_has_a_cell_and_what_was_not_measured_is_never_accused()
    {
        HashSet<Verdict> unmeasured = [];
        int cells = 0;
        foreach (TestTrail test in Enum.GetValues<TestTrail>())
        {
            foreach (DeploymentTrail deployment in Enum.GetValues<DeploymentTrail>())
            {
                cells++;
                if (test == TestTrail.Unmeasured)
                    unmeasured.Add(VerdictTable.Of(test, deployment));
            }
        }

        Assert.Equal(30, cells);
        Assert.Equal([Verdict.None, Verdict.NotMeasured], unmeasured.Order());
    }
}
