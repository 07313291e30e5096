using AiAttribution.Core.Members;

namespace AiAttribution.Core.Policy.Rules.Requirements;

/// <summary>A member must have a test trail or a deployment trail: what AIA1001 warns about.</summary>
public sealed record TrailsRequirement() : MemberRequirement("AIA2001", "test trail or deployment trail")
{
    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(MemberRecord member) =>
        VerdictTable.Of(member.Verdict.Test, member.Verdict.Deployment) switch
        {
            Verdict.NeitherTestedNorDeployed => (FindingKind.Violation, "has neither a test trail nor a deployment trail: add a test that runs it and measure coverage, or release it"),
            Verdict.NothingToJudgeBy => (FindingKind.Gap, "can be judged neither by tests nor by deployments: run dotnet test --collect \"Code Coverage;Format=cobertura\", and git fetch --tags"),
            _ => null,
        };
}
