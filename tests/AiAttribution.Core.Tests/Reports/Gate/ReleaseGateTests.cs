using AiAttribution.Core.Attribution;
using AiAttribution.Core.Diagnostics;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Reports.Gate;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Tests.Reports.Gate;

public class ReleaseGateTests
{
    private static readonly SnapshotSource Source = new(EvidenceGrade.Declared, "codex", null, null, "0123456789ab", DeploymentTrail.None, null);

    [Theory]
    [InlineData(TestTrail.None, DeploymentTrail.None, GateState.Blocked, "1 AI-heavy member has neither a test trail nor a deployment trail.")]
    [InlineData(TestTrail.None, DeploymentTrail.Deployed, GateState.Clear, "1 finding of rules that do not block.")]
    [InlineData(TestTrail.Tested, DeploymentTrail.None, GateState.Clear, "1 finding of rules that do not block.")]
    [InlineData(TestTrail.Tested, DeploymentTrail.Deployed, GateState.Clear, "No rule found anything.")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Deployed, GateState.Clear, "1 finding of rules that do not block. No test was measured.")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Unknown, GateState.CannotTell, "1 AI-heavy member cannot be judged: neither tests nor deployments are known.")]
    public void Member_decides_by_its_verdict(TestTrail test, DeploymentTrail deployment, GateState state, string sentence)
    {
        ReleaseGate gate = ReleaseGate.Of(Report(test, deployment));

        Assert.Equal((state, sentence), (gate.State, gate.Sentence));
    }

    [Fact]
    public void Nothing_attributed_is_no_pass() => Assert.Equal(GateState.CannotTell, ReleaseGate.Of(new ReportModel { Subject = "Lib" }).State);

    [Fact]
    public void Missing_history_is_no_pass()
    {
        var lines = new LineTally();
        lines.Add(new FileAttribution("a.cs", 3, [new LineRun(1, 3, LineState.Unknown, -1, 0)]), [], unknownInCommit: 3);

        ReleaseGate gate = ReleaseGate.Of(Report(TestTrail.Tested, DeploymentTrail.Deployed) with { Lines = lines });

        Assert.Equal((GateState.CannotTell, "The history of 3 lines is missing."), (gate.State, gate.Sentence));
    }

    [Fact]
    public void Unknown_members_are_no_pass()
    {
        ReportModel report = Report(TestTrail.Tested, DeploymentTrail.Deployed) with { Notes = [new(EnvironmentDiagnostics.NoCompiler, "no compiler")] };

        Assert.Equal(GateState.CannotTell, ReleaseGate.Of(report).State);
    }

    [Fact]
    public void Finding_blocks_also_where_something_else_cannot_be_judged()
    {
        ReportModel report = Report(TestTrail.None, DeploymentTrail.None);
        ReportModel both = report with { Members = [.. report.Members, .. Report(TestTrail.Unmeasured, DeploymentTrail.Unknown).Members] };

        Assert.Equal(GateState.Blocked, ReleaseGate.Of(both).State);
    }

    private static ReportModel Report(TestTrail test, DeploymentTrail deployment) => new()
    {
        Subject = "Lib",
        Commit = "0123456789abcdef",
        Members = [SampleReport.Member("Calc.Add()", "a.cs", 1, Source, test, deployment)],
    };
}
