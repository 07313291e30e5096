using System.Diagnostics.CodeAnalysis;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Model;

/// <summary>The words that reports and the tool print for states. They are part of the report's schema.</summary>
internal static class ReportWords
{
    /// <summary><c>lines</c>, <c>declared</c> or <c>weak</c>.</summary>
    public static string Of(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Lines => "lines",
        EvidenceGrade.Declared => "declared",
        _ => "weak",
    };

    /// <summary>A word of design's table of test trails.</summary>
    public static string Of(TestTrail trail) => trail switch
    {
        TestTrail.Tested => "tested",
        TestTrail.Linked => "linked",
        TestTrail.Stale => "stale",
        TestTrail.None => "none",
        TestTrail.FailedRun => "failed run",
        _ => "unmeasured",
    };

    /// <summary>How coverage was bound to a text, the surest last: <c>stale-unknown</c> (B0), <c>commit</c> (B1), <c>symbols checksum</c> (B2), <c>report checksum</c> (B3); null when nothing measured it.</summary>
    [return: NotNullIfNotNull(nameof(binding))]
    public static string? Of(CoverageBinding? binding) => binding switch
    {
        null => null,
        CoverageBinding.Report => "report checksum",
        CoverageBinding.Symbols => "symbols checksum",
        CoverageBinding.Commit => "commit",
        _ => "stale-unknown",
    };

    /// <summary>A word of design's table of deployment trails.</summary>
    public static string Of(DeploymentTrail trail) => trail switch
    {
        DeploymentTrail.Deployed => "deployed",
        DeploymentTrail.Pending => "pending",
        DeploymentTrail.None => "none",
        DeploymentTrail.RolledBack => "rolled back",
        _ => "unknown",
    };

    /// <summary>The diagnostic that states the verdict, or <c>none</c>.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.None => "none",
        _ => VerdictIds.Of(verdict)!,
    };
}
