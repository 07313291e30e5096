using AiAttribution.Core.Members;
using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Policy.Rules.Requirements;

/// <summary>A member must be deployed within the policy's grace.</summary>
public sealed record DeploymentRequirement() : MemberRequirement("AIA2009", "deployed within the grace")
{
    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(MemberRecord member) => member.Verdict.Deployment switch
    {
        DeploymentTrail.None => (FindingKind.Violation, "is in no deployment although the grace (deployment.graceDays) is over: ship it, or take it out"),
        DeploymentTrail.RolledBack => (FindingKind.Violation, "was deployed and rolled back: mend it and ship it, or take it out"),
        DeploymentTrail.Unknown => (FindingKind.Gap, "has no known deployment: fetch the tags with git fetch --tags, and say with deployment.tags which of them deploy"),
        _ => null,
    };
}
