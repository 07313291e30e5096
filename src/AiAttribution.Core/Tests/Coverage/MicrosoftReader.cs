using System.Xml;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Coverage;

/// <summary>
/// Reads the XML of Microsoft.CodeCoverage (<c>--collect "Code Coverage;Format=Xml"</c>). It is the only format that states which text was measured: a checksum per source file.
/// </summary>
/// <remarks>Ranges of columns are covered <c>yes</c>, <c>no</c> or <c>partial</c>; a line with covered and uncovered ranges is partial.</remarks>
internal static class MicrosoftReader
{
    /// <summary>Reads one report.</summary>
    /// <param name="xml">The file's bytes.</param>
    /// <param name="fileTime">When the file was last written; the format has no time of its own.</param>
    public static CoverageReading Read(Stream xml, DateTimeOffset fileTime)
    {
        using XmlReader reader = ReportXml.Open(xml);
        try
        {
            var files = new MeasuredFiles();
            while (reader.Next())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "module" && !reader.IsEmptyElement)
                    ReadModule(reader, files);
            }

            return new CoverageReading(new CoverageReport(fileTime, [], files.Build()), null);
        }
        catch (XmlException e)
        {
            return new CoverageReading(null, ReportXml.Problem(e));
        }
    }

    /// <summary>The files of a module follow its functions and are numbered anew in each module.</summary>
    private static void ReadModule(XmlReader reader, MeasuredFiles files)
    {
        string? module = reader.GetAttribute("name");
        var ranges = new List<Range>();
        int depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "range")
                ranges.Add(new Range(reader.GetAttribute("source_id"), reader.Line("start_line"), reader.Line("end_line"), reader.GetAttribute("covered")));
            else if (reader.LocalName == "source_file")
                AddFile(reader, module, ranges, files);
        }
    }

    private static void AddFile(XmlReader reader, string? module, List<Range> ranges, MeasuredFiles files)
    {
        string? id = reader.GetAttribute("id");
        MeasuredLines lines = files.LinesOf(module, reader.GetAttribute("path") ?? "");
        lines.Checksum = SourceChecksum.Parse(reader.GetAttribute("checksum_type"), reader.GetAttribute("checksum"));
        foreach (Range range in ranges.Where(r => r.File == id))
            lines.AddStatement(range.First, range.Last, range.Covered == "no" ? 0 : 1, range.Covered != "yes");
    }

    private readonly record struct Range(string? File, int First, int Last, string? Covered);
}
