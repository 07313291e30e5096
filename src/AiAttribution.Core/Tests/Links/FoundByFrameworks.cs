using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Reaches what nobody calls by name: what a library finds by base type, interface or attribute, what attributes name, and what runs when a program starts.</summary>
internal sealed class FoundByFrameworks(TypeGraph types, ReachedMethods reached)
{
    /// <summary>Reaches all of it in an assembly.</summary>
    /// <exception cref="BadImageFormatException">The assembly is damaged.</exception>
    public void Reach(AssemblyModel assembly)
    {
        MetadataReader reader = assembly.Reader;
        if (assembly.EntryPoint is { } start)
            reached.Reach(start);
        foreach (TypeId type in reader.TypeDefinitions.Select(t => new TypeId(assembly, t)))
        {
            if (type.Name == "<Module>" || TypeGraph.HandlesAbove(type).Any(h => IsLibrarys(assembly, h)) || HasLibrarysAttribute(assembly, type.Definition.GetCustomAttributes()))
                reached.ReachWhole(type);
            foreach (MethodId method in type.Methods.Where(m => HasLibrarysAttribute(assembly, m.Definition.GetCustomAttributes())))
                reached.Reach(method);
        }

        foreach (CustomAttributeHandle attribute in reader.CustomAttributes)
            ReachNamed(assembly, reader.GetCustomAttribute(attribute));
    }

    private bool HasLibrarysAttribute(AssemblyModel assembly, CustomAttributeHandleCollection attributes) =>
        attributes.Any(a => IsLibrarys(assembly, AttributeNames.TypeOf(assembly.Reader, assembly.Reader.GetCustomAttribute(a))));

    /// <summary>Whether a type is neither ours nor the platform's.</summary>
    private bool IsLibrarys(AssemblyModel assembly, EntityHandle type)
    {
        if (types.Resolve(assembly, type) is not null)
            return false;
        EntityHandle plain = type.Kind == HandleKind.TypeSpecification ? NamedTypes.OfType(assembly.Reader, (TypeSpecificationHandle)type).FirstOrDefault() : type;
        return plain.Kind == HandleKind.TypeReference && !PlatformNames.IsPlatform(MetadataNames.Of(assembly.Reader, (TypeReferenceHandle)plain));
    }

    /// <summary>An attribute may name types, as <c>[MemberData(MemberType = typeof(T))]</c> and <c>[Converter&lt;T&gt;]</c> do.</summary>
    private void ReachNamed(AssemblyModel assembly, CustomAttribute attribute)
    {
        EntityHandle type = AttributeNames.TypeOf(assembly.Reader, attribute);
        if (type.Kind == HandleKind.TypeSpecification)
            reached.ReachWhole(assembly, type);
        if (AttributeNames.Of(assembly.Reader, attribute) is not { } name || IsCompilers(name))
            return;
        CustomAttributeValue<string> value = attribute.DecodeValue(new AttributeTypes(types));
        foreach (object? argument in value.FixedArguments.Select(a => a.Value).Concat(value.NamedArguments.Select(a => a.Value)))
            ReachNamed(argument);
    }

    private void ReachNamed(object? argument)
    {
        if (argument is string text)
            types.Named(text.Split(',')[0]).ForEach(reached.ReachWhole);
        else if (argument is ImmutableArray<CustomAttributeTypedArgument<string>> many)
            many.Select(a => a.Value).ToList().ForEach(ReachNamed);
    }

    private static bool IsCompilers(string attribute) =>
        attribute.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) || attribute.StartsWith("System.Diagnostics.", StringComparison.Ordinal) || attribute.StartsWith("System.Reflection.", StringComparison.Ordinal);
}

/// <summary>Reads the values of attributes; types are their names.</summary>
internal sealed class AttributeTypes(TypeGraph types) : ICustomAttributeTypeProvider<string>
{
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSystemType() => "System.Type";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => MetadataNames.Of(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => MetadataNames.Of(reader, handle);

    public string GetTypeFromSerializedName(string name) => name;

    public bool IsSystemType(string type) => type == "System.Type";

    /// <summary>What an enumeration of ours is made of; others are nearly always of 32 bits.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(string type)
    {
        foreach (TypeId found in types.Named(type.Split(',')[0]))
        {
            foreach (FieldDefinition field in found.Definition.GetFields().Select(found.Assembly.Reader.GetFieldDefinition))
            {
                if ((field.Attributes & System.Reflection.FieldAttributes.Static) == 0 && found.Assembly.Reader.GetBlobBytes(field.Signature) is [0x06, var code])
                    return (PrimitiveTypeCode)code;
            }
        }

        return PrimitiveTypeCode.Int32;
    }
}
