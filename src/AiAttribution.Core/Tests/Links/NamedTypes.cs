using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AiAttribution.Core.Tests.Links;

/// <summary>The types that signatures name, the first one first.</summary>
internal sealed class NamedTypes : ISignatureTypeProvider<EntityHandle[], object?>
{
    /// <summary>A signature is decoded by recursion, and a damaged one may be nested without end.</summary>
    private const int MostBytes = 1_000;

    private static readonly NamedTypes Provider = new();

    /// <summary>Types of a method's parameters.</summary>
    /// <exception cref="BadImageFormatException">The signature is damaged, or longer than any that people write.</exception>
    public static EntityHandle[] OfParameters(MetadataReader reader, MemberReference method)
    {
        BlobReader blob = Bounded(reader, method.Signature);
        return [.. Decoder(reader).DecodeMethodSignature(ref blob).ParameterTypes.SelectMany(t => t)];
    }

    /// <summary>Type arguments of a generic method.</summary>
    /// <exception cref="BadImageFormatException">The signature is damaged, or longer than any that people write.</exception>
    public static EntityHandle[] OfArguments(MetadataReader reader, MethodSpecification method)
    {
        BlobReader blob = Bounded(reader, method.Signature);
        return [.. Decoder(reader).DecodeMethodSpecificationSignature(ref blob).SelectMany(t => t)];
    }

    /// <summary>A generic type and its arguments, or what an array is of.</summary>
    /// <exception cref="BadImageFormatException">The signature is damaged, or longer than any that people write.</exception>
    public static EntityHandle[] OfType(MetadataReader reader, TypeSpecificationHandle type)
    {
        BlobReader blob = Bounded(reader, reader.GetTypeSpecification(type).Signature);
        return Decoder(reader).DecodeType(ref blob);
    }

    public EntityHandle[] GetArrayType(EntityHandle[] elementType, ArrayShape shape) => elementType;

    public EntityHandle[] GetByReferenceType(EntityHandle[] elementType) => elementType;

    public EntityHandle[] GetFunctionPointerType(MethodSignature<EntityHandle[]> signature) => [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(t => t)];

    public EntityHandle[] GetGenericInstantiation(EntityHandle[] genericType, ImmutableArray<EntityHandle[]> typeArguments) => [.. genericType, .. typeArguments.SelectMany(t => t)];

    public EntityHandle[] GetGenericMethodParameter(object? genericContext, int index) => [];

    public EntityHandle[] GetGenericTypeParameter(object? genericContext, int index) => [];

    public EntityHandle[] GetModifiedType(EntityHandle[] modifier, EntityHandle[] unmodifiedType, bool isRequired) => unmodifiedType;

    public EntityHandle[] GetPinnedType(EntityHandle[] elementType) => elementType;

    public EntityHandle[] GetPointerType(EntityHandle[] elementType) => elementType;

    public EntityHandle[] GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public EntityHandle[] GetSZArrayType(EntityHandle[] elementType) => elementType;

    public EntityHandle[] GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [handle];

    public EntityHandle[] GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [handle];

    public EntityHandle[] GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => [];

    private static SignatureDecoder<EntityHandle[], object?> Decoder(MetadataReader reader) => new(Provider, reader, null);

    private static BlobReader Bounded(MetadataReader reader, BlobHandle signature) =>
        reader.GetBlobReader(signature) is { Length: <= MostBytes } blob ? blob : throw new BadImageFormatException("A signature is too long.");
}
