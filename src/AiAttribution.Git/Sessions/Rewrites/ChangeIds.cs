using System.Security.Cryptography;
using System.Text;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Sessions.Rewrites;

/// <summary>
/// Names what changes between two trees, so that the same change is known again under another commit, as <c>git patch-id</c> does: by paths, and by added and removed lines
/// without regard to white space at their ends.
/// </summary>
internal sealed class ChangeIds(GitRepository repository)
{
    private const int PathsLength = 12;
    private const int Length = 32;

    private readonly CommitChanges _changes = new(repository);

    /// <summary>The first part of an id, which the paths alone decide: what has another one need not be compared. Null when nothing changes.</summary>
    public string? Paths(ObjectId? before, ObjectId after)
    {
        string[] paths = [.. _changes.Paths(before, after).Order(StringComparer.Ordinal)];
        return paths.Length == 0 ? null : Hash(string.Concat(paths.Select(path => path + "\n")))[..PathsLength];
    }

    /// <summary>The paths that change.</summary>
    public IEnumerable<string> PathsOf(ObjectId? before, ObjectId after) => _changes.Paths(before, after);

    /// <summary>Id of the change, 32 hexadecimal digits; null when nothing changes.</summary>
    public string? Of(ObjectId? before, ObjectId after)
    {
        if (Paths(before, after) is not { } paths)
            return null;
        var text = new StringBuilder();
        foreach (CommittedFile file in _changes.Between(before, after))
        {
            text.Append(file.Path).Append('\n');
            foreach (string line in file.Removed())
                text.Append('-').Append(line.AsSpan().TrimEnd()).Append('\n');
            foreach (string line in file.Added())
                text.Append('+').Append(line.AsSpan().TrimEnd()).Append('\n');
        }

        return paths + Hash(text.ToString())[..(Length - PathsLength)];
    }

    /// <summary>Whether two ids name changes of the same paths.</summary>
    public static bool HasPaths(string id, string paths) => id.StartsWith(paths, StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
