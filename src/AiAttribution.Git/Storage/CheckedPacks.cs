using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Storage;

/// <summary>The packs of a repository. git may pack again while it is read: what appears is checked before libgit2 hears of it.</summary>
/// <param name="folders">The folders of objects.</param>
internal sealed class CheckedPacks(IReadOnlyList<string> folders)
{
    private readonly HashSet<string> _sound = new(StringComparer.Ordinal);
    private readonly object _gate = new();

    /// <summary>Full paths of the indexes that are sound, in the order of their folders; those that are new since the last call are checked now.</summary>
    /// <exception cref="RepositoryException">One is damaged, or has no pack.</exception>
    public IReadOnlyList<string> Find()
    {
        lock (_gate)
        {
            foreach (string folder in folders)
                PackFolder.Check(folder, _sound);
            return [.. _sound];
        }
    }
}
