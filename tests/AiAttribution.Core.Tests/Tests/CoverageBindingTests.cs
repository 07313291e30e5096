using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Tests;

public class CoverageBindingTests
{
    private const string Text = "int A()\n{\n    return 1;\n}\n";

    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Text)]
    [InlineData("int A()\r\n{\r\n    return 1;\r\n}\r\n")]
    [InlineData("\uFEFF" + Text)]
    [InlineData("\uFEFFint A()\r\n{\r\n    return 1;\r\n}\r\n")]
    public void Checksum_in_the_report_binds_to_the_text_with_any_line_ends_and_mark(string measured)
    {
        FileCoverage file = Bind(new FakeTexts { Now = Text, Written = Noon.AddDays(1) }, Checksum(measured), (3, 1));

        Assert.Equal((FileMeasurement.Measured, CoverageBinding.Report), (file.Measurement, file.Binding));
        Assert.Equal("..+.", States(file));
    }

    [Fact]
    public void Checksum_of_an_unknown_text_makes_the_file_stale_however_young_the_report_is()
    {
        FileCoverage file = Bind(new FakeTexts { Now = Text, Written = Noon.AddDays(-1) }, Checksum("something else"), (3, 1));

        Assert.Equal((FileMeasurement.Stale, CoverageBinding.Report), (file.Measurement, file.Binding));
        Assert.Equal("????", States(file));
    }

    [Fact]
    public void Text_that_changed_since_is_aligned_and_only_its_changed_lines_are_stale()
    {
        const string now = "// new\nint A()\n{\n    return 1;\n}\nint B() => 2;\n";

        FileCoverage file = Bind(new FakeTexts { Now = now, History = ["another", Text] }, Checksum(Text), (3, 1));

        Assert.Equal(FileMeasurement.Measured, file.Measurement);
        Assert.Equal("s..+.s", States(file, 6));
    }

    [Fact]
    public void Lines_around_a_deletion_are_stale()
    {
        FileCoverage file = Bind(new FakeTexts { Now = "a\nb\nd\ne\n", History = ["a\nb\nc\nd\ne\n"] }, Checksum("a\nb\nc\nd\ne\n"), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1));

        Assert.Equal("+ss+", States(file));
    }

    [Fact]
    public void Symbols_as_old_as_the_report_bind_it_and_give_executable_lines_that_it_leaves_out()
    {
        var texts = new FakeTexts { Now = Text, Written = Noon.AddDays(1), Compiled = [(Document(Text, 2, 3, 4), Noon)] };

        FileCoverage file = Bind(texts, null, (3, 1));

        Assert.Equal(CoverageBinding.Symbols, file.Binding);
        Assert.Equal(".m+m", States(file));
    }

    [Fact]
    public void Symbols_of_a_later_build_say_nothing()
    {
        FileCoverage file = Bind(new FakeTexts { Now = Text, Written = Noon.AddHours(1), Compiled = [(Document(Text, 3), Noon.AddHours(1))] }, null, (3, 1));

        Assert.Equal((FileMeasurement.Stale, CoverageBinding.Time), (file.Measurement, file.Binding));
    }

    [Fact]
    public void Symbols_without_a_measured_line_belong_to_another_build()
    {
        FileCoverage file = Bind(new FakeTexts { Now = Text, Compiled = [(Document("another", 1, 2), Noon), (Document(Text, 3), Noon)] }, null, (3, 1));

        Assert.Equal((FileMeasurement.Measured, CoverageBinding.Symbols), (file.Measurement, file.Binding));
    }

    [Fact]
    public void Commit_in_a_source_link_binds_to_the_text_it_had_there()
    {
        const string commit = "0123456789abcdef0123456789abcdef01234567";
        var texts = new FakeTexts { Now = "// new\n" + Text, Written = Noon.AddDays(1), Commits = { [commit] = Text } };

        FileCoverage file = Unite(texts, new MeasuredFile($"https://raw.example.com/o/r/{commit}/src/A.cs", new Dictionary<int, long> { [3] = 1 }));

        Assert.Equal(CoverageBinding.Commit, file.Binding);
        Assert.Equal("s..+.", States(file, 5));
    }

    [Fact]
    public void Report_that_nothing_else_binds_is_bound_by_time()
    {
        FileCoverage file = Bind(new FakeTexts { Now = Text, Written = Noon }, null, (3, 1));

        Assert.Equal((FileMeasurement.Measured, CoverageBinding.Time), (file.Measurement, file.Binding));
    }

    [Fact]
    public void Line_beyond_the_end_of_the_file_shows_that_another_text_was_measured() =>
        Assert.Equal(FileMeasurement.Stale, Bind(new FakeTexts { Now = Text, Written = Noon }, null, (5, 1)).Measurement);

    [Fact]
    public void Line_that_ran_only_in_a_failing_run_is_not_tested()
    {
        var hits = new Dictionary<int, long> { [1] = 1, [2] = 0, [3] = 1 };
        CoverageReport failing = new(Noon, [], [new MeasuredFile("src/A.cs", hits)]) { IsFailedRun = true };
        CoverageReport passing = new(Noon, [], [new MeasuredFile("src/A.cs", new Dictionary<int, long> { [1] = 0, [3] = 2 })]);

        CoverageUnion trail = CoverageUnion.Unite([failing, passing], Resolver(), new FakeTexts { Now = Text });

        Assert.Equal("f-+.", States(trail.Of("src/A.cs")));
        Assert.Equal(1, trail.FailedRuns);
    }

    [Fact]
    public void What_is_bound_less_surely_than_the_policy_asks_counts_as_not_measured()
    {
        CoverageReport byTime = new(Noon, [], [new MeasuredFile("src/A.cs", new Dictionary<int, long> { [1] = 1 })]);
        CoverageReport byChecksum = new(Noon, [], [new MeasuredFile("src/A.cs", new Dictionary<int, long> { [1] = 0 }) { Checksum = Checksum(Text) }]);
        var texts = new FakeTexts { Now = Text, Written = Noon };

        FileCoverage weak = CoverageUnion.Unite([byTime], Resolver(), texts, CoverageBinding.Symbols).Of("src/A.cs");
        FileCoverage both = CoverageUnion.Unite([byTime, byChecksum], Resolver(), texts, CoverageBinding.Symbols).Of("src/A.cs");

        Assert.Equal((FileMeasurement.Unmeasured, CoverageBinding.Time), (weak.Measurement, weak.Binding));
        Assert.Equal((FileMeasurement.Measured, CoverageBinding.Report, LineCoverage.NotExecuted), (both.Measurement, both.Binding, both.States[1]));
    }

    [Fact]
    public void Lines_that_a_report_with_checksum_leaves_out_stay_executable_by_the_symbols()
    {
        var texts = new FakeTexts { Now = Text, Compiled = [(new SymbolDocument("src/A.cs", Checksum(Text), new HashSet<int> { 1, 2, 3 }), Noon)] };

        Assert.Equal("+mm.", States(Bind(texts, Checksum(Text), (1, 1))));
    }

    [Fact]
    public void Report_of_this_text_drops_what_is_stale_in_an_older_one()
    {
        CoverageReport older = new(Noon, [], [new MeasuredFile("src/A.cs", new Dictionary<int, long> { [1] = 1 }) { Checksum = Checksum("x\ny\n") }]);
        CoverageReport newer = new(Noon, [], [new MeasuredFile("src/A.cs", new Dictionary<int, long> { [2] = 0 }) { Checksum = Checksum("x\nz\n") }]);

        CoverageUnion trail = CoverageUnion.Unite([older, newer], Resolver(), new FakeTexts { Now = "x\nz\n", History = ["x\ny\n"] });

        Assert.Equal("+-", States(trail.Of("src/A.cs"), 2));
    }

    private static FileCoverage Bind(FakeTexts texts, SourceChecksum? checksum, params (int Line, long Hits)[] lines) =>
        Unite(texts, new MeasuredFile("src/A.cs", lines.ToDictionary(l => l.Line, l => l.Hits)) { Checksum = checksum });

    private static FileCoverage Unite(FakeTexts texts, MeasuredFile file) =>
        CoverageUnion.Unite([new CoverageReport(Noon, [], [file])], Resolver(), texts).Of("src/A.cs");

    private static PathResolver Resolver() => new("/repo/", ["src/A.cs"]);

    private static SourceChecksum Checksum(string text) => new(ChecksumAlgorithm.Sha256, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    private static SymbolDocument Document(string text, params int[] executable) => new("/_/src/A.cs", Checksum(text), executable.ToHashSet());

    private static string States(FileCoverage file, int lines = 4) => string.Concat(file.Lines(lines).Select(s => "?.-+lpfsm"[(int)s]));
}
