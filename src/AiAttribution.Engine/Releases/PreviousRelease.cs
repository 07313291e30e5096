using AiAttribution.Core.Deployments;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Releases;

/// <summary>Finds the release that a release follows, by what its history has and not by the order of names or times.</summary>
internal static class PreviousRelease
{
    private static readonly Codec Kept = new();

    /// <summary>
    /// The release tag in the history of a commit that no other one there follows; of several the newest. A release with a plain version follows the plain one before and
    /// not its own previews, if there is one; what is not released yet follows the newest of all.
    /// </summary>
    public static TagReference? Of(GitRepository repository, string name, string commit, AttributionPolicy policy)
    {
        TagReference[] releases = [.. repository.Tags().Where(t => t.Commit != commit && policy.DeploymentTags.Any(p => p.Matches(t.Name)))];
        if (releases.Length == 0)
            return null;
        bool isPlain = IsPlainRelease(name, policy);
        if (repository.Caches.Path is not { } folder)
            return Of(repository, releases, commit, isPlain);
        string file = Path.Combine(folder, "release" + CacheFile.Extension);
        string key = $"{commit}|{isPlain}|{repository.Overrides.Fingerprint}|{CacheFolder.Key(string.Join('\n', releases.Select(t => $"{t.Commit} {t.Name}")))}";
        if (CacheFile.Read(file, Kept, key) is { } known)
            return Array.Find(releases, t => t.Name == known.Name);
        TagReference? found = Of(repository, releases, commit, isPlain);
        CacheFile.Write(file, Kept, new KnownRelease(found?.Name), key);
        return found;
    }

    private static TagReference? Of(GitRepository repository, TagReference[] releases, string commit, bool isPlain)
    {
        ICommitOrder order = repository.CommitOrder(releases.Select(t => t.Commit).Append(commit), releases.Select(t => t.Commit));
        TagReference[] before = [.. releases.Where(t => order.IsAncestor(t.Commit, commit))];
        TagReference[] plain = isPlain ? [.. before.Where(t => !IsPreview(t.Name))] : [];
        TagReference[] candidates = plain.Length > 0 ? plain : before;
        return candidates
            .Where(t => !candidates.Any(o => o.Commit != t.Commit && order.IsAncestor(t.Commit, o.Commit)))
            .OrderByDescending(t => t.Time).ThenByDescending(t => t.Name, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool IsPlainRelease(string name, AttributionPolicy policy) => policy.DeploymentTags.Any(p => p.Matches(name)) && !IsPreview(name);

    /// <summary>Whether a version has a label such as <c>-rc.1</c> (SemVer 2.0.0, §9).</summary>
    private static bool IsPreview(string name) => name.Contains('-') && name.IndexOf('-') > name.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);

    /// <summary>The last answer, which takes a walk through all history to find: <c>release.cache</c>.</summary>
    /// <param name="Name">Name of the tag; null for none.</param>
    private sealed record KnownRelease(string? Name);

    private sealed class Codec : CacheCodec<KnownRelease>
    {
        public override void Write(CompactWriter writer, KnownRelease value) => writer.Text(value.Name);

        public override KnownRelease Read(CompactReader reader) => new(reader.Text());
    }
}
