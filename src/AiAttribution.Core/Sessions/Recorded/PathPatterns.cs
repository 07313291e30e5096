using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>Files of the attributed commit, by patterns.</summary>
internal sealed class PathPatterns(IReadOnlyList<Glob> patterns)
{
    /// <summary>The part of each pattern before its first wildcard, as a folder: nothing else needs to be looked at.</summary>
    public IReadOnlyList<string> Folders { get; } = [.. patterns.Select(Folder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public bool Match(string path) => patterns.Any(pattern => pattern.Matches(path));

    private static string Folder(Glob pattern)
    {
        // A pattern without a slash matches in every folder.
        string text = pattern.Pattern.Contains('/', StringComparison.Ordinal) ? pattern.Pattern.TrimStart('/') : "";
        int wildcard = text.AsSpan().IndexOfAny("*?[");
        string literal = wildcard < 0 ? text : text[..wildcard];
        int slash = literal.LastIndexOf('/');
        return slash < 0 ? "" : literal[..slash];
    }
}
