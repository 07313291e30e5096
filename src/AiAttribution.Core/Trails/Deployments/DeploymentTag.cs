namespace AiAttribution.Core.Trails.Deployments;

/// <summary>A tag that stands for a deployment.</summary>
/// <param name="Name">Name without <c>refs/tags/</c>.</param>
/// <param name="Commit">Full id of the commit it points at.</param>
/// <param name="Time">When it was made, or else the commit's time.</param>
public sealed record DeploymentTag(string Name, string Commit, DateTimeOffset Time);
