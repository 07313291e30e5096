using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Signatures as text, so that those of two assemblies can be compared.</summary>
internal sealed class SignatureShape : ISignatureTypeProvider<string, object?>
{
    public static readonly SignatureShape Provider = new();

    // The decoder goes as deep as a signature says, and has no bound of its own.
    private const int MostBytes = 1024;

    /// <summary>The signature of a method.</summary>
    /// <exception cref="BadImageFormatException">It is no signature, or too long.</exception>
    public static string Of(MetadataReader reader, MethodDefinition method) => Of(Bounded(reader, method.Signature, () => method.DecodeSignature(Provider, null)));

    /// <summary>The signature of a method that is referred to.</summary>
    /// <exception cref="BadImageFormatException">It is no signature, or too long.</exception>
    public static string Of(MetadataReader reader, MemberReference method) => Of(Bounded(reader, method.Signature, () => method.DecodeMethodSignature(Provider, null)));

    /// <summary>Generic arity and parameter types.</summary>
    private static string Of(MethodSignature<string> signature) => $"`{signature.GenericParameterCount}({string.Join(',', signature.ParameterTypes)})";

    private static MethodSignature<string> Bounded(MetadataReader reader, BlobHandle signature, Func<MethodSignature<string>> decode) =>
        reader.GetBlobReader(signature).Length <= MostBytes ? decode() : throw new BadImageFormatException("a signature is too long");

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "*" + Of(signature);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(',', typeArguments)}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index;

    public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => MetadataNames.Of(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => MetadataNames.Of(reader, handle);

    // A specification may lead to itself; compilers write none here.
    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => "?";
}
