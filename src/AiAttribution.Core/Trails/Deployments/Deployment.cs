namespace AiAttribution.Core.Trails.Deployments;

/// <summary>What is known of the deployment of one commit.</summary>
/// <param name="Trail">The state.</param>
/// <param name="First">Name of the first deployment that contains the commit; null unless deployed.</param>
public sealed record Deployment(DeploymentTrail Trail, string? First);
