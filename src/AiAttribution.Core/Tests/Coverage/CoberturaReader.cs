using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Reads Cobertura XML as coverlet, Microsoft.CodeCoverage and ReportGenerator write it.</summary>
internal static partial class CoberturaReader
{
    /// <summary>Reads one report.</summary>
    /// <param name="xml">The file's bytes; a byte order mark is welcome.</param>
    /// <param name="fileTime">When the file was last written.</param>
    public static CoverageReading Read(Stream xml, DateTimeOffset fileTime)
    {
        using XmlReader reader = ReportXml.Open(xml);
        try
        {
            return Problem(reader) is InputProblem problem
                ? new CoverageReading(null, problem)
                : new CoverageReading(ReadReport(reader, fileTime), null);
        }
        catch (XmlException e)
        {
            return new CoverageReading(null, ReportXml.Problem(e));
        }
    }

    /// <summary>What speaks against the root element being Cobertura's.</summary>
    private static InputProblem? Problem(XmlReader reader)
    {
        reader.MoveToContent();
        if (reader.LocalName == "coverage" && reader.GetAttribute("clover") is null)
            return null;
        return ReportXml.ProblemAt(
            reader,
            $"This is XML, but not Cobertura: its root element is '{reader.LocalName}'. Collect with --collect \"XPlat Code Coverage\" or --collect \"Code Coverage;Format=Cobertura\".");
    }

    private static CoverageReport ReadReport(XmlReader reader, DateTimeOffset fileTime)
    {
        DateTimeOffset time = ReportTime.Of(reader.GetAttribute("timestamp"), fileTime);
        var sources = new List<string>();
        var files = new MeasuredFiles();
        string? module = null;
        var lines = new MeasuredLines();
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "source" && !reader.IsEmptyElement)
                sources.Add(ReadText(reader));
            else if (reader.LocalName == "package")
                module = reader.GetAttribute("name");
            else if (reader.LocalName == "class")
                lines = files.LinesOf(module, reader.GetAttribute("filename") ?? "");
            else if (reader.LocalName == "line")
                lines.Add(reader.Line("number"), reader.Number("hits"), IsPartial(reader));
        }

        return new CoverageReport(time, sources, files.Build());
    }

    private static string ReadText(XmlReader reader) => reader.Next() && reader.NodeType == XmlNodeType.Text ? reader.Value.Trim() : "";

    /// <summary>The producers write <c>branch="True"</c> and <c>branch="true"</c>; <c>condition-coverage="50% (1/2)"</c> stands beside it.</summary>
    private static bool IsPartial(XmlReader reader)
    {
        if (!string.Equals(reader.GetAttribute("branch"), "true", StringComparison.OrdinalIgnoreCase) || reader.GetAttribute("condition-coverage") is not { } conditions)
            return false;
        Match fraction = Fraction().Match(conditions);
        return fraction.Success
            && int.TryParse(fraction.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int taken)
            && int.TryParse(fraction.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int all)
            && taken < all;
    }

    [GeneratedRegex(@"\(([0-9]+)/([0-9]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();
}
