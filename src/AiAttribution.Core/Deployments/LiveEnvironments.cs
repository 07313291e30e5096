using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments;

/// <summary>Which deployments make code live.</summary>
internal static class LiveEnvironments
{
    /// <summary>
    /// Deployments to environments that match a pattern of the policy (<c>deployment.environments</c>). Without patterns: those to production, and where there are none, releases, tags and
    /// release branches of that tier. A tag says that somebody may deploy; what the servers say weighs more.
    /// </summary>
    public static IReadOnlyList<DeploymentRecord> Select(IEnumerable<DeploymentRecord> records, IReadOnlyList<Glob>? environments)
    {
        DeploymentRecord[] deployments = [.. records.Where(r => r.Status != DeploymentStatus.Built)];
        if (environments is not null)
            return [.. deployments.Where(r => environments.Any(e => e.Matches(r.Environment)))];
        DeploymentRecord[] production = [.. deployments.Where(r => r.Tier == DeploymentTier.Production)];
        DeploymentRecord[] servers = [.. production.Where(r => !Publications.Contains(r.Environment))];
        return servers.Length > 0 ? servers : production;
    }
}
