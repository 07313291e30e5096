using AiAttribution.Core.Deployments;
using AiAttribution.Core.Outcomes;

namespace AiAttribution.Core.Tests.Outcomes;

public sealed class FunnelTallyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Deployment Live = new(DeploymentTrail.Deployed, "v1") { Shipped = Now.AddDays(-14) };

    [Theory]
    [InlineData(LineCoverage.Executed, "attributed executable tested deployed survived")]
    [InlineData(LineCoverage.Partial, "attributed executable tested deployed survived")]
    [InlineData(LineCoverage.NotExecuted, "attributed executable -tested")]
    [InlineData(LineCoverage.FailedRun, "attributed executable -tested")]
    [InlineData(LineCoverage.Unmeasured, "attributed executable ?tested")]
    [InlineData(LineCoverage.Linked, "attributed executable ?tested")]
    [InlineData(LineCoverage.NotExecutable, "attributed -executable")]
    [InlineData(LineCoverage.Unknown, "attributed ?executable")]
    [InlineData(LineCoverage.Stale, "attributed ?executable")]
    internal void Line_gets_as_far_as_the_tests_say(LineCoverage coverage, string told) => Assert.Equal(told, Told(coverage, Live));

    [Theory]
    [InlineData(DeploymentTrail.None, "-deployed")]
    [InlineData(DeploymentTrail.Pending, "-deployed")]
    [InlineData(DeploymentTrail.RolledBack, "-deployed")]
    [InlineData(DeploymentTrail.Unknown, "?deployed")]
    internal void Tested_line_gets_as_far_as_its_deployment(DeploymentTrail trail, string told) =>
        Assert.EndsWith("tested " + told, Told(LineCoverage.Executed, new Deployment(trail, null)), StringComparison.Ordinal);

    [Fact]
    public void Line_that_is_live_for_a_shorter_time_is_too_young_to_have_survived()
    {
        Assert.EndsWith("deployed ?survived", Told(LineCoverage.Executed, Live with { Shipped = Now.AddDays(-13) }), StringComparison.Ordinal);
        Assert.EndsWith("deployed ?survived", Told(LineCoverage.Executed, Live with { Shipped = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_step_splits_the_lines_that_reached_the_one_before()
    {
        var tally = new FunnelTally(Now);
        foreach (LineCoverage coverage in Enum.GetValues<LineCoverage>())
            tally.Add(coverage, Live);

        IReadOnlyList<FunnelStage> stages = tally.Stages;

        Assert.Equal(Enum.GetValues<LineCoverage>().Length, stages[0].Reached);
        Assert.All(stages.Zip(stages.Skip(1)), s => Assert.Equal(s.First.Reached, s.Second.Reached + s.Second.Missed + s.Second.Unknown));
    }

    /// <summary>The steps a line reached, then <c>-</c> for the one it missed or <c>?</c> for the one that cannot be told.</summary>
    private static string Told(LineCoverage coverage, Deployment deployment)
    {
        var tally = new FunnelTally(Now);
        tally.Add(coverage, deployment);
        return string.Join(' ', tally.Stages.Where(s => s.Reached + s.Missed + s.Unknown > 0).Select(s => (s.Missed > 0 ? "-" : s.Unknown > 0 ? "?" : "") + s.Step.ToString().ToLowerInvariant()));
    }
}
