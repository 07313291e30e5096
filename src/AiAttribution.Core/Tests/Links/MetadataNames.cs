using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Full names of types: namespace, <c>.</c>, name, nested types behind <c>+</c>.</summary>
internal static class MetadataNames
{
    /// <summary>No compiler nests types deeper; tables that lead in a circle would never end.</summary>
    private const int Deepest = 64;

    public static string Of(MetadataReader reader, TypeDefinitionHandle handle, int depth = 0)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        return outer.IsNil ? Join(reader.GetString(type.Namespace), name) : Of(reader, outer, Deeper(depth)) + "+" + name;
    }

    public static string Of(MetadataReader reader, TypeReferenceHandle handle, int depth = 0)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Of(reader, (TypeReferenceHandle)type.ResolutionScope, Deeper(depth)) + "+" + name
            : Join(reader.GetString(type.Namespace), name);
    }

    /// <summary>Simple name of the assembly that a type reference leads to; null for its own.</summary>
    public static string? AssemblyOf(MetadataReader reader, TypeReferenceHandle handle, int depth = 0)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf(reader, (TypeReferenceHandle)scope, Deeper(depth)),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => null,
        };
    }

    private static int Deeper(int depth) => depth < Deepest ? depth + 1 : throw new BadImageFormatException("types are nested too deep");

    private static string Join(string space, string name) => space.Length == 0 ? name : space + "." + name;
}
