using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Members;

/// <summary>The verdict on an AI-heavy member, by what is known of its two trails.</summary>
internal static class VerdictTable
{
    /// <summary>One cell of the table.</summary>
    /// <remarks>
    /// What was neither measured nor searched for in built tests is accused of nothing. A rolled back change is as good as not deployed. A pending one is, too, unless it is tested: the grace gives time to ship, not to test.
    /// </remarks>
    public static Verdict Of(TestTrail test, DeploymentTrail deployment) => test switch
    {
        TestTrail.Tested or TestTrail.Linked =>
            deployment is DeploymentTrail.None or DeploymentTrail.RolledBack ? Verdict.TestedUndeployed : Verdict.None,
        TestTrail.Unmeasured => deployment is DeploymentTrail.Deployed ? Verdict.None : Verdict.NotMeasured,
        _ => deployment is DeploymentTrail.Deployed ? Verdict.DeployedUntested : Verdict.NeitherTestedNorDeployed,
    };
}
