using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AiAttribution.Core.Tests.Coverage;

namespace AiAttribution.Core.Tests;

/// <summary>Reads Portable PDBs: which texts were compiled, and which of their lines can be executed.</summary>
/// <remarks>Format: <c>docs/specs/PortablePdb-Metadata.md</c> of dotnet/runtime, tables Document (0x30) and MethodDebugInformation (0x31).</remarks>
internal static class PortablePdb
{
    /// <summary>A statement that spans more lines is counted by its first.</summary>
    private const int MostLinesOfStatement = 5_000;

    private static readonly Guid Sha1 = new("ff1816ec-aa5e-4d10-87f7-6f4963833460");
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");

    /// <summary>Documents of a <c>.pdb</c> file, or of the symbols that an assembly embeds; empty for anything else, Windows PDBs too.</summary>
    public static IReadOnlyList<SymbolDocument> Read(byte[] file)
    {
        try
        {
            using MetadataReaderProvider? provider = Open(file);
            return provider is null ? [] : Documents(provider.GetMetadataReader());
        }
        catch (Exception e) when (IsDamage(e))
        {
            return [];
        }
    }

    /// <summary>Whether an exception says that tables are damaged: the reader of .NET throws whatever comes of them, from arithmetic to casts.</summary>
    public static bool IsDamage(Exception problem) => problem is not OperationCanceledException;

    /// <summary>The symbols of a <c>.pdb</c> file or those embedded in an assembly; null when there are none. The caller disposes.</summary>
    internal static MetadataReaderProvider? Open(byte[] file)
    {
        if (file.AsSpan().StartsWith("BSJB"u8))
            return MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(file));
        if (!file.AsSpan().StartsWith("MZ"u8))
            return null;
        using var image = new PEReader(new MemoryStream(file));
        DebugDirectoryEntry embedded = image.ReadDebugDirectory().FirstOrDefault(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        return embedded.DataSize > 0 ? image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded) : null;
    }

    /// <summary>The lines of a statement.</summary>
    internal static IEnumerable<int> Lines(SequencePoint point) => point.IsHidden
        ? []
        : Enumerable.Range(point.StartLine, point.EndLine - point.StartLine is var more and >= 0 and < MostLinesOfStatement ? more + 1 : 1);

    private static List<SymbolDocument> Documents(MetadataReader reader)
    {
        var lines = new Dictionary<DocumentHandle, HashSet<int>>();
        foreach (DocumentHandle handle in reader.Documents)
            lines[handle] = [];
        foreach (MethodDebugInformationHandle method in reader.MethodDebugInformation)
        {
            foreach (SequencePoint point in reader.GetMethodDebugInformation(method).GetSequencePoints())
            {
                if (lines.TryGetValue(point.Document, out HashSet<int>? executable))
                    executable.UnionWith(Lines(point));
            }
        }

        return [.. lines.Select(d => Describe(reader, d.Key, d.Value))];
    }

    /// <summary>A document with the lines that are known to be executable.</summary>
    internal static SymbolDocument Describe(MetadataReader reader, DocumentHandle handle, IReadOnlySet<int> executable)
    {
        Document document = reader.GetDocument(handle);
        Guid algorithm = reader.GetGuid(document.HashAlgorithm);
        string? name = algorithm == Sha256 ? "SHA256" : algorithm == Sha1 ? "SHA1" : null;
        string hash = document.Hash.IsNil ? "" : Convert.ToHexString(reader.GetBlobBytes(document.Hash));
        return new SymbolDocument(reader.GetString(document.Name), SourceChecksum.Parse(name, hash), executable);
    }
}
