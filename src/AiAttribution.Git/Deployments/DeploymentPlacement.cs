using AiAttribution.Core.Deployments;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Deployments;

/// <summary>Finds the commits of records in the repository.</summary>
internal sealed class DeploymentPlacement(GitRepository repository)
{
    private readonly Dictionary<string, string> _tags = Names(repository.Tags());

    /// <summary>Records whose commit is here.</summary>
    public List<PlacedDeployment> Placed { get; } = [];

    /// <summary>Records whose commit is not here.</summary>
    public List<DeploymentRecord> Missing { get; } = [];

    public void Add(DeploymentRecord record)
    {
        string? commit = record.Commit ?? (record.Ref is { } reference && reference.StartsWith("refs/", StringComparison.Ordinal) ? repository.FindCommit(reference) : null);
        if (commit is null && record.Status is DeploymentStatus.Removed or DeploymentStatus.RolledBack)
            Placed.Add(new PlacedDeployment(record, null, null, ""));
        else if (commit is null || commit.Length != repository.Objects.IdLength * 2 || !repository.Graph.TryRead(ObjectId.Parse(commit), out CommitNode? node))
            Missing.Add(record);
        else
            Placed.Add(new PlacedDeployment(record, commit, node.Tree.ToHex(repository.Objects.IdLength), Name(record, commit)));
    }

    private string Name(DeploymentRecord record, string commit) => record.Version ?? _tags.GetValueOrDefault(commit) ?? commit[..10];

    /// <summary>Of several tags at one commit the shortest names it.</summary>
    private static Dictionary<string, string> Names(IReadOnlyList<TagReference> tags) => tags
        .GroupBy(t => t.Commit, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.OrderBy(t => t.Name.Length).ThenBy(t => t.Name, StringComparer.Ordinal).First().Name, StringComparer.Ordinal);
}
