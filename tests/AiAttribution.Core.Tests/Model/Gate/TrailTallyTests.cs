using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model.Gate;

public class TrailTallyTests
{
    private static readonly AiSource Declared = new(EvidenceGrade.Declared, "claude-code", null, null, "0123456789ab", DeploymentTrail.Unknown, null);

    [Theory]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Pending, "Whether 2 of 2 AI-heavy members are tested or deployed cannot be told.")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Deployed, "Each of 2 AI-heavy members is deployed; whether a test runs them is not known.")]
    [InlineData(TestTrail.Tested, DeploymentTrail.Pending, "Each of 2 AI-heavy members has a test or a deployment.")]
    [InlineData(TestTrail.None, DeploymentTrail.Pending, "2 of 2 AI-heavy members have neither a test nor a deployment.")]
    internal void Sentence_says_no_more_than_what_is_known(TestTrail test, DeploymentTrail deployment, string sentence) =>
        Assert.Equal(sentence, TrailTally.Of(Report(Member("A()", test, deployment), Member("B()", test, deployment))));

    [Fact]
    public void Baseline_is_told_and_is_not_nothing()
    {
        Assert.Equal("There is no AI-heavy member.", TrailTally.Of(Report()));
        Assert.Equal("No AI-heavy member is newer than the baseline. 3 more are AI-heavy by lines of the baseline, which are told and never judged.", TrailTally.Of(Report() with { BaselineMembers = 3 }));
        Assert.Equal(
            "The AI-heavy member has a test or a deployment. 1 more is AI-heavy by lines of the baseline, which is told and never judged.",
            TrailTally.Of(Report(Member("A()", TestTrail.Tested, DeploymentTrail.Deployed)) with { BaselineMembers = 1 }));
    }

    [Fact]
    public void Lines_of_unknown_origin_may_hold_one()
    {
        var lines = new LineTally();
        lines.Add(new FileAttribution("a.cs", 70, [new LineRun(1, 70, LineState.Unknown, -1, 0)]), [], unknownInCommit: 70);

        Assert.Equal("No AI-heavy member is known, nor the origin of 70 of 70 lines.", TrailTally.Of(Report() with { Lines = lines }));
    }

    private static ReportModel Report(params MemberRecord[] members) => new() { Subject = "Lib", Commit = "0123456789ab", Members = members };

    private static MemberRecord Member(string name, TestTrail test, DeploymentTrail deployment) => ReportBuilder.Member(name, "src/Lib/Calc.cs", 10, Declared, test, deployment);
}
