using System.Globalization;
using System.Xml;

namespace AiAttribution.Core.Trails.Coverage;

/// <summary>
/// Reads Cobertura XML as coverlet, Microsoft.CodeCoverage and ReportGenerator write it. A DTD is skipped, so nothing is fetched and no entity is expanded.
/// </summary>
public static class CoberturaReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads one report.</summary>
    /// <param name="xml">The file's bytes; a byte order mark is welcome.</param>
    /// <param name="fileTime">When the file was last written.</param>
    public static CoverageReading Read(Stream xml, DateTimeOffset fileTime)
    {
        using XmlReader reader = XmlReader.Create(xml, Settings);
        try
        {
            return Problem(reader) is CoverageProblem problem
                ? new CoverageReading(null, problem)
                : new CoverageReading(ReadReport(reader, fileTime), null);
        }
        catch (XmlException e)
        {
            return new CoverageReading(null, new CoverageProblem(e.LineNumber, e.LinePosition, $"This is not a whole XML file: {e.Message} Run the tests again with coverage."));
        }
    }

    /// <summary>What speaks against the root element being Cobertura's.</summary>
    private static CoverageProblem? Problem(XmlReader reader)
    {
        reader.MoveToContent();
        if (reader.LocalName == "coverage" && reader.GetAttribute("clover") is null)
            return null;
        var place = (IXmlLineInfo)reader;
        return new CoverageProblem(
            place.LineNumber,
            place.LinePosition,
            $"This is XML, but not Cobertura: its root element is '{reader.LocalName}'. Collect with --collect \"XPlat Code Coverage\" or --collect \"Code Coverage;Format=Cobertura\".");
    }

    private static CoverageReport ReadReport(XmlReader reader, DateTimeOffset fileTime)
    {
        DateTimeOffset time = ReportTime.Of(reader.GetAttribute("timestamp"), fileTime);
        var sources = new List<string>();
        var files = new Dictionary<string, Dictionary<int, long>>();
        Dictionary<int, long> lines = [];
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "source" && !reader.IsEmptyElement)
                sources.Add(ReadText(reader));
            else if (reader.LocalName == "class")
                lines = LinesOf(files, reader.GetAttribute("filename") ?? "");
            else if (reader.LocalName == "line")
                AddLine(lines, reader);
        }

        files.Remove("");
        return new CoverageReport(time, sources, [.. files.Select(f => new MeasuredFile(f.Key, f.Value))]);
    }

    private static string ReadText(XmlReader reader) => reader.Read() && reader.NodeType == XmlNodeType.Text ? reader.Value.Trim() : "";

    private static Dictionary<int, long> LinesOf(Dictionary<string, Dictionary<int, long>> files, string name)
    {
        if (!files.TryGetValue(name, out Dictionary<int, long>? lines))
            files[name] = lines = [];
        return lines;
    }

    /// <summary>A line stands under its method and again under its class, in lambdas' and state machines' classes too: the most hits count.</summary>
    private static void AddLine(Dictionary<int, long> lines, XmlReader reader)
    {
        if (!int.TryParse(reader.GetAttribute("number"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
            return;
        string hits = reader.GetAttribute("hits") ?? "0";
        long count = long.TryParse(hits, NumberStyles.None, CultureInfo.InvariantCulture, out long parsed) ? parsed : 0;
        lines[number] = Math.Max(lines.GetValueOrDefault(number), count);
    }
}
