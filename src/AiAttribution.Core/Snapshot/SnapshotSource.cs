using AiAttribution.Core.Evidence;
using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Snapshot;

/// <summary>Where AI lines of a snapshot come from, and whether that change is deployed.</summary>
/// <param name="Grade">Grade of the strongest evidence.</param>
/// <param name="Agent">Catalogue name of the agent; <c>unknown</c> when nobody says which.</param>
/// <param name="Model">Model as stated; null when not stated.</param>
/// <param name="Session">Session key as <c>provider:id</c>; null when there is none.</param>
/// <param name="Commit">Abbreviated id of the commit.</param>
/// <param name="Deployment">Deployment trail of the commit. <see cref="DeploymentTrail.None"/> means that the policy's grace is over.</param>
/// <param name="FirstDeployment">Name of the first live deployment that contains the commit, such as a tag; null when there is none.</param>
public sealed record SnapshotSource(
    EvidenceGrade Grade,
    string Agent,
    string? Model,
    string? Session,
    string Commit,
    DeploymentTrail Deployment,
    string? FirstDeployment)
{
    /// <summary>Tokens that the commit used, by class (<c>input</c>, <c>output</c>, <c>cacheRead</c>, <c>cacheWrite</c>); empty when not known.</summary>
    public IReadOnlyDictionary<string, long> Tokens { get; init; } = new Dictionary<string, long>();

    /// <summary>What those tokens cost in USD; null when that is not known of all of them.</summary>
    public decimal? Cost { get; init; }
}
