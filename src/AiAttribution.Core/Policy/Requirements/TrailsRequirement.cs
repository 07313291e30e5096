using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>A member must have a test trail or a deployment trail: what AIA1001 warns about.</summary>
internal sealed record TrailsRequirement() : MemberRequirement(Violated, "tested or deployed")
{
    private static readonly RuleCode Violated = new("AIA2001", "AI-heavy member that is neither tested nor deployed");

    internal static RequirementKey InPolicy { get; } = new("trails", (value, read) => read.OneOf(value, "require.trails", "any") is null ? null : new TrailsRequirement(), Violated);

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(MemberRecord member) =>
        VerdictTable.Of(member.Verdict.Test, member.Verdict.Deployment) switch
        {
            // What ran was another text, so nothing is measured that could be a violation.
            Verdict.NeitherTestedNorDeployed when member.Verdict.Test == TestTrail.Stale => (FindingKind.Gap, $"changed after its tests were measured: measure again with {VerdictMessage.Measure}{Shipping(member)}"),
            Verdict.NeitherTestedNorDeployed => (FindingKind.Violation, $"is not shown to work ({VerdictMessage.Missing(member.Verdict)}): {Advice(member.Verdict)}, or release it"),
            Verdict.NotMeasured => (FindingKind.Gap, $"{NotMeasured(member)}{Shipping(member)}"),
            _ => null,
        };

    private static string Advice(MemberVerdict verdict) =>
        verdict.Test == TestTrail.None ? $"{VerdictMessage.Advice(verdict)}, then {VerdictMessage.Measure}" : VerdictMessage.Advice(verdict);

    private static string Shipping(MemberRecord member) => MemberTrails.Unknown(member.Verdict.Sources) switch
    {
        null => "",
        var source when DeploymentGaps.Remedy(source.Gap) is { } remedy => $", and {remedy}",
        var source => $"; {DeploymentGaps.Because(source.Gap, source.Beside)}",
    };
}
