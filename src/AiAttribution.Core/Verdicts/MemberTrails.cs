using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Verdicts;

/// <summary>Composes the trails of a member out of those of its lines.</summary>
public static class MemberTrails
{
    /// <summary>Test trail of the member with these code lines.</summary>
    /// <remarks>
    /// In a measured file: tested when any of them was executed. If none was: stale when one changed since, none when one is executable,
    /// else unmeasured. A member that was not executed or not measured is linked when a test refers to it.
    /// </remarks>
    /// <param name="codeLines">Numbers of the member's code lines, 1-based.</param>
    /// <param name="file">The file as its text is now.</param>
    public static TestTrail Test(IReadOnlyList<int> codeLines, SnapshotFile file)
    {
        bool linked = false;
        bool changed = false;
        bool executable = false;
        foreach (int line in codeLines)
        {
            LineCoverage coverage = file.Coverage[line - 1];
            if (coverage == LineCoverage.Executed && file.Measurement == FileMeasurement.Measured)
                return TestTrail.Tested;
            linked |= coverage == LineCoverage.Linked;
            changed |= coverage == LineCoverage.Unknown;
            executable |= coverage == LineCoverage.NotExecuted;
        }

        if (linked)
            return TestTrail.Linked;
        return file.Measurement switch
        {
            FileMeasurement.Unmeasured => TestTrail.Unmeasured,
            FileMeasurement.Stale => TestTrail.Stale,
            _ when changed => TestTrail.Stale,
            _ => executable ? TestTrail.None : TestTrail.Unmeasured,
        };
    }

    /// <summary>Deployment trail of a member whose AI lines have these sources: deployed only when all are, unknown when one is.</summary>
    public static DeploymentTrail Deployment(IReadOnlyList<SnapshotSource> sources)
    {
        DeploymentTrail? least = null;
        foreach (SnapshotSource source in sources)
        {
            if (least is null || Rank(source.Deployment) < Rank(least.Value))
                least = source.Deployment;
        }

        return least ?? DeploymentTrail.Unknown;
    }

    private static int Rank(DeploymentTrail trail) => trail switch
    {
        DeploymentTrail.Unknown => 0,
        DeploymentTrail.None => 1,
        DeploymentTrail.RolledBack => 2,
        DeploymentTrail.Pending => 3,
        _ => 4,
    };
}
