using AiAttribution.Core.Policy;

namespace AiAttribution.Core.Trails.Deployments;

/// <summary>Deployment trails by tags.</summary>
public static class TagDeployments
{
    /// <summary>The tags that match one of the patterns, oldest first; of the same time, by commit and name.</summary>
    public static IReadOnlyList<DeploymentTag> Select(IEnumerable<DeploymentTag> tags, IReadOnlyList<Glob> patterns) =>
    [
        .. tags.Where(t => patterns.Any(p => p.Matches(t.Name)))
            .OrderBy(t => t.Time)
            .ThenBy(t => t.Commit, StringComparer.Ordinal)
            .ThenBy(t => t.Name.Length)
            .ThenBy(t => t.Name, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The trail of a commit. Without any deployment tag it is unknown. A commit that no tag contains is pending while it is at most <paramref name="graceDays"/>
    /// older than <paramref name="now"/>, and none after that. In a shallow clone a tag may contain it beyond the boundary, so there it is unknown.
    /// </summary>
    /// <param name="tags">What <see cref="Select"/> gave.</param>
    /// <param name="first">Index in <paramref name="tags"/> of the first that contains the commit; null when none does.</param>
    /// <param name="committed">The commit's time.</param>
    /// <param name="now">Time of the newest thing in the repository (<see cref="Now"/>), so that the same commit gives the same answer on any day.</param>
    /// <param name="graceDays">The policy's grace.</param>
    /// <param name="isShallow">Whether history is cut off.</param>
    public static Deployment Judge(IReadOnlyList<DeploymentTag> tags, int? first, DateTimeOffset committed, DateTimeOffset now, int graceDays, bool isShallow)
    {
        if (first is int index)
            return new Deployment(DeploymentTrail.Deployed, tags[index].Name);
        if (tags.Count == 0 || isShallow)
            return new Deployment(DeploymentTrail.Unknown, null);
        return new Deployment(now - committed <= TimeSpan.FromDays(graceDays) ? DeploymentTrail.Pending : DeploymentTrail.None, null);
    }

    /// <summary>The later of the attributed commit's time and the newest deployment's.</summary>
    public static DateTimeOffset Now(DateTimeOffset head, IReadOnlyList<DeploymentTag> tags) => tags.Count > 0 && tags[^1].Time > head ? tags[^1].Time : head;
}
