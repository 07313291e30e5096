using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Signatures as text, so that those of two assemblies can be compared.</summary>
internal sealed class SignatureShape : ISignatureTypeProvider<string, object?>
{
    /// <summary>A signature is decoded by recursion, and a damaged one may be nested without end.</summary>
    private const int MostBytes = 1_000;

    private static readonly SignatureShape Provider = new();

    /// <summary>Shape of a method.</summary>
    /// <exception cref="BadImageFormatException">The signature is damaged, or longer than any that people write.</exception>
    public static string Of(MetadataReader reader, BlobHandle signature)
    {
        BlobReader blob = reader.GetBlobReader(signature);
        return blob.Length <= MostBytes
            ? Of(new SignatureDecoder<string, object?>(Provider, reader, null).DecodeMethodSignature(ref blob))
            : throw new BadImageFormatException("A signature is too long.");
    }

    /// <summary>Generic arity and parameter types.</summary>
    private static string Of(MethodSignature<string> signature) => $"`{signature.GenericParameterCount}({string.Join(',', signature.ParameterTypes)})";

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

    /// <summary>Compilers write none here, and one could name itself.</summary>
    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => "?";
}
