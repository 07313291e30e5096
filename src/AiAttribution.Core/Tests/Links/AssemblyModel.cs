using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AiAttribution.Core.Tests.Binding;

namespace AiAttribution.Core.Tests.Links;

/// <summary>One assembly, opened for reading.</summary>
internal sealed class AssemblyModel : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReaderProvider? _symbols;

    private AssemblyModel(PEReader image, MetadataReaderProvider? symbols)
    {
        _image = image;
        _symbols = symbols;
        Reader = image.GetMetadataReader();
        Name = Reader.GetString(Reader.GetAssemblyDefinition().Name);
        Types = Reader.TypeDefinitions.GroupBy(t => MetadataNames.Of(Reader, t), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Symbols = symbols?.GetMetadataReader();
    }

    public string Name { get; }

    public MetadataReader Reader { get; }

    /// <summary>The symbols' tables; null when there are none.</summary>
    public MetadataReader? Symbols { get; }

    /// <summary>Types by full name, nested ones behind <c>+</c>.</summary>
    public IReadOnlyDictionary<string, TypeDefinitionHandle> Types { get; }

    /// <summary>Opens an assembly; null when the bytes are none.</summary>
    public static AssemblyModel? Open(LinkedAssembly assembly)
    {
        PEReader? image = null;
        try
        {
            image = new PEReader(ImmutableArray.Create(assembly.Image));
            return image.HasMetadata && image.GetMetadataReader().IsAssembly ? new AssemblyModel(image, PortablePdb.Open(assembly.Symbols ?? assembly.Image)) : null;
        }
        catch (Exception e) when (PortablePdb.IsDamage(e))
        {
            image?.Dispose();
            return null;
        }
    }

    /// <summary>The instructions of a method; empty when it has none.</summary>
    public BlobReader? Body(MethodDefinitionHandle method) => Reader.GetMethodDefinition(method).RelativeVirtualAddress is > 0 and int address
        ? _image.GetMethodBody(address).GetILReader()
        : null;

    public void Dispose()
    {
        _symbols?.Dispose();
        _image.Dispose();
    }
}
