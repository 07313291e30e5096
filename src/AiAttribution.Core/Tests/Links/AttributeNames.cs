using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Names of attributes.</summary>
internal static class AttributeNames
{
    /// <summary>Full name of the attribute's type; null when it is generic.</summary>
    public static string? Of(MetadataReader reader, CustomAttribute attribute) => TypeOf(reader, attribute) switch
    {
        { Kind: HandleKind.TypeReference } type => MetadataNames.Of(reader, (TypeReferenceHandle)type),
        { Kind: HandleKind.TypeDefinition } type => MetadataNames.Of(reader, (TypeDefinitionHandle)type),
        _ => null,
    };

    public static EntityHandle TypeOf(MetadataReader reader, CustomAttribute attribute) => attribute.Constructor.Kind == HandleKind.MemberReference
        ? reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
        : reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
}
