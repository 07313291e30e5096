using AiAttribution.Core.Deployments;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Every cell of the table of verdicts: test trail, deployment trail, diagnostic. The analyzer's tests compile it, too.</summary>
public static class VerdictCells
{
    public static IEnumerable<object?[]> All { get; } = new TheoryData<TestTrail, DeploymentTrail, string?>
    {
        { TestTrail.Tested, DeploymentTrail.Deployed, null },
        { TestTrail.Tested, DeploymentTrail.Pending, null },
        { TestTrail.Tested, DeploymentTrail.None, "AIA1003" },
        { TestTrail.Tested, DeploymentTrail.RolledBack, "AIA1003" },
        { TestTrail.Tested, DeploymentTrail.Unknown, null },
        { TestTrail.Linked, DeploymentTrail.Deployed, null },
        { TestTrail.Linked, DeploymentTrail.Pending, null },
        { TestTrail.Linked, DeploymentTrail.None, "AIA1003" },
        { TestTrail.Linked, DeploymentTrail.RolledBack, "AIA1003" },
        { TestTrail.Linked, DeploymentTrail.Unknown, null },
        { TestTrail.None, DeploymentTrail.Deployed, "AIA1002" },
        { TestTrail.None, DeploymentTrail.Pending, "AIA1001" },
        { TestTrail.None, DeploymentTrail.None, "AIA1001" },
        { TestTrail.None, DeploymentTrail.RolledBack, "AIA1001" },
        { TestTrail.None, DeploymentTrail.Unknown, "AIA1001" },
        { TestTrail.Stale, DeploymentTrail.Deployed, "AIA1002" },
        { TestTrail.Stale, DeploymentTrail.Pending, "AIA1001" },
        { TestTrail.Stale, DeploymentTrail.None, "AIA1001" },
        { TestTrail.Stale, DeploymentTrail.RolledBack, "AIA1001" },
        { TestTrail.Stale, DeploymentTrail.Unknown, "AIA1001" },
        { TestTrail.FailedRun, DeploymentTrail.Deployed, "AIA1002" },
        { TestTrail.FailedRun, DeploymentTrail.Pending, "AIA1001" },
        { TestTrail.FailedRun, DeploymentTrail.None, "AIA1001" },
        { TestTrail.FailedRun, DeploymentTrail.RolledBack, "AIA1001" },
        { TestTrail.FailedRun, DeploymentTrail.Unknown, "AIA1001" },
        { TestTrail.Unmeasured, DeploymentTrail.Deployed, null },
        { TestTrail.Unmeasured, DeploymentTrail.Pending, "AIA1005" },
        { TestTrail.Unmeasured, DeploymentTrail.None, "AIA1005" },
        { TestTrail.Unmeasured, DeploymentTrail.RolledBack, "AIA1005" },
        { TestTrail.Unmeasured, DeploymentTrail.Unknown, "AIA1005" },
    };
}
