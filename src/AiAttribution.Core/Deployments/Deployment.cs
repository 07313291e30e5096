namespace AiAttribution.Core.Deployments;

/// <summary>What is known of the deployment of one change.</summary>
/// <param name="Trail">The state.</param>
/// <param name="First">First deployment that contains the change, such as <c>v2.3 on production</c>: of those that are live, or of those that were; null when there is none.</param>
internal sealed record Deployment(DeploymentTrail Trail, string? First)
{
    /// <summary>Nothing is known.</summary>
    public static Deployment Unknown { get; } = new(DeploymentTrail.Unknown, null);

    /// <summary>The change is not committed yet, so nothing can have brought it.</summary>
    public static Deployment NotCommitted { get; } = new(DeploymentTrail.Pending, null);

    /// <summary>Why nothing is known, where nothing is.</summary>
    public DeploymentGap Gap { get; init; }

    /// <summary>The deployment beside this history that holds a part of the change; null where that is not why nothing is known.</summary>
    public string? Beside { get; init; }

    /// <summary>Nothing is known, for a reason.</summary>
    public static Deployment NotKnown(DeploymentGap gap, string? beside = null) => Unknown with { Gap = gap, Beside = beside };

    /// <summary>When the change first shipped; null when it did not, or the time is not known.</summary>
    public DateTimeOffset? Shipped { get; init; }

    /// <summary>True when the deployed history lacks the commit and the deployed files hold its lines: squashed, rebased or cherry-picked.</summary>
    public bool ByContent { get; init; }

    /// <summary>The state in words, such as <c>shipped in v2.3 on production, live</c>.</summary>
    public string Words => Trail switch
    {
        DeploymentTrail.Deployed when ByContent => $"shipped in {First} under another commit, live",
        DeploymentTrail.Deployed => $"shipped in {First}, live",
        DeploymentTrail.RolledBack => $"shipped in {First}, no longer live",
        DeploymentTrail.Pending => "not deployed yet",
        DeploymentTrail.None => "not deployed",
        _ => "not known",
    };
}
