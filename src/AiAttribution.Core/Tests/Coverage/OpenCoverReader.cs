using System.Xml;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Reads OpenCover XML, of OpenCover itself, coverlet and AltCover.</summary>
/// <remarks>Neither the module's hash (coverlet: a random number) nor its time (coverlet: hours 1 to 12) tells anything, so both are passed over.</remarks>
internal static class OpenCoverReader
{
    /// <summary>Reads one report.</summary>
    /// <param name="xml">The file's bytes.</param>
    /// <param name="fileTime">When the file was last written.</param>
    public static CoverageReading Read(Stream xml, DateTimeOffset fileTime)
    {
        using XmlReader reader = ReportXml.Open(xml);
        try
        {
            return new CoverageReading(new CoverageReport(fileTime, [], ReadFiles(reader)), null);
        }
        catch (XmlException e)
        {
            return new CoverageReading(null, ReportXml.Problem(e));
        }
    }

    private static IReadOnlyList<MeasuredFile> ReadFiles(XmlReader reader)
    {
        var files = new MeasuredFiles();
        var lines = new Dictionary<string, MeasuredLines>(StringComparer.Ordinal);
        string? module = null;
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "ModulePath")
            {
                module = reader.ReadElementContentAsString(); // stands on the next node already
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element)
                ReadElement(reader, module, files, lines);
            reader.Next();
        }

        return files.Build();
    }

    private static void ReadElement(XmlReader reader, string? module, MeasuredFiles files, Dictionary<string, MeasuredLines> lines)
    {
        switch (reader.LocalName)
        {
            case "File" when reader.GetAttribute("uid") is { } uid:
                lines[uid] = files.LinesOf(module, reader.GetAttribute("fullPath") ?? "");
                break;
            case "SequencePoint" when Of(reader) is { } at:
                long hits = reader.Number("vc");
                int first = reader.Line("sl");
                at.AddStatement(first, Math.Max(first, reader.Line("el")), hits, partial: hits == 0);
                break;
            case "BranchPoint" when Of(reader) is { } at:
                at.AddBranch(reader.Line("sl"), reader.Number("vc") > 0);
                break;
        }

        MeasuredLines? Of(XmlReader point) => lines.GetValueOrDefault(point.GetAttribute("fileid") ?? "");
    }
}
