namespace AiAttribution.Engine.Inputs;

/// <summary>What a search of built tests for references says of the lines of files.</summary>
internal sealed class SearchedTests
{
    private readonly Dictionary<string, Lines> _files = new(StringComparer.Ordinal);

    /// <summary>Full paths of the assemblies that were searched; empty where no test is among them.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>Adds what one assembly says of a file; a file of several assemblies is known only where all know it.</summary>
    /// <param name="path">Path from the repository root.</param>
    /// <param name="tests">Names of test assemblies that refer to the assembly; empty when nothing can be said.</param>
    /// <param name="reached">Lines that tests may reach.</param>
    /// <param name="unreached">Lines of methods that none reaches.</param>
    public void Add(string path, IReadOnlyList<string> tests, IEnumerable<int> reached, IEnumerable<int> unreached)
    {
        if (!_files.TryGetValue(path, out Lines? lines))
            _files[path] = lines = new Lines(new SortedSet<string>(StringComparer.Ordinal), [], []);
        lines.IsKnown &= tests.Count > 0;
        lines.Tests.UnionWith(tests);
        lines.Reached.UnionWith(reached);
        lines.Unreached.UnionWith(unreached);
    }

    /// <summary>Simple names of the test assemblies that were searched for references to the member with these code lines, when there is none; empty where one may refer to it, or that is not known.</summary>
    public IReadOnlyList<string> Without(string path, IReadOnlyList<int> codeLines) =>
        _files.TryGetValue(path, out Lines? file) && file.IsKnown && codeLines.Any(file.Unreached.Contains) && !codeLines.Any(file.Reached.Contains) ? [.. file.Tests] : [];

    private sealed record Lines(SortedSet<string> Tests, HashSet<int> Reached, HashSet<int> Unreached)
    {
        public bool IsKnown { get; set; } = true;
    }
}
