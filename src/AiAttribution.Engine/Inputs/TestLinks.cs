using AiAttribution.Core.Tests.Links;

namespace AiAttribution.Engine.Inputs;

/// <summary>Lines of a method in a file as it is now.</summary>
internal sealed record PlacedLines(string Path, IReadOnlySet<int> Lines);

/// <summary>A production method that tests refer to, placed in the repository.</summary>
internal sealed record PlacedLink(PlacedLines Target, IReadOnlyList<TestMethod> Direct, IReadOnlyList<TestMethod> OneHop);

/// <summary>Which members tests refer to, as the instructions of the last build say.</summary>
internal sealed class TestLinks(IEnumerable<PlacedLink> links, IReadOnlyDictionary<TestMethod, PlacedLines?> tests)
{
    /// <summary>No links: nothing is built, or there are no tests.</summary>
    public static TestLinks None { get; } = new([], new Dictionary<TestMethod, PlacedLines?>());

    private readonly ILookup<string, PlacedLink> _byPath = links.ToLookup(l => l.Target.Path);

    /// <summary>Links to the methods on these lines of a file.</summary>
    public IReadOnlyList<PlacedLink> Of(string path, IReadOnlyList<int> lines) =>
        _byPath.Contains(path) ? [.. _byPath[path].Where(l => lines.Any(l.Target.Lines.Contains))] : [];

    /// <summary>Lines of a file that belong to methods which tests refer to.</summary>
    public IReadOnlySet<int> Lines(string path) => _byPath[path].SelectMany(l => l.Target.Lines).ToHashSet();

    /// <summary>Where a test stands; null when that is not known.</summary>
    public PlacedLines? Place(TestMethod test) => tests.GetValueOrDefault(test);
}
