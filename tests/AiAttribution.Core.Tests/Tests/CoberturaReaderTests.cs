using System.Text;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Text;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Tests;

public class CoberturaReaderTests
{
    private static readonly DateTimeOffset FileTime = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_of_class_and_methods_are_united_by_most_hits()
    {
        CoverageReport report = Report(
            """
            <coverage><packages><package><classes>
              <class name="A" filename="A.cs">
                <methods><method><lines><line number="3" hits="0"/><line number="4" hits="2"/></lines></method></methods>
                <lines><line number="3" hits="1" branch="True"/></lines>
              </class>
              <class name="A/&lt;&gt;c" filename="A.cs"><lines><line number="4" hits="0"/><line number="5" hits="0"/></lines></class>
            </classes></package></packages></coverage>
            """);

        MeasuredFile file = Assert.Single(report.Files);
        Assert.Equal("A.cs", file.Name);
        Assert.Equal([(3, 1L), (4, 2L), (5, 0L)], file.Hits.OrderBy(h => h.Key).Select(h => (h.Key, h.Value)));
    }

    [Fact]
    public void Sources_are_read_also_when_one_is_empty()
    {
        CoverageReport report = Report("<coverage><sources><source></source><source>/ci/repo/src/</source><source/></sources></coverage>");

        Assert.Equal(["", "/ci/repo/src/"], report.Sources);
    }

    [Theory]
    [InlineData("", "2026-05-01T12:00:00Z")]
    [InlineData("timestamp=\"0\"", "2026-05-01T12:00:00Z")]
    [InlineData("timestamp=\"1777633200\"", "2026-05-01T11:00:00Z")]
    [InlineData("timestamp=\"1777633200000\"", "2026-05-01T11:00:00Z")]
    [InlineData("timestamp=\"1777640400\"", "2026-05-01T12:00:00Z")]
    [InlineData("timestamp=\"99999999999999999\"", "2026-05-01T12:00:00Z")]
    public void Time_is_the_older_of_the_reports_own_and_the_files(string attribute, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), Report($"<coverage {attribute}/>").Time);

    [Fact]
    public void Byte_order_mark_is_welcome() =>
        Assert.NotNull(Read([.. Encoding.UTF8.Preamble, .. "<coverage/>"u8]).Report);

    [Fact]
    public void Doctype_is_skipped_and_nothing_is_fetched() =>
        Assert.NotNull(Read("<!DOCTYPE coverage SYSTEM \"http://example.invalid/coverage-04.dtd\"><coverage/>").Report);

    [Fact]
    public void Entity_of_a_doctype_is_never_expanded()
    {
        CoverageReading reading = Read("<!DOCTYPE c [<!ENTITY a \"aaaa\">]><coverage><sources><source>&a;</source></sources></coverage>");

        Assert.Null(reading.Report);
        Assert.Equal(1, reading.Problem!.Line);
    }

    [Fact]
    public void File_that_is_not_xml_is_a_problem_with_its_place()
    {
        CoverageReading reading = Read("not xml at all");

        Assert.Null(reading.Report);
        Assert.Equal((1, 1), (reading.Problem!.Line, reading.Problem.Column));
        Assert.StartsWith("This is not a whole XML file: ", reading.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Truncated_file_gives_no_half_report()
    {
        CoverageReading reading = Read("<coverage>\n<packages><package>\n<classes><class filename=\"A.cs\"><lines><line number=\"1\" hits=\"1\"/>");

        Assert.Null(reading.Report);
        Assert.Equal(3, reading.Problem!.Line);
    }

    [Theory]
    [InlineData("<CoverageSession/>", "CoverageSession")]
    [InlineData("<results/>", "results")]
    [InlineData("<coverage clover=\"4.4\"/>", "coverage")]
    public void Other_format_is_named_with_the_way_to_cobertura(string xml, string root)
    {
        InputProblem problem = Read(xml).Problem!;

        Assert.Contains($"its root element is '{root}'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("--collect", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<line number=\"0\" hits=\"1\"/>")]
    [InlineData("<line number=\"x\" hits=\"1\"/>")]
    [InlineData("<line hits=\"1\"/>")]
    public void Line_without_a_number_is_left_out(string line) =>
        Assert.Empty(Assert.Single(Report($"<coverage><class filename=\"A.cs\">{line}</class></coverage>").Files).Hits);

    [Theory]
    [InlineData("branch=\"True\" condition-coverage=\"50% (1/2)\"", true)]
    [InlineData("branch=\"true\" condition-coverage=\"50% (1/2)\"", true)]
    [InlineData("branch=\"True\" condition-coverage=\"100% (2/2)\"", false)]
    [InlineData("branch=\"False\"", false)]
    [InlineData("branch=\"True\" condition-coverage=\"half\"", false)]
    public void Line_with_a_branch_that_was_not_taken_is_partial(string attributes, bool partial)
    {
        MeasuredFile file = Assert.Single(Report($"<coverage><class filename=\"A.cs\"><line number=\"7\" hits=\"1\" {attributes}/></class></coverage>").Files);

        Assert.Equal(partial, file.Partial.Contains(7));
    }

    [Fact]
    public void Line_that_never_ran_is_not_partial() =>
        Assert.Empty(Assert.Single(Report("<coverage><class filename=\"A.cs\"><line number=\"7\" hits=\"0\" branch=\"True\" condition-coverage=\"0% (0/2)\"/></class></coverage>").Files).Partial);

    [Fact]
    public void Same_file_in_two_assemblies_is_measured_twice()
    {
        CoverageReport report = Report("<coverage><package name=\"One\"><class filename=\"S.cs\"/></package><package name=\"Two.dll\"><class filename=\"S.cs\"/></package></coverage>");

        Assert.Equal([("One", "S.cs"), ("Two", "S.cs")], report.Files.Select(f => (f.Module, f.Name)));
    }

    [SharedDataFact]
    public void Coverlets_file_is_read()
    {
        CoverageReport report = ReadShared("coverage.cobertura.xml");

        Assert.Equal(["/home/dev/repo/src/"], report.Sources);
        Assert.Equal(["Lib/Calc.Part2.cs", "Lib/Calc.cs", "Lib2/Other.cs"], report.Files.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.Equal((12, 18), Covered(report));
    }

    [SharedDataFact]
    public void Microsofts_file_is_read_and_agrees_with_coverlets_on_executed_lines()
    {
        CoverageReport coverlet = ReadShared("coverage.cobertura.xml");
        CoverageReport microsoft = ReadShared("mscoverage.cobertura.xml");

        Assert.Empty(microsoft.Sources);
        Assert.Equal((17, 24), Covered(microsoft)); // its head says 19 of 28, because it counts lines again for each class
        foreach (MeasuredFile file in coverlet.Files)
        {
            MeasuredFile other = microsoft.Files.Single(f => f.Name == "/home/dev/repo/src/" + file.Name);
            Assert.Equal(file.Hits.Where(h => h.Value > 0).Select(h => h.Key).Order(), other.Hits.Where(h => h.Value > 0).Select(h => h.Key).Order());
        }
    }

    private static (int Covered, int Valid) Covered(CoverageReport report) =>
        (report.Files.Sum(f => f.Hits.Count(h => h.Value > 0)), report.Files.Sum(f => f.Hits.Count));

    private static CoverageReport ReadShared(string name) => Read(File.ReadAllBytes(SharedData.PathOf("trails/" + name))).Report!;

    private static CoverageReport Report(string xml) => Read(xml).Report!;

    private static CoverageReading Read(string xml) => Read(Encoding.UTF8.GetBytes(xml));

    private static CoverageReading Read(byte[] xml) => CoberturaReader.Read(new MemoryStream(xml), FileTime);
}
