using AiAttribution.Core.Policy;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Releases;

/// <summary>Who judges a range: whoever is judged does not choose the judge, so the policy of the base decides, and one that the range makes stricter counts besides.</summary>
/// <param name="PolicyRevision">Full id of the commit whose policy decides; null where the one on disk does.</param>
/// <param name="HeadCounts">Whether the range changes the policy, so that it is judged by its own, too.</param>
/// <param name="Fork">Full id of the commit that the range's own changes are compared with.</param>
/// <param name="Note">Whose policy decides, one sentence with full stop.</param>
internal sealed record RangeBase(string? PolicyRevision, bool HeadCounts, string Fork, string Note)
{
    /// <summary>Finds who judges.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="options">Name the policy.</param>
    /// <param name="range">The range.</param>
    /// <param name="name">Its earlier end, as it was asked for.</param>
    public static RangeBase Of(GitRepository repository, CollectOptions options, CommitRange range, string name)
    {
        string fork = ForkPoint.Of(repository, range.Start, range.End) ?? range.Start;
        bool isGiven = !string.IsNullOrEmpty(options.PolicyPath);
        string? path = PolicySource.PathOf(repository, options);
        if (path is null || Entry(repository, range.Start, path) is null)
        {
            return new RangeBase(null, false, fork, isGiven
                ? "The policy that was given decides."
                : $"'{name}' has no {AttributionPolicy.FileName}, so the policy of the change itself decides.");
        }

        bool isChanged = !SameText(repository.ReadFile(fork, path, PolicySource.MostBytes), Head(repository, range.End, path));
        return new RangeBase(range.Start, isChanged, fork, $"The policy of '{name}' decides{(isChanged ? "; what the change makes stricter counts, too" : "")}.");
    }

    private static TreeEntry? Entry(GitRepository repository, string commit, string path) => repository.FindEntry(commit, path) is { Mode: not 0 } entry ? entry : null;

    private static byte[]? Head(GitRepository repository, string commit, string path) => RepositoryFiles.ReadBytes(repository, commit, path);

    private static bool SameText(byte[]? one, byte[]? other) => one is null || other is null ? one == other : one.AsSpan().SequenceEqual(other);
}
