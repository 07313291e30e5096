using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Members;

/// <summary>All that is known of one member, and what follows.</summary>
/// <param name="Tally">Its code lines, counted.</param>
/// <param name="IsAiHeavy">Whether it reaches the policy's share and number.</param>
/// <param name="Sources">Sources of its AI lines, those with most lines first.</param>
/// <param name="Test">Its test trail.</param>
/// <param name="Deployment">Deployment trail of its AI lines.</param>
/// <param name="Verdict">What is wrong with it.</param>
internal sealed record MemberVerdict(
    MemberTally Tally,
    bool IsAiHeavy,
    IReadOnlyList<AiSource> Sources,
    TestTrail Test,
    DeploymentTrail Deployment,
    Verdict Verdict)
{
    /// <summary>Simple names of the test assemblies of which none refers to it; empty where that is not why its test trail is what it is.</summary>
    public IReadOnlyList<string> Searched { get; init; } = [];
}
