using System.Xml;
using System.Xml.Linq;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>A nuspec: <c>repository/@commit</c> is the commit that the package was built from. Packing does not look whether the tree was clean, so it says no more.</summary>
internal static class Nuspec
{
    private const string Source = "nuget";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4 << 20 };

    public static bool Knows(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return start.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }

    public static void Read(DeploymentDraft draft)
    {
        try
        {
            using var reader = XmlReader.Create(new BoundedMarkup(new MemoryStream(draft.File.Bytes.ToArray())), Settings);
            XElement? metadata = Metadata(reader);
            if (metadata is null)
                draft.Report(0, 0, "This XML is no nuspec: it has no package/metadata.");
            else
                Read(metadata, draft);
        }
        catch (XmlException e)
        {
            draft.Report(e.LineNumber, e.LinePosition, "This is not XML that can be read; a nuspec has no document type and is small.");
        }
    }

    private static void Read(XElement metadata, DeploymentDraft draft)
    {
        string? id = Child(metadata, "id")?.Value.Trim();
        string? version = Child(metadata, "version")?.Value.Trim();
        string? text = Child(metadata, "repository")?.Attribute("commit")?.Value.Trim();
        if (CommitId.Read(text ?? "") is not { } commit)
        {
            draft.Skip(Source, $"{id}@{version}", "its repository element names no full commit id; pack with PublishRepositoryUrl set to true");
            return;
        }

        draft.Add(new JsonPosition(1, 1), new DeploymentRecord
        {
            Source = Source,
            SourceId = $"{id}@{version}",
            Service = id ?? "",
            Commit = commit,
            Artifact = ArtifactKey.Of($"pkg:nuget/{id}@{version}"),
            Version = version,
            Status = DeploymentStatus.Built,
            Trust = 1,
        });
    }

    /// <summary>The element that names the package; nothing else of the file becomes a tree in memory.</summary>
    private static XElement? Metadata(XmlReader reader)
    {
        while (reader.Next())
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "metadata" })
                return Shallow(reader);
        }

        return null;
    }

    /// <summary>The element with the elements in it, and nothing deeper.</summary>
    private static XElement Shallow(XmlReader reader)
    {
        var metadata = new XElement("metadata");
        XElement? child = null;
        while (reader.Next() && reader.Depth > 1)
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 2 })
                metadata.Add(child = new XElement(XName.Get(reader.LocalName), reader.GetAttribute("commit") is { } commit ? new XAttribute("commit", commit) : null));
            else if (reader is { NodeType: XmlNodeType.Text or XmlNodeType.CDATA, Depth: 3 })
                child?.Add(reader.Value);
        }

        return metadata;
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
