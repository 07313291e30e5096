using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

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

    /// <summary>Whether an exception is what the library that reads assemblies throws at damaged ones.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is BadImageFormatException or InvalidOperationException or ArgumentException or OverflowException or IndexOutOfRangeException or NotSupportedException or IOException;

    /// <summary>Where the program starts; null for a library.</summary>
    public MethodId? EntryPoint => _image.PEHeaders.CorHeader is { } header && MetadataTokens.Handle(header.EntryPointTokenOrRelativeVirtualAddress) is { Kind: HandleKind.MethodDefinition, IsNil: false } start
        ? new MethodId(this, (MethodDefinitionHandle)start)
        : null;

    /// <summary>Opens an assembly; null when the bytes are none.</summary>
    public static AssemblyModel? Open(LinkedAssembly assembly)
    {
        PEReader? image = null;
        try
        {
            image = new PEReader(ImmutableArray.Create(assembly.Image));
            return image.HasMetadata && image.GetMetadataReader().IsAssembly ? new AssemblyModel(image, PortablePdb.Open(assembly.Symbols ?? assembly.Image)) : null;
        }
        catch (Exception e) when (IsDamage(e))
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
