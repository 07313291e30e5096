using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Members;

/// <summary>Composes the trails of a member out of those of its lines.</summary>
internal static class MemberTrails
{
    /// <summary>Test trail of the member with these code lines.</summary>
    /// <remarks>
    /// Stale when one of them changed since it was measured, whatever the others say: what ran was another text. In a measured file: tested when any was
    /// executed by a passing run; if none was, stale when one was edited since the build, failed run when a failing one executed it, none when one is executable.
    /// A member that no report measured is linked when a test refers to it, none when built tests were searched and none does, else unmeasured.
    /// </remarks>
    /// <param name="codeLines">Numbers of the member's code lines, 1-based.</param>
    /// <param name="table">The lines of the file as its text is now.</param>
    public static TestTrail Test(IReadOnlyList<int> codeLines, LineTable table)
    {
        bool[] seen = new bool[(int)LineCoverage.Unreferenced + 1];
        foreach (int line in codeLines)
            seen[(int)table.Coverage[line - 1]] = true;
        bool measured = table.Measurement == FileMeasurement.Measured;
        if (Seen(LineCoverage.Stale))
            return TestTrail.Stale;
        if (measured && (Seen(LineCoverage.Executed) || Seen(LineCoverage.Partial)))
            return TestTrail.Tested;
        if (measured && Seen(LineCoverage.FailedRun))
            return TestTrail.FailedRun;
        if (measured && Seen(LineCoverage.NotExecuted))
            return Seen(LineCoverage.Unknown) ? TestTrail.Stale : TestTrail.None;
        if (Seen(LineCoverage.Linked))
            return TestTrail.Linked;
        if (!measured && Seen(LineCoverage.Unreferenced) && Array.IndexOf(seen, true) == (int)LineCoverage.Unreferenced)
            return TestTrail.None;
        return table.Measurement == FileMeasurement.Stale || (measured && Seen(LineCoverage.Unknown)) ? TestTrail.Stale : TestTrail.Unmeasured;

        bool Seen(LineCoverage coverage) => seen[(int)coverage];
    }

    /// <summary>Deployment trail of a member whose AI lines have these sources: deployed only when all are, unknown when one is.</summary>
    public static DeploymentTrail Deployment(IReadOnlyList<AiSource> sources)
    {
        DeploymentTrail? least = null;
        foreach (AiSource source in sources)
        {
            if (least is null || Rank(source.Deployment) < Rank(least.Value))
                least = source.Deployment;
        }

        return least ?? DeploymentTrail.Unknown;
    }

    /// <summary>The source because of which the deployment of a member is not known; null when it is known, or nothing is.</summary>
    public static AiSource? Unknown(IEnumerable<AiSource> sources) => sources.Where(s => s.Deployment == DeploymentTrail.Unknown).OrderBy(s => s.Gap).FirstOrDefault();

    private static int Rank(DeploymentTrail trail) => trail switch
    {
        DeploymentTrail.Unknown => 0,
        DeploymentTrail.None => 1,
        DeploymentTrail.RolledBack => 2,
        DeploymentTrail.Pending => 3,
        _ => 4,
    };
}
