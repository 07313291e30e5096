using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Tests.Links;

namespace AiAttribution.Engine.Inputs;

/// <summary>Searches what the last builds left for references of tests to members.</summary>
/// <param name="output">What builds left.</param>
/// <param name="resolver">Places the documents of symbols in the repository.</param>
/// <param name="texts">The texts that are judged.</param>
/// <param name="sources">Tells of sources that came after a build.</param>
internal sealed class SearchLoader(OutputFiles output, PathResolver resolver, CurrentTexts texts, NewSources sources)
{
    private const long MostBytes = 64 << 20;
    private const long MostBytesOfAll = 768 << 20;
    private const int MostAssemblies = 500;

    private readonly Dictionary<(string, SourceChecksum), bool> _matches = [];

    public SearchedTests Load()
    {
        FileInfo[] files = [.. Candidates().Take(MostAssemblies + 1)];
        if (files.Length > MostAssemblies || files.Sum(f => f.Length) > MostBytesOfAll)
            return new SearchedTests();
        (FileInfo File, BuiltAssembly Built)[] built = [.. files.Select(f => (f, Read(f))).Where(b => b.Item2 is not null).Select(b => (b.f, b.Item2!))];
        IReadOnlyList<SearchedAssembly> found = ReferenceSearch.Find([.. built.Select(b => b.Built)]);
        var searched = new SearchedTests { Assemblies = found.Any(a => a.IsTest) ? [.. built.Select(b => b.File.FullName)] : [] };
        foreach (SearchedAssembly assembly in found)
        {
            foreach ((string name, SearchedDocument document) in assembly.Documents)
            {
                if (Place(name) is { } path)
                    searched.Add(path, assembly.Tests, document.Reached, document.Unreached);
            }
        }

        return searched;
    }

    /// <summary>Assemblies with symbols beside them, and programs and tests that may have them inside; copies once, programs of a system left out that start an assembly.</summary>
    private IEnumerable<FileInfo> Candidates()
    {
        ILookup<string, string> beside = output.Files.ToLookup(Stem, f => f.Extension.ToLowerInvariant(), StringComparer.Ordinal);
        return output.Files
            .Where(f => f.Extension.ToLowerInvariant() is var end && (end == ".dll" || (end == ".exe" && !beside[Stem(f)].Contains(".dll"))) && (beside[Stem(f)].Contains(".pdb") || beside[Stem(f)].Contains(".json")))
            .DistinctBy(f => (f.Name, f.Length, f.LastWriteTimeUtc));
    }

    /// <summary>What a file is; null when it was not built of this repository. One that cannot be read, and whose symbols say that it was, has no <see cref="BuiltAssembly.Files"/>.</summary>
    private BuiltAssembly? Read(FileInfo file)
    {
        byte[]? image = file.Length <= MostBytes ? OutputFile.Read(file.FullName) : null;
        byte[]? symbols = OutputFile.Read(Path.ChangeExtension(file.FullName, ".pdb"));
        IReadOnlyList<SymbolDocument> documents = (symbols ?? image) is { } holder ? PortablePdb.Read(holder) : [];
        (string Path, SourceChecksum? Checksum)[] own = [.. documents.Select(d => (Place(d.Name)!, d.Checksum)).Where(d => d.Item1 is not null)];
        if (own.Length == 0 || own.Length * 2 < documents.Count(d => !NewSources.IsMade(d.Name)))
            return null;
        HashSet<string> paths = [.. own.Select(d => d.Path)];
        bool isOfNow = Array.TrueForAll(own, d => d.Checksum is { } checksum && Matches(d.Path, checksum)) && !sources.AnyOf(paths, file.LastWriteTimeUtc);
        return new BuiltAssembly(Path.GetFileNameWithoutExtension(file.Name), image is null ? null : new LinkedAssembly(image, symbols), isOfNow) { Project = sources.ProjectOf(paths) };
    }

    /// <summary>Where a document stands in the repository; null for one that the build made, or that lies elsewhere.</summary>
    private string? Place(string document) => NewSources.IsMade(document) ? null : resolver.Resolve(document, []) is { } path && !NewSources.IsMade("/" + path) ? path : null;

    private bool Matches(string path, SourceChecksum checksum)
    {
        if (!_matches.TryGetValue((path, checksum), out bool matches))
            _matches[(path, checksum)] = matches = texts.Read(path) is { } now && TextVariants.Matches(checksum, now);
        return matches;
    }

    private static string Stem(FileInfo file) =>
        file.FullName.EndsWith(OutputFiles.Dependencies, StringComparison.OrdinalIgnoreCase) ? file.FullName[..^OutputFiles.Dependencies.Length] : Path.ChangeExtension(file.FullName, null);
}
