using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>A member must have a test trail or a deployment trail: what AIA1001 warns about.</summary>
internal sealed record TrailsRequirement() : MemberRequirement(Violated, "test trail or deployment trail")
{
    private static readonly RuleCode Violated = new("AIA2001", "AI-heavy member without a trail that the policy requires");

    internal static RequirementKey InPolicy { get; } = new("trails", (value, read) => read.OneOf(value, "require.trails", "any") is null ? null : new TrailsRequirement(), Violated);

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(MemberRecord member) =>
        VerdictTable.Of(member.Verdict.Test, member.Verdict.Deployment) switch
        {
            Verdict.NeitherTestedNorDeployed => (FindingKind.Violation, "has neither a test trail nor a deployment trail: add a test that runs it and measure coverage, or release it"),
            Verdict.NotMeasured => (FindingKind.Gap, $"was not measured: run {VerdictMessage.Measure}{Shipping(member)}"),
            _ => null,
        };

    private static string Shipping(MemberRecord member) => MemberTrails.Unknown(member.Verdict.Sources) switch
    {
        null => "",
        var source when DeploymentGaps.Remedy(source.Gap) is { } remedy => $", and {remedy}",
        var source => $"; {DeploymentGaps.Because(source.Gap, source.Beside)}",
    };
}
