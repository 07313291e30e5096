using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Members;

public class MemberTrailsTests
{
    [Theory]
    [InlineData("--+-", FileMeasurement.Measured, TestTrail.Tested)]
    [InlineData("--+?", FileMeasurement.Measured, TestTrail.Tested)]
    [InlineData(".---", FileMeasurement.Measured, TestTrail.None)]
    [InlineData("---?", FileMeasurement.Measured, TestTrail.Stale)]
    [InlineData("....", FileMeasurement.Measured, TestTrail.Unmeasured)]
    [InlineData("++++", FileMeasurement.Stale, TestTrail.Stale)]
    [InlineData("????", FileMeasurement.Unmeasured, TestTrail.Unmeasured)]
    [InlineData("++++", FileMeasurement.Unmeasured, TestTrail.Unmeasured)]
    [InlineData("llll", FileMeasurement.Unmeasured, TestTrail.Linked)]
    [InlineData("?lll", FileMeasurement.Unmeasured, TestTrail.Linked)]
    [InlineData("+lll", FileMeasurement.Measured, TestTrail.Tested)]
    [InlineData("-l--", FileMeasurement.Measured, TestTrail.None)]
    [InlineData(".lml", FileMeasurement.Measured, TestTrail.Linked)]
    [InlineData(".mmm", FileMeasurement.Measured, TestTrail.Unmeasured)]
    [InlineData("--p-", FileMeasurement.Measured, TestTrail.Tested)]
    [InlineData("-ff-", FileMeasurement.Measured, TestTrail.FailedRun)]
    [InlineData("-f+-", FileMeasurement.Measured, TestTrail.Tested)]
    [InlineData("+++s", FileMeasurement.Measured, TestTrail.Stale)]
    [InlineData("lsll", FileMeasurement.Measured, TestTrail.Stale)]
    [InlineData("???l", FileMeasurement.Stale, TestTrail.Linked)]
    [InlineData("nnnn", FileMeasurement.Unmeasured, TestTrail.None)]
    [InlineData("nnn?", FileMeasurement.Unmeasured, TestTrail.Unmeasured)]
    [InlineData("nnnl", FileMeasurement.Unmeasured, TestTrail.Linked)]
    [InlineData("nnnm", FileMeasurement.Unmeasured, TestTrail.Unmeasured)]
    internal void Test_trail_follows_from_the_coverage_of_code_lines(string coverage, FileMeasurement measurement, TestTrail expected) =>
        Assert.Equal(expected, MemberTrails.Test([1, 2, 3, 4], LineTableBuilder.File("0000", coverage, measurement)));

    [Fact]
    public void Executed_line_of_another_member_does_not_count() =>
        Assert.Equal(TestTrail.None, MemberTrails.Test([1, 2], LineTableBuilder.File("0000", "--++")));

    [Theory]
    [InlineData("DD", DeploymentTrail.Deployed)]
    [InlineData("DP", DeploymentTrail.Pending)]
    [InlineData("PD", DeploymentTrail.Pending)]
    [InlineData("DR", DeploymentTrail.RolledBack)]
    [InlineData("PR", DeploymentTrail.RolledBack)]
    [InlineData("NR", DeploymentTrail.None)]
    [InlineData("PN", DeploymentTrail.None)]
    [InlineData("NU", DeploymentTrail.Unknown)]
    [InlineData("UD", DeploymentTrail.Unknown)]
    [InlineData("", DeploymentTrail.Unknown)]
    internal void Deployment_trail_is_that_of_the_least_deployed_source(string sources, DeploymentTrail expected) =>
        Assert.Equal(expected, MemberTrails.Deployment([.. sources.Select(letter => LineTableBuilder.Source(Trail(letter)))]));

    private static DeploymentTrail Trail(char letter) =>
        Enum.GetValues<DeploymentTrail>().Single(trail => trail.ToString()[0] == letter);
}
