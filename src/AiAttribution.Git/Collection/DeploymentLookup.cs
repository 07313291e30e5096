using AiAttribution.Core.Attribution;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Trails.Deployments;

namespace AiAttribution.Git.Collection;

/// <summary>Deployment trails of the commits that AI lines come from.</summary>
internal sealed class DeploymentLookup
{
    private static readonly Deployment Nothing = new(DeploymentTrail.Unknown, null);

    private readonly Dictionary<string, Deployment> _ofCommit = new(StringComparer.Ordinal);

    public DeploymentLookup(GitRepository repository, AttributionResult attribution, AttributionPolicy policy)
    {
        Tags = TagDeployments.Select(repository.Tags().Select(t => new DeploymentTag(t.Name, t.Commit, t.Time)), policy.DeploymentTags);
        string[] commits = [.. attribution.Sources.Where(s => s.Evidence.Count > 0).Select(s => s.Commit).Distinct(StringComparer.Ordinal)];
        if (commits.Length == 0)
            return;
        IReadOnlyDictionary<string, int> first = repository.FirstContaining(commits, [.. Tags.Select(t => t.Commit)]);
        DateTimeOffset now = TagDeployments.Now(repository.CommitTime(attribution.Commit), Tags);
        foreach (string commit in commits)
        {
            int? tag = first.TryGetValue(commit, out int index) ? index : null;
            _ofCommit[commit] = TagDeployments.Judge(Tags, tag, repository.CommitTime(commit), now, policy.GraceDays, repository.IsShallow);
        }
    }

    /// <summary>Tags that are deployments, oldest first.</summary>
    public IReadOnlyList<DeploymentTag> Tags { get; }

    public Deployment Of(LineSource source) => _ofCommit.GetValueOrDefault(source.Commit) ?? Nothing;
}
