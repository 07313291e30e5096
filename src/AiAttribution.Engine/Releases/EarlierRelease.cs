using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Policy;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Releases;

/// <summary>Finds the release before the attributed commit, so that a report without a range can tell what is new.</summary>
internal static class EarlierRelease
{
    /// <summary>The release; null when no release tag lies before.</summary>
    /// <param name="history">The history.</param>
    /// <param name="policy">Says which tags are releases.</param>
    public static ReleaseSince? Of(CollectedHistory history, AttributionPolicy policy)
    {
        GitRepository repository = history.Repository;
        string head = history.Scan.Attribution.Commit;
        string? current = repository.Tags().FirstOrDefault(t => t.Commit == head && policy.DeploymentTags.Any(p => p.Matches(t.Name)))?.Name;
        if (PreviousRelease.Of(repository, current ?? "HEAD", head, policy) is not { } before)
            return null;
        HashSet<string> commits = [.. CommitRange.Read(repository, $"{before.Commit}..{head}").Commits];
        return new ReleaseSince(before.Name, before.Commit, repository.CommitTime(before.Commit), commits, AiCommits.Of(history).Count(commits.Contains)) { Current = current };
    }
}
