using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Coverage;

namespace AiAttribution.Engine.Inputs;

/// <summary>The debugging symbols of a working tree's output, read when they are asked for.</summary>
/// <param name="output">What builds left.</param>
/// <param name="resolver">Places the documents of symbols in the repository.</param>
internal sealed class SymbolIndex(Lazy<OutputFiles> output, PathResolver resolver)
{
    private const long MostBytes = 128 << 20;

    private readonly Dictionary<string, ILookup<string, SymbolDocument>> _read = [];
    private ILookup<string, FileInfo>? _byModule;

    /// <summary>What symbols say of a file, newest first.</summary>
    public IEnumerable<SymbolDocument> Of(string path, string? module, DateTimeOffset notAfter)
    {
        ILookup<string, FileInfo> byModule = _byModule ??= Distinct(output.Value.Files.Where(f => !f.Name.EndsWith(OutputFiles.Dependencies, StringComparison.OrdinalIgnoreCase))).ToLookup(f => Path.GetFileNameWithoutExtension(f.Name), StringComparer.OrdinalIgnoreCase);
        IEnumerable<FileInfo> files = module is null ? byModule.SelectMany(m => m).OrderByDescending(f => f.LastWriteTimeUtc) : byModule[module];
        return files.Where(f => Seconds(f.LastWriteTimeUtc) <= notAfter.ToUnixTimeSeconds()).SelectMany(f => Documents(f)[path]);
    }

    /// <summary>Builds copy symbols with their times into the folder of each project that refers to them.</summary>
    private static IEnumerable<FileInfo> Distinct(IEnumerable<FileInfo> files) =>
        files.Where(f => f.Length <= MostBytes).DistinctBy(f => (f.Name, f.Length, f.LastWriteTimeUtc));

    private ILookup<string, SymbolDocument> Documents(FileInfo file)
    {
        if (!_read.TryGetValue(file.FullName, out ILookup<string, SymbolDocument>? documents))
        {
            IReadOnlyList<SymbolDocument> all = OutputFile.Read(file.FullName) is { } bytes ? PortablePdb.Read(bytes) : [];
            _read[file.FullName] = documents = all.Select(d => (Path: resolver.Resolve(d.Name, []), Document: d))
                .Where(d => d.Path is not null)
                .ToLookup(d => d.Path!, d => d.Document);
        }

        return documents;
    }

    private static long Seconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeSeconds();
}
