using System.Xml;

namespace AiAttribution.Core.Text;

/// <summary>How every XML file of the test trail is read: a DTD is skipped, so nothing is fetched and no entity is expanded; time grows with the length of the file.</summary>
internal static class ReportXml
{
    /// <summary>Bytes that a reader of reports or results allocates for each byte of a file, at most; elements beside each other are the worst.</summary>
    public const int AllocatedBytesPerByte = 100;

    /// <summary>Deeper elements are no report's.</summary>
    public const int MostDepth = 64;

    private const long MostCharacters = 256 << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = MostCharacters,
    };

    public static XmlReader Open(Stream xml) => XmlReader.Create(new BoundedMarkup(xml), Settings);

    /// <summary>Goes on to the next node.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="XmlException">This is not XML, or elements stand too deep in each other.</exception>
    public static bool Next(this XmlReader reader) => reader.Depth > MostDepth
        ? throw new XmlException($"Elements stand more than {MostDepth} deep in each other.", null, ((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition)
        : reader.Read();

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
