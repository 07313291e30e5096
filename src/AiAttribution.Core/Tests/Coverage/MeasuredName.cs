using System.Text.RegularExpressions;

namespace AiAttribution.Core.Tests.Coverage;

/// <summary>A file name of a coverage report, taken apart.</summary>
internal static partial class MeasuredName
{
    /// <summary>A commit's id in a SourceLink URL; what follows is the path in the repository.</summary>
    [GeneratedRegex("/(?:[0-9a-f]{64}|[0-9a-f]{40})/", RegexOptions.CultureInvariant)]
    private static partial Regex CommitSegment();

    /// <summary>The root that deterministic builds write: <c>/_/</c>, and <c>/_1/</c> and so on for submodules.</summary>
    [GeneratedRegex("^/_[0-9]*/", RegexOptions.CultureInvariant)]
    private static partial Regex DeterministicRoot();

    public static bool IsUrl(string name) => name.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the name was written on Windows, where case does not tell files apart.</summary>
    public static bool IsWindows(string name) => !IsUrl(name) && (name.Contains('\\') || (name.Length > 1 && char.IsAsciiLetter(name[0]) && name[1] == ':'));

    public static bool IsRooted(string name) => name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && char.IsAsciiLetter(name[0]) && name[1] == ':');

    /// <summary>With <c>/</c> only, and without <c>.</c> and <c>..</c> segments.</summary>
    public static string Normalise(string name)
    {
        string slashed = name.Replace('\\', '/');
        var segments = new List<string>();
        foreach (string segment in slashed.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not "." and not "..")
                segments.Add(segment);
        }

        return (slashed.StartsWith('/') ? "/" : "") + string.Join('/', segments);
    }

    /// <summary>What follows the deterministic root; null when there is none.</summary>
    public static string? BelowDeterministicRoot(string name)
    {
        Match root = DeterministicRoot().Match(name);
        return root.Success ? name[root.Length..] : null;
    }

    /// <summary>The commit that a SourceLink URL names; null when it names none.</summary>
    public static string? CommitOfUrl(string name) =>
        IsUrl(name) && CommitSegment().Match(name) is { Success: true } commit ? commit.Value.Trim('/') : null;

    /// <summary>The path in the repository that a SourceLink URL names: after the commit's id, or in <c>path=</c> (Azure DevOps); else the URL's whole path.</summary>
    public static string PathOfUrl(string url)
    {
        Match commit = CommitSegment().Match(url);
        if (commit.Success)
            return Uri.UnescapeDataString(url[(commit.Index + commit.Length)..]);
        int query = url.IndexOf("path=/", StringComparison.Ordinal);
        string path = query >= 0 ? url[(query + 6)..].Split('&')[0] : url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..].Split('?')[0];
        return Uri.UnescapeDataString(path);
    }

    /// <summary>The last two segments: enough to recognise a file, and no folder of a machine.</summary>
    public static string Tail(string name) => string.Join('/', Normalise(name).Split('/').TakeLast(2));
}
