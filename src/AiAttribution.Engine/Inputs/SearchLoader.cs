using AiAttribution.Core.Tests.Binding;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Tests.Links;
using AiAttribution.Core.Tests.Reach;
using AiAttribution.Core.Text;

namespace AiAttribution.Engine.Inputs;

/// <summary>Searches what the last builds left for references of tests to members.</summary>
/// <param name="output">What builds left.</param>
/// <param name="resolver">Places the documents of symbols in the repository.</param>
/// <param name="texts">The texts that are judged.</param>
/// <param name="root">Full path of the working tree.</param>
/// <param name="committed">Paths of the commit's files.</param>
internal sealed class SearchLoader(OutputFiles output, PathResolver resolver, CurrentTexts texts, string root, IReadOnlyList<string> committed)
{
    private const long MostBytes = 64 << 20;
    private const long MostBytesOfAll = 768 << 20;
    private const int MostAssemblies = 500;

    private static readonly Glob[] Sources = [Glob.ForPaths("*.cs"), Glob.ForPaths("*.vb"), Glob.ForPaths("*.fs")];

    private readonly Dictionary<(string, SourceChecksum), bool> _matches = [];
    private readonly Lazy<(string Path, DateTime Written)[]> _sources = new(() => [.. CoverageSearch.Find(root, Sources).Select(f => (Path.GetRelativePath(root, f).Replace('\\', '/'), File.GetLastWriteTimeUtc(f)))]);

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
        if (own.Length == 0 || own.Length * 2 < documents.Count(d => !IsMade(d.Name)))
            return null;
        bool isOfNow = Array.TrueForAll(own, d => d.Checksum is { } checksum && Matches(d.Path, checksum)) && !HasNewSource([.. own.Select(d => d.Path)], file.LastWriteTimeUtc);
        return new BuiltAssembly(Path.GetFileNameWithoutExtension(file.Name), image is null ? null : new LinkedAssembly(image, symbols), isOfNow);
    }

    /// <summary>Where a document stands in the repository; null for one that the build made, or that lies elsewhere.</summary>
    private string? Place(string document) => IsMade(document) ? null : resolver.Resolve(document, []) is { } path && !IsMade(path) ? path : null;

    private static bool IsMade(string document) => document.Replace('\\', '/').Contains("/obj/", StringComparison.OrdinalIgnoreCase) || document.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    private bool Matches(string path, SourceChecksum checksum)
    {
        if (!_matches.TryGetValue((path, checksum), out bool matches))
            _matches[(path, checksum)] = matches = texts.Read(path) is { } now && TextVariants.Matches(checksum, now);
        return matches;
    }

    /// <summary>Whether there is a source in the project's folder that came after the build: it may have a test, or a call.</summary>
    private bool HasNewSource(HashSet<string> own, DateTime built)
    {
        string folder = CommonFolder(own);
        bool isNew = _sources.Value.Any(s => s.Written > built && IsOf(s.Path)) || (_sources.Value is { Length: CoverageSearch.MostFiles } newest && newest[^1].Written > built);
        return isNew || committed.Any(c => IsOf(c) && Array.Exists(Sources, g => g.Matches(c)) && (texts.Measured(c)?.Written.UtcDateTime ?? DateTime.MinValue) > built);

        bool IsOf(string path) => path.StartsWith(folder, StringComparison.Ordinal) && !own.Contains(path) && !IsMade("/" + path);
    }

    private static string CommonFolder(IEnumerable<string> paths)
    {
        string common = paths.Aggregate((a, b) => string.Concat(a.Zip(b).TakeWhile(c => c.First == c.Second).Select(c => c.First)));
        return common[..(common.LastIndexOf('/') + 1)];
    }

    private static string Stem(FileInfo file) =>
        file.FullName.EndsWith(OutputFiles.Dependencies, StringComparison.OrdinalIgnoreCase) ? file.FullName[..^OutputFiles.Dependencies.Length] : Path.ChangeExtension(file.FullName, null);
}
