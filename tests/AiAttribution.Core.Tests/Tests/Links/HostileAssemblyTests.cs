using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AiAttribution.Core.Tests.Links;

namespace AiAttribution.Core.Tests.Tests.Links;

/// <summary>A clone can bring any assembly in its output folders. Tables that lead in a circle, or deeper than a stack, would end the process of a build.</summary>
public class HostileAssemblyTests
{
    [Fact]
    public void Type_that_lies_in_itself_is_no_link() => AssertNoLinks((metadata, type) => metadata.AddNestedType(type, type));

    [Fact]
    public void Reference_that_lies_in_itself_is_no_link() => AssertNoLinks((metadata, _) => Attribute(metadata, MetadataTokens.TypeReferenceHandle(1), [0x20, 0, 1]));

    [Fact]
    public void Specification_of_itself_is_no_link() =>
        AssertNoLinks((metadata, _) => Attribute(metadata, metadata.AddTypeSpecification(metadata.GetOrAddBlob((byte[])[0x15, 0x12, 0x06, 1, 8])), [0x20, 0, 1]));

    private static void AssertNoLinks(Action<MetadataBuilder, TypeDefinitionHandle> damage)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("T.dll"), metadata.GetOrAddGuid(Guid.Empty), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("T"), new Version(1, 0), default, default, 0, AssemblyHashAlgorithm.None);
        metadata.AddTypeReference(MetadataTokens.TypeReferenceHandle(1), metadata.GetOrAddString("Xunit"), metadata.GetOrAddString("FactAttribute"));
        metadata.AddTypeDefinition(0, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        TypeDefinitionHandle type = metadata.AddTypeDefinition(TypeAttributes.Public, default, metadata.GetOrAddString("T"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        damage(metadata, type);
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);

        Assert.Empty(LinkFinder.Find([new LinkedAssembly(image.ToArray(), null)]));
    }

    private static void Attribute(MetadataBuilder metadata, EntityHandle attribute, byte[] signature)
    {
        MethodDefinitionHandle method = metadata.AddMethodDefinition(MethodAttributes.Public, MethodImplAttributes.IL, metadata.GetOrAddString("F"), metadata.GetOrAddBlob((byte[])[0x20, 0, 1]), -1, default);
        metadata.AddCustomAttribute(method, metadata.AddMemberReference(attribute, metadata.GetOrAddString(".ctor"), metadata.GetOrAddBlob(signature)), metadata.GetOrAddBlob((byte[])[1, 0, 0, 0]));
    }
}
