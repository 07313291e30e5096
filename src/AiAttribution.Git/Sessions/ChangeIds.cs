using System.Security.Cryptography;
using System.Text;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Sessions;

/// <summary>Names what changes between two trees, so that the same change is known again under another commit: git's patch id behind a hash of the paths.</summary>
internal sealed class ChangeIds(GitRepository repository)
{
    private const int PathsLength = 12;

    private readonly CommitChanges _changes = new(repository);

    /// <summary>The first part of an id, which the paths alone decide: what has another one need not be compared. Null when nothing changes.</summary>
    public string? Paths(ObjectId? before, ObjectId after)
    {
        string paths = string.Concat(PathsOf(before, after).Order(StringComparer.Ordinal).Select(path => path + "\n"));
        return paths.Length == 0 ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(paths)))[..PathsLength].ToLowerInvariant();
    }

    /// <summary>The paths that change.</summary>
    public IEnumerable<string> PathsOf(ObjectId? before, ObjectId after) => _changes.Changes(before, after).Select(change => change.Path).Distinct(StringComparer.Ordinal);

    /// <summary>Id of the change, hexadecimal digits; null when nothing changes, or too much.</summary>
    public string? Of(ObjectId? before, ObjectId after)
    {
        using var patch = new PatchId(repository);
        return Paths(before, after) is { } paths && patch.Of(_changes.Changes(before, after)) is { } id ? paths + id : null;
    }

    /// <summary>Whether two ids name changes of the same paths.</summary>
    public static bool HasPaths(string id, string paths) => id.StartsWith(paths, StringComparison.Ordinal);
}
