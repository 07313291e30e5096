namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Says which file of the repository a name in a coverage report means.</summary>
internal sealed class PathResolver
{
    private readonly string? _root;
    private readonly HashSet<string> _paths;
    private readonly Dictionary<string, string> _pathsIgnoringCase;
    private readonly Lazy<PathSuffixes> _suffixes;
    private readonly Lazy<PathSuffixes> _suffixesIgnoringCase;

    /// <param name="root">Absolute path of the repository on this machine; null when it has no working tree.</param>
    /// <param name="paths">Files of the repository, with <c>/</c>.</param>
    public PathResolver(string? root, IEnumerable<string> paths)
    {
        _root = root is null ? null : MeasuredName.Normalise(root).TrimEnd('/') + "/";
        _paths = [.. paths];
        _pathsIgnoringCase = _paths.GroupBy(p => p, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).First(), StringComparer.OrdinalIgnoreCase);
        _suffixes = new(() => new PathSuffixes(_paths, StringComparison.Ordinal));
        _suffixesIgnoringCase = new(() => new PathSuffixes(_paths, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The path from the repository root; null when the name cannot be placed. In this order: inside the repository; one of the report's sources and the name;
    /// below <c>/_/</c>; the path in a SourceLink URL; the only file with the same end of at least two segments.
    /// </summary>
    public string? Resolve(string name, IReadOnlyList<string> sources)
    {
        bool ignoreCase = MeasuredName.IsWindows(name) || sources.Any(MeasuredName.IsWindows);
        string plain = MeasuredName.IsUrl(name) ? MeasuredName.PathOfUrl(name) : name;
        IReadOnlyList<string> candidates = [.. Candidates(plain, sources).Select(MeasuredName.Normalise)];
        return First(candidates, c => InsideRepository(c, ignoreCase) ?? Known(MeasuredName.BelowDeterministicRoot(c) ?? c, ignoreCase))
            ?? First(candidates, c => (ignoreCase ? _suffixesIgnoringCase : _suffixes).Value.Find(c));
    }

    private static IEnumerable<string> Candidates(string name, IReadOnlyList<string> sources) =>
        MeasuredName.IsRooted(name) ? [name] : [.. sources.Where(s => s.Length > 0).Select(s => s + "/" + name), name];

    private static string? First(IReadOnlyList<string> candidates, Func<string, string?> resolve) =>
        candidates.Select(resolve).FirstOrDefault(p => p is not null);

    private string? InsideRepository(string candidate, bool ignoreCase)
    {
        StringComparison comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (_root is null || !candidate.StartsWith(_root, comparison))
            return null;
        string path = candidate[_root.Length..];
        return Known(path, ignoreCase) ?? path;
    }

    private string? Known(string path, bool ignoreCase)
    {
        if (ignoreCase)
            return _pathsIgnoringCase.GetValueOrDefault(path);
        return _paths.Contains(path) ? path : null;
    }
}
