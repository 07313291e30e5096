using AiAttribution.Core.Text;

namespace AiAttribution.Git.Scanning;

/// <summary>Which paths are attributed: a value, so that a cached result can be named by it.</summary>
internal sealed class PathFilter
{
    private readonly Predicate<string> _matches;

    private PathFilter(string name, Predicate<string> matches) => (Name, _matches) = (name, matches);

    /// <summary>Paths that end in <c>.cs</c>, whatever their case.</summary>
    public static PathFilter CSharp { get; } = new("C#", path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));

    /// <summary>The same for filters that take the same paths.</summary>
    public string Name { get; }

    /// <summary>The only paths that it takes; null when it takes patterns.</summary>
    public IReadOnlyCollection<string>? Files { get; private init; }

    /// <summary>Paths that match one of some patterns. Patterns of C# files stand for all of them: the build's result has those lines, too.</summary>
    public static PathFilter Of(IReadOnlyCollection<string> patterns)
    {
        if (patterns.All(pattern => pattern.EndsWith(".cs", StringComparison.Ordinal)))
            return CSharp;
        Glob[] globs = [.. patterns.Select(Glob.ForPaths)];
        return new PathFilter(Joined("globs", patterns), path => globs.Any(glob => glob.Matches(path)));
    }

    /// <summary>These files and no others.</summary>
    public static PathFilter OfFiles(IEnumerable<string> paths)
    {
        HashSet<string> files = paths.ToHashSet(StringComparer.Ordinal);
        return new PathFilter(Joined("files", files), files.Contains) { Files = files };
    }

    /// <summary>Whether a path, from the repository root and with <c>/</c>, is attributed.</summary>
    public bool Matches(string path) => _matches(path);

    private static string Joined(string kind, IEnumerable<string> parts) => string.Join('\0', parts.Order(StringComparer.Ordinal).Prepend(kind));
}
