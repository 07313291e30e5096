using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>A member must be deployed within the policy's grace.</summary>
internal sealed record DeploymentRequirement() : MemberRequirement(Violated, "deployed within the grace")
{
    private static readonly RuleCode Violated = new("AIA2009", "Member not deployed within the grace");

    internal static RequirementKey InPolicy { get; } = new("deployment", (value, read) => read.OneOf(value, "require.deployment", "within-grace") is null ? null : new DeploymentRequirement(), Violated);

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(MemberRecord member) => member.Verdict.Deployment switch
    {
        DeploymentTrail.None => (FindingKind.Violation, "is in no deployment although the grace (deployment.graceDays) is over: ship it, or take it out"),
        DeploymentTrail.RolledBack => (FindingKind.Violation, "was deployed and rolled back: mend it and ship it, or take it out"),
        DeploymentTrail.Unknown => (FindingKind.Gap, $"has no known deployment: {Cause(MemberTrails.Unknown(member.Verdict.Sources))}"),
        _ => null,
    };

    private static string Cause(AiSource? source) => source is null or { Gap: DeploymentGap.NoSource }
        ? "fetch the tags with git fetch --tags, and say with deployment.tags which of them deploy"
        : $"{DeploymentGaps.Because(source.Gap, source.Beside)}{(DeploymentGaps.Remedy(source.Gap) is { } remedy ? $": {remedy}" : "")}";
}
