using AiAttribution.Core.Deployments;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Releases;

/// <summary>Finds the release that a release follows, by what its history has and not by the order of names or times.</summary>
internal static class PreviousRelease
{
    /// <summary>
    /// The release tag in the history of a commit that no other one there follows; of several the newest. A release with a plain version follows the plain one before and
    /// not its own previews, if there is one; what is not released yet follows the newest of all.
    /// </summary>
    public static TagReference? Of(GitRepository repository, string name, string commit, AttributionPolicy policy)
    {
        TagReference[] releases = [.. repository.Tags().Where(t => t.Commit != commit && policy.DeploymentTags.Any(p => p.Matches(t.Name)))];
        if (releases.Length == 0)
            return null;
        ICommitOrder order = repository.CommitOrder(releases.Select(t => t.Commit).Append(commit), releases.Select(t => t.Commit));
        TagReference[] before = [.. releases.Where(t => order.IsAncestor(t.Commit, commit))];
        TagReference[] plain = IsPlainRelease(name, policy) ? [.. before.Where(t => !IsPreview(t.Name))] : [];
        TagReference[] candidates = plain.Length > 0 ? plain : before;
        return candidates
            .Where(t => !candidates.Any(o => o.Commit != t.Commit && order.IsAncestor(t.Commit, o.Commit)))
            .OrderByDescending(t => t.Time).ThenByDescending(t => t.Name, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool IsPlainRelease(string name, AttributionPolicy policy) => policy.DeploymentTags.Any(p => p.Matches(name)) && !IsPreview(name);

    /// <summary>Whether a version has a label such as <c>-rc.1</c> (SemVer 2.0.0, §9).</summary>
    private static bool IsPreview(string name) => name.Contains('-') && name.IndexOf('-') > name.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
}
