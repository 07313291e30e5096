using AiAttribution.Core.Policy;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Releases;

/// <summary>A release and what it is compared with.</summary>
/// <param name="Before">Name of the earlier end, as it was asked for.</param>
/// <param name="BeforeCommit">Its full id.</param>
/// <param name="After">Name of the later end.</param>
/// <param name="Range">The commits that the later end has and the earlier one has not.</param>
internal sealed record ReleaseRange(string Before, string BeforeCommit, string After, CommitRange Range)
{
    /// <summary>Name of the commit whose policy decides: for a pull request the tip of its target, not the place where it left it, which the change itself chose.</summary>
    public string Target { get; init; } = Before;

    private const string WayOut = "name two ends, as in v1.2..v1.3";

    /// <summary>
    /// Reads <c>A..B</c>; <c>A...B</c>, which starts where B left A, as a pull request does; or one tag, which is compared with the release before it. An end that is left out is HEAD.
    /// </summary>
    /// <param name="options">Name the repository and its policy, which says what tags are releases.</param>
    /// <param name="text">The range.</param>
    /// <exception cref="RepositoryException">There is no repository, an end names no commit, or there is no release before.</exception>
    public static ReleaseRange Read(CollectOptions options, string text)
    {
        using GitRepository repository = GitRepository.Open(options.StartDirectory);
        repository.SteeredBy = repository.ResolveCommit(Or(text.Split("..")[^1].TrimStart('.')));
        return Read(repository, text, PolicySource.Read(repository, repository.SteeredBy, options).Policy ?? AttributionPolicy.Default);
    }

    private static ReleaseRange Read(GitRepository repository, string text, AttributionPolicy policy)
    {
        bool forks = text.Contains("...", StringComparison.Ordinal);
        string[] ends = text.Split(forks ? "..." : "..", 2);
        string after = Or(ends[^1]);
        string afterCommit = repository.ResolveCommit(after);
        if (ends.Length == 1)
        {
            TagReference before = PreviousRelease.Of(repository, after, afterCommit, policy)
                ?? throw new RepositoryException(RepositoryProblem.BadRevision, $"no release tag lies before '{after}'", WayOut + ", or fetch the tags: git fetch --tags");
            return Of(repository, before.Name, before.Commit, after, afterCommit);
        }

        string name = Or(ends[0]);
        string commit = repository.ResolveCommit(name);
        if (!forks)
            return Of(repository, name, commit, after, afterCommit);
        string fork = ForkPoint.Of(repository, commit, afterCommit)
            ?? throw new RepositoryException(RepositoryProblem.BadRevision, $"'{name}' and '{after}' have no commit in common", "fetch the history: git fetch --unshallow, or " + WayOut);
        ReleaseRange range = Of(repository, fork == commit ? name : fork[..12], fork, after, afterCommit);
        return range with { Target = name, Range = range.Range with { Start = commit } };
    }

    private static ReleaseRange Of(GitRepository repository, string before, string beforeCommit, string after, string afterCommit) =>
        new(before, beforeCommit, after, CommitRange.Read(repository, $"{beforeCommit}..{afterCommit}") with { Text = $"{before}..{after}" });

    private static string Or(string end) => end.Length == 0 ? "HEAD" : end;
}
