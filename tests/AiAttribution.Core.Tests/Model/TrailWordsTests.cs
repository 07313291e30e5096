using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model;

public sealed class TrailWordsTests
{
    [Theory]
    [InlineData(TestTrail.Tested, DeploymentTrail.Deployed, "tested by coverage of this very text (symbols checksum); shipped in v1.2, live")]
    [InlineData(TestTrail.None, DeploymentTrail.None, "no test ran it, by coverage of this very text (symbols checksum); not deployed")]
    [InlineData(TestTrail.Linked, DeploymentTrail.Pending, "not measured, though 3 tests refer to it; not deployed yet")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Unknown, "not measured: whether a test runs it is not known; whether it shipped is not known")]
    internal void Trails_are_said_in_words(TestTrail test, DeploymentTrail deployment, string words) =>
        Assert.Equal(words, TrailWords.Of(Member(test, deployment) with { LinkedDirectly = 1, LinkedByOneHop = 2 }, CoverageBinding.Symbols));

    [Fact]
    public void Tests_of_the_same_session_and_a_binding_by_time_are_said() => Assert.StartsWith(
        "tested by coverage of a text that only its time binds (stale-unknown), all by the AI session that wrote it;",
        TrailWords.Of(Member(TestTrail.Tested, DeploymentTrail.Deployed) with { SameSession = true }, CoverageBinding.Time));

    private static MemberRecord Member(TestTrail test, DeploymentTrail deployment) => ReportBuilder.Member(
        "Calc.Add(int, int)", "src/Calc.cs", 1, new AiSource(EvidenceGrade.Declared, "claude-code", null, null, "0123456789ab", deployment, null), test, deployment);
}
