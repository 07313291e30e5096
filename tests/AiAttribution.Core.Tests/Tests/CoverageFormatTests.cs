using System.Text;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Tests;

public class CoverageFormatTests
{
    [Theory]
    [InlineData("<coverage timestamp='#'><packages><package name='A'><classes><class filename='A.cs'><lines><line number='#' hits='#'/></lines></class></classes></package></packages></coverage>")]
    [InlineData("<CoverageSession><Modules><Module><ModuleName>A</ModuleName><Files><File uid='1' fullPath='A.cs'/></Files><Classes><Class><Methods><Method><FileRef uid='1'/><SequencePoints><SequencePoint vc='#' sl='#' el='#' fileid='1'/></SequencePoints></Method></Methods></Class></Classes></Module></Modules></CoverageSession>")]
    [InlineData("<results><modules><module name='A'><functions><function><ranges><range source_id='0' start_line='#' end_line='#' covered='yes'/></ranges></function></functions><source_files><source_file id='0' path='A.cs'/></source_files></module></modules></results>")]
    [InlineData("SF:A.cs\nDA:#,#\nBRDA:#,0,0,#\nend_of_record\n")]
    [InlineData("{\"A.dll\":{\"A.cs\":{\"A\":{\"M\":{\"Lines\":{\"#\":#},\"Branches\":[{\"Line\":#,\"Hits\":#}]}}}}}")]
    public void Numbers_at_the_ends_of_their_types_are_no_exception(string report)
    {
        foreach (string number in new[] { "0", "-1", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "99999999999999", "1e999" })
            TestInput.Read(Encoding.UTF8.GetBytes(report.Replace("#", number, StringComparison.Ordinal)), DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void Microsofts_ranges_become_lines_and_mixed_ones_are_partial()
    {
        MeasuredFile file = OnlyFile(
            """
            <results><modules><module name="Lib.dll">
              <functions><function><ranges>
                <range source_id="0" start_line="4" end_line="4" covered="partial"/>
                <range source_id="0" start_line="6" end_line="7" covered="yes"/>
                <range source_id="0" start_line="7" end_line="7" covered="no"/>
                <range source_id="0" start_line="9" end_line="9" covered="no"/>
                <range source_id="1" start_line="1" end_line="1" covered="yes"/>
              </ranges></function></functions>
              <source_files><source_file id="0" path="/r/A.cs" checksum_type="SHA256" checksum="00000000000000000000000000000000000000000000000000000000000000AB"/></source_files>
            </module></modules></results>
            """);

        Assert.Equal("4:1p 6:1 7:1p 9:0", Lines(file));
        Assert.Equal("Lib", file.Module);
        Assert.Equal(new SourceChecksum(ChecksumAlgorithm.Sha256, new string('0', 62) + "AB"), file.Checksum);
    }

    [Theory]
    [InlineData("MD5", "00000000000000000000000000000000")]
    [InlineData("SHA256", "00")]
    [InlineData("SHA1", "zz00000000000000000000000000000000000000")]
    public void Checksum_that_is_not_known_is_none(string type, string checksum) => Assert.Null(SourceChecksum.Parse(type, checksum));

    [Fact]
    public void Coverlets_json_gives_lines_and_branches()
    {
        MeasuredFile file = OnlyFile(
            """
            {"Lib.dll": {"/r/A.cs": {"N.A": {"M()": {"Lines": {"3": 2, "4": 0, "5": 7},
              "Branches": [{"Line": 3, "Offset": 1, "Path": 0, "Hits": 2}, {"Line": 3, "Offset": 1, "Path": 1, "Hits": 0}, {"Line": 4, "Path": 0, "Hits": 0}]}}}}}
            """);

        Assert.Equal("3:2p 4:0 5:7", Lines(file));
        Assert.Equal("Lib", file.Module);
    }

    [Fact]
    public void Lcov_gives_lines_and_branches()
    {
        MeasuredFile file = OnlyFile("TN:\nSF:/r/A.cs\nFN:3,M\nDA:3,2\nDA:4,0\nDA:5,99999999999,abc\nBRDA:3,1,0,2\nBRDA:3,1,1,-\nLF:3\nend_of_record\n");

        Assert.Equal("3:2p 4:0 5:2147483647", Lines(file));
    }

    [Fact]
    public void OpenCovers_points_are_put_to_their_files()
    {
        MeasuredFile file = OnlyFile(
            """
            <CoverageSession><Modules><Module hash="1"><ModulePath>C:\r\Lib.dll</ModulePath><Files><File uid="2" fullPath="C:\r\A.cs"/></Files>
            <Classes><Class><Methods><Method>
              <SequencePoints><SequencePoint vc="3" sl="4" el="5" fileid="2"/><SequencePoint vc="0" sl="5" el="5" fileid="2"/><SequencePoint vc="0" sl="9" el="9" fileid="2"/></SequencePoints>
              <BranchPoints><BranchPoint vc="0" sl="4" fileid="2"/><BranchPoint vc="1" sl="4" fileid="2"/></BranchPoints>
            </Method></Methods></Class></Classes></Module></Modules></CoverageSession>
            """);

        Assert.Equal("4:3p 5:3p 9:0", Lines(file));
        Assert.Equal("Lib", file.Module);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("hello", "of no known format")]
    [InlineData("\0\u0001binary", "dotnet-coverage merge -f cobertura")]
    [InlineData("<report/>", "its root element is 'report'")]
    [InlineData("<coverage clover='4'/>", "its root element is 'coverage'")]
    [InlineData("{\"a\": 1}", "not coverlet's")]
    [InlineData("{\"m\": {\"d\": {\"c\": {\"f\": 1}}}}", "not coverlet's")]
    public void File_of_another_format_is_a_problem_that_names_the_way_out(string text, string expected) =>
        Assert.Contains(expected, Read(text).Problem!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<results><modules>\n<module name='a'>", 2)]
    [InlineData("<CoverageSession>\n<Modules>", 2)]
    [InlineData("{\"m\":\n{", 2)]
    [InlineData("SF:a\nDA:1,1\n", 2)]
    public void Truncated_file_gives_no_half_report(string text, int line)
    {
        TestInput file = Read(text);

        Assert.Null(file.Report);
        Assert.Equal(line, file.Problem!.Line);
    }

    [Theory]
    [InlineData("<results><modules><module name='a'><functions><range source_id='0' start_line='1' end_line='2000000000' covered='yes'/></functions><source_files><source_file id='0' path='A.cs'/></source_files></module></modules></results>")]
    [InlineData("<CoverageSession><Module><Files><File uid='0' fullPath='A.cs'/></Files><SequencePoint vc='1' sl='1' el='2000000000' fileid='0'/></Module></CoverageSession>")]
    [InlineData("<results><modules><module name='a'><functions><range source_id='0' start_line='2147483646' end_line='2147483647' covered='yes'/></functions><source_files><source_file id='0' path='A.cs'/></source_files></module></modules></results>")]
    [InlineData("<CoverageSession><Module><Files><File uid='0' fullPath='A.cs'/></Files><SequencePoint vc='1' sl='2147483647' el='2147483647' fileid='0'/></Module></CoverageSession>")]
    [InlineData("{\"m\": {\"A.cs\": {\"c\": {\"f\": {\"Lines\": {\"2000000000\": 1, \"-1\": 1}}}}}}")]
    [InlineData("SF:A.cs\nDA:2000000000,1\nDA:-1,1\nend_of_record")]
    public void Absurd_lines_are_passed_over(string text) => Assert.Empty(OnlyFile(text).Hits);

    [SharedDataFact]
    public void Every_format_of_the_same_run_says_the_same_of_lines()
    {
        string[] coverlet = ["coverage.cobertura.xml", "coverage.json", "coverage.info", "coverage.opencover.xml"];

        string[] answers = [.. coverlet.Select(name => string.Join('|', Shared(name).Files.Select(f => $"{f.Name.Split('/')[^1]} {Lines(f)}").Order(StringComparer.Ordinal)))];

        Assert.Single(answers.Distinct());
        Assert.Contains("4:1p", answers[0], StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void Microsofts_checksums_are_those_of_the_files()
    {
        CoverageReport report = Shared("mscoverage.checksums.xml");

        Assert.Equal(4, report.Files.Count);
        Assert.All(report.Files, f => Assert.True(f.Checksum!.Matches(File.ReadAllBytes(SharedData.PathOf("trails/" + f.Name["/home/dev/repo/".Length..])))));
    }

    private static CoverageReport Shared(string name) =>
        TestInput.Read(File.ReadAllBytes(SharedData.PathOf("trails/" + name)), DateTimeOffset.MaxValue).Report!;

    private static MeasuredFile OnlyFile(string text) => Assert.Single(Read(text).Report!.Files);

    private static TestInput Read(string text) => TestInput.Read(System.Text.Encoding.UTF8.GetBytes(text), DateTimeOffset.UnixEpoch);

    private static string Lines(MeasuredFile file) =>
        string.Join(' ', file.Hits.OrderBy(h => h.Key).Select(h => $"{h.Key}:{h.Value}{(file.Partial.Contains(h.Key) ? "p" : "")}"));
}
