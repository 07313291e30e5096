using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;

namespace AiAttribution.Cli.Capture;

/// <summary>What a capture found and did.</summary>
/// <param name="Sessions">Sessions of this repository.</param>
/// <param name="Plan">Links, new allocations and rests.</param>
/// <param name="Noted">Responses that notes held before.</param>
/// <param name="Written">Commits whose notes changed.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record CaptureOutcome(
    IReadOnlyList<AgentSession> Sessions,
    LinkPlan Plan,
    int Noted,
    IReadOnlyList<string> Written,
    IReadOnlyList<string> Problems)
{
    /// <summary>Commits that a server squashed, rebased or picked, and those that took their place and have their records now.</summary>
    public IReadOnlyList<(string Old, string New)> Replaced { get; init; } = [];

    /// <summary>Records of the reference that held them before, which ours lacked.</summary>
    public int Copied { get; init; }

    /// <summary>The same of deployments.</summary>
    public int CopiedDeployments { get; init; }
}
