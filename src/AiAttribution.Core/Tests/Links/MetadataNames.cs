using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Full names of types: namespace, <c>.</c>, name, nested types behind <c>+</c>.</summary>
/// <remarks>A damaged table may say of a type that it lies in itself, so nesting is bounded.</remarks>
internal static class MetadataNames
{
    private const int DeepestNesting = 50;

    /// <exception cref="BadImageFormatException">Types are nested without end.</exception>
    public static string Of(MetadataReader reader, TypeDefinitionHandle handle) => Of(reader, handle, 0);

    /// <exception cref="BadImageFormatException">Types are nested without end.</exception>
    public static string Of(MetadataReader reader, TypeReferenceHandle handle) => Of(reader, handle, 0);

    /// <summary>Simple name of the assembly that a type reference leads to; null for its own.</summary>
    /// <exception cref="BadImageFormatException">Types are nested without end.</exception>
    public static string? AssemblyOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        for (int depth = 0; scope.Kind == HandleKind.TypeReference; depth++)
        {
            Deeper(depth);
            scope = reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        }

        return scope.Kind == HandleKind.AssemblyReference ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) : null;
    }

    private static string Of(MetadataReader reader, TypeDefinitionHandle handle, int depth)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        return outer.IsNil ? Join(reader.GetString(type.Namespace), name) : Of(reader, outer, Deeper(depth)) + "+" + name;
    }

    private static string Of(MetadataReader reader, TypeReferenceHandle handle, int depth)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Of(reader, (TypeReferenceHandle)type.ResolutionScope, Deeper(depth)) + "+" + name
            : Join(reader.GetString(type.Namespace), name);
    }

    private static int Deeper(int depth) => depth < DeepestNesting ? depth + 1 : throw new BadImageFormatException("Types are nested without end.");

    private static string Join(string space, string name) => space.Length == 0 ? name : space + "." + name;
}
