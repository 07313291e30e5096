using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Model;

/// <summary>States of members as a reader understands them without a glossary.</summary>
internal static class PlainWords
{
    /// <summary>What is known of tests.</summary>
    public static string Of(TestTrail trail) => trail switch
    {
        TestTrail.Tested => "tested",
        TestTrail.Linked => "not measured; a test refers to it",
        TestTrail.Stale => "changed since it was measured",
        TestTrail.None => "no test runs it",
        TestTrail.FailedRun => "only in a run that failed",
        _ => "not measured",
    };

    /// <summary>What is known of deployments.</summary>
    public static string Of(DeploymentTrail trail) => trail switch
    {
        DeploymentTrail.Deployed => "deployed and live",
        DeploymentTrail.Pending => "not deployed yet",
        DeploymentTrail.None => "not deployed",
        DeploymentTrail.RolledBack => "rolled back",
        _ => "not known",
    };

    /// <summary>Whether a file was measured.</summary>
    public static string Of(FileMeasurement measurement) => measurement switch
    {
        FileMeasurement.Measured => "measured",
        FileMeasurement.Stale => "changed since it was measured",
        _ => "not measured",
    };
}
