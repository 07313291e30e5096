using AiAttribution.Core.Deployments;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Rules;

/// <summary>Deployments that a range made of itself: they are no evidence that somebody else shipped it.</summary>
internal sealed class OwnDeployments
{
    private readonly HashSet<string> _commits;

    /// <param name="repository">The repository.</param>
    /// <param name="policy">Says which files have records.</param>
    /// <param name="range">The range.</param>
    public OwnDeployments(GitRepository repository, AttributionPolicy policy, CommitRange range) =>
        _commits = ChangesRecords(repository, policy, range) ? [.. range.Commits] : [range.End];

    /// <summary>Whether it is a tag or a deployment of the range's own end; where the range writes records itself, of any of its commits.</summary>
    public bool Has(PlacedDeployment deployment) => deployment.Commit is { } commit && _commits.Contains(commit);

    private static bool ChangesRecords(GitRepository repository, AttributionPolicy policy, CommitRange range)
    {
        List<TreeChange> changes = [];
        new TreeComparer(repository.Trees).Compare(Tree(repository, range.Start), Tree(repository, range.End), changes);
        return changes.Any(c => policy.DeploymentFiles.Any(f => f.Matches(c.Path)));
    }

    private static ObjectId Tree(GitRepository repository, string commit) => repository.Graph.Read(ObjectId.Parse(commit)).Tree;
}
