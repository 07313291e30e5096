namespace AiAttribution.Core.Deployments;

/// <summary>One deployment in the normalised form that all sources are brought into: a line of <c>deployments.jsonl</c>.</summary>
internal sealed record DeploymentRecord
{
    /// <summary>Kind of the source, such as <c>github</c> or <c>manual</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Id within the source; two records with the same source and id are the same deployment.</summary>
    public required string SourceId { get; init; }

    /// <summary>What was deployed; empty when the repository holds one service only.</summary>
    public string Service { get; init; } = "";

    /// <summary>Where to; empty for <see cref="DeploymentStatus.Built"/>.</summary>
    public string Environment { get; init; } = "";

    /// <summary>What the environment is for.</summary>
    public DeploymentTier Tier { get; init; }

    /// <summary>Full id of the deployed commit; null when the source does not say.</summary>
    public string? Commit { get; init; }

    /// <summary>Full id of the deployed tree; null when the source does not say.</summary>
    public string? Tree { get; init; }

    /// <summary>Full name of a reference that names the commit, such as <c>refs/tags/v1.0</c>; null when there is none.</summary>
    public string? Ref { get; init; }

    /// <summary>Key of the deployed artifact (<see cref="ArtifactKey"/>); null when the source does not say.</summary>
    public string? Artifact { get; init; }

    /// <summary>Version as the source names it.</summary>
    public string? Version { get; init; }

    /// <summary>What happened.</summary>
    public DeploymentStatus Status { get; init; } = DeploymentStatus.Success;

    /// <summary>When it began, by the server's clock.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, by the server's clock.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Page that shows it, without user, query and fragment.</summary>
    public string? Url { get; init; }

    /// <summary>0 stated by hand or by a tag, 1 an exported file, 2 fetched from the provider, 3 a signed attestation or a probe of the artifact. As stated by the source; nothing here verifies signatures.</summary>
    public int Trust { get; init; }

    /// <summary>The time that orders it: when it ended, or else when it began.</summary>
    public DateTimeOffset? Time => FinishedAt ?? StartedAt;

    /// <summary>True when nothing in it leads to a commit, although it is a deployment that would need one.</summary>
    public bool IsUnplaced => Commit is null && Ref is null && Status is not (DeploymentStatus.Built or DeploymentStatus.Removed or DeploymentStatus.RolledBack);
}
