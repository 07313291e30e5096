using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Repository;

/// <summary>The baseline that holds: what somebody wrote, else the commit that brought this package to the repository.</summary>
/// <param name="Policy">The policy with that baseline.</param>
/// <param name="IsCut">Whether what is missing hides that commit, so that everything known is judged.</param>
internal sealed record PolicyBaseline(AttributionPolicy Policy, bool IsCut)
{
    /// <summary>What somebody writes who wants no baseline.</summary>
    public const string All = "all";

    /// <summary>Finds it.</summary>
    /// <exception cref="RepositoryException">History is damaged.</exception>
    public static PolicyBaseline Of(GitRepository repository, string commit, AttributionPolicy policy, CollectOptions options)
    {
        if (!string.IsNullOrWhiteSpace(policy.Since))
            return new PolicyBaseline(policy.Since.Trim() == All ? policy with { Since = null } : policy, false);
        string? start = options.Range is { } range ? repository.FindCommit(range.Split("..", 2)[0]) : null;
        if (Adoption.Find(repository, start ?? commit, options.OnDisk && start is null, options.UseCache) is not { } adoption)
            return new PolicyBaseline(policy, false);
        return adoption.IsCut ? new PolicyBaseline(policy, true) : new PolicyBaseline(policy with { Since = adoption.Commit, IsSinceAdoption = true }, false);
    }
}
