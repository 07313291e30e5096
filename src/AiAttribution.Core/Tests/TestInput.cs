using System.Text;
using System.Xml;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests;

/// <summary>A file of the test trail, whatever its format: a coverage report, a run of tests, or what is wrong with it.</summary>
/// <param name="Report">The coverage report; null when it is none.</param>
/// <param name="Run">The run of tests; null when it is none.</param>
/// <param name="Problem">Why it is neither.</param>
internal sealed record TestInput(CoverageReport? Report, TestRun? Run, InputProblem? Problem)
{
    private const string KnownFormats = "Known are Cobertura, Microsoft coverage XML, OpenCover, coverlet JSON and lcov, and TRX and JUnit for results.";

    /// <summary>Reads a file. Its content says what it is; names say nothing.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="fileTime">When it was last written.</param>
    public static TestInput Read(byte[] bytes, DateTimeOffset fileTime)
    {
        int bom = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        int start = bom;
        while (start < bytes.Length && char.IsWhiteSpace((char)bytes[start]))
            start++;
        ReadOnlySpan<byte> head = bytes.AsSpan(start);
        if (head.StartsWith("<"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return ReadXml(bytes, fileTime);
        if (head.StartsWith("{"u8))
            return Of(CoverletJsonReader.Read(bytes.AsMemory(bom), fileTime));
        if (head.StartsWith("TN:"u8) || head.StartsWith("SF:"u8))
            return Of(LcovReader.Read(new MemoryStream(bytes), fileTime));
        if (head[..Math.Min(head.Length, 512)].Contains((byte)0))
            return Wrong("This is a binary file, perhaps of Visual Studio. Write XML with 'dotnet-coverage merge -f cobertura', or collect with --collect \"Code Coverage;Format=Cobertura\".");
        return Wrong(head.IsEmpty ? "The file is empty. Run the tests again with coverage." : $"The content is of no known format. {KnownFormats}");
    }

    private static TestInput ReadXml(byte[] bytes, DateTimeOffset fileTime)
    {
        try
        {
            using XmlReader reader = ReportXml.Open(new MemoryStream(bytes));
            reader.MoveToContent();
            var stream = new MemoryStream(bytes);
            return reader.LocalName switch
            {
                "results" => Of(MicrosoftReader.Read(stream, fileTime)),
                "CoverageSession" => Of(OpenCoverReader.Read(stream, fileTime)),
                "TestRun" => Of(TrxReader.Read(stream)),
                "testsuites" or "testsuite" => Of(JUnitReader.Read(stream)),
                "coverage" when reader.GetAttribute("clover") is null => Of(CoberturaReader.Read(stream, fileTime)),
                _ => new TestInput(null, null, ReportXml.ProblemAt(reader, $"This is XML of no known format: its root element is '{reader.LocalName}'. {KnownFormats}")),
            };
        }
        catch (XmlException e)
        {
            return new TestInput(null, null, ReportXml.Problem(e));
        }
    }

    private static TestInput Of(CoverageReading reading) => new(reading.Report, null, reading.Problem);

    private static TestInput Of(TestRunReading reading) => new(null, reading.Run, reading.Problem);

    private static TestInput Wrong(string message) => new(null, null, new InputProblem(1, 1, message));
}
