using System.Xml;

namespace AiAttribution.Core.Text;

/// <summary>How every XML file of the test trail is read: a DTD is skipped, so nothing is fetched and no entity is expanded.</summary>
internal static class ReportXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static XmlReader Open(Stream xml) => XmlReader.Create(xml, Settings);

    public static InputProblem Problem(XmlException e) =>
        new(e.LineNumber, e.LinePosition, $"This is not a whole XML file: {e.Message} Run the tests again with coverage.");

    public static InputProblem ProblemAt(XmlReader reader, string message)
    {
        var place = (IXmlLineInfo)reader;
        return new InputProblem(place.LineNumber, place.LinePosition, message);
    }

    /// <summary>A number of an attribute; 0 when it is missing, negative or no number.</summary>
    public static long Number(this XmlReader reader, string attribute) =>
        long.TryParse(reader.GetAttribute(attribute), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long number) ? number : 0;

    /// <summary>A line number of an attribute; 0 when there is none.</summary>
    public static int Line(this XmlReader reader, string attribute) => reader.Number(attribute) is var line and <= int.MaxValue ? (int)line : 0;
}
