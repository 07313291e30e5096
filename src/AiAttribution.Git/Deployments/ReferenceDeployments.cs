using AiAttribution.Core.Deployments;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Deployments;

/// <summary>Tags and release branches as deployments. They only say that somebody may deploy, so they are the weakest source.</summary>
internal static class ReferenceDeployments
{
    public static IEnumerable<DeploymentRecord> Of(GitRepository repository, AttributionPolicy policy)
    {
        foreach (TagReference tag in repository.Tags().Where(t => policy.DeploymentTags.Any(p => p.Matches(t.Name))))
            yield return Record("tag", tag, Publications.Release);
        if (policy.DeploymentBranches.Count == 0)
            yield break;
        foreach (TagReference branch in repository.Branches().Where(b => policy.DeploymentBranches.Any(p => p.Matches(b.Name))))
            yield return Record("branch", branch, Publications.Branch);
    }

    private static DeploymentRecord Record(string source, TagReference reference, string environment) => new()
    {
        Source = source,
        SourceId = reference.Name,
        Environment = environment,
        Tier = DeploymentTier.Production,
        Commit = reference.Commit,
        Version = reference.Name,
        FinishedAt = reference.Time,
    };
}
