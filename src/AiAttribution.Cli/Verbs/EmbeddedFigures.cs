using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AiAttribution.Cli.Verbs;

/// <summary>Reads the figures that a build embedded in an assembly. Nothing of the assembly is loaded or run.</summary>
internal static class EmbeddedFigures
{
    private const string Attribute = "AssemblyMetadataAttribute";
    private const string Prefix = "AiAttribution.";

    /// <summary>Names without their prefix, and values; null when the file is no .NET assembly.</summary>
    /// <exception cref="BadImageFormatException">The file is damaged.</exception>
    public static IReadOnlyList<(string Name, string Value)>? Read(Stream file)
    {
        using var image = new PEReader(file);
        if (!image.HasMetadata)
            return null;
        MetadataReader reader = image.GetMetadataReader();
        if (!reader.IsAssembly)
            return null;
        return [.. reader.GetAssemblyDefinition().GetCustomAttributes()
            .Select(handle => reader.GetCustomAttribute(handle))
            .Where(attribute => NameOf(reader, attribute) == Attribute)
            .Select(attribute => Pair(reader.GetBlobReader(attribute.Value)))
            .Where(pair => pair.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(pair => (pair.Name[Prefix.Length..], pair.Value))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal)];
    }

    private static string? NameOf(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return null;
        EntityHandle type = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return type.Kind == HandleKind.TypeReference ? reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name) : null;
    }

    // ECMA-335 II.23.3: a prolog of two bytes, then the two strings of the constructor.
    private static (string Name, string Value) Pair(BlobReader value)
    {
        _ = value.ReadUInt16();
        return (value.ReadSerializedString() ?? "", value.ReadSerializedString() ?? "");
    }
}
