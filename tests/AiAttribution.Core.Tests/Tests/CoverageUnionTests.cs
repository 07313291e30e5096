using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Tests;

public class CoverageUnionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Line_that_any_report_saw_executed_is_executed()
    {
        FileCoverage file = Unite([Report(Noon, "src/A.cs", (1, 0), (2, 3)), Report(Noon, "src/A.cs", (1, 1), (2, 0), (4, 0))]).Of("src/A.cs");

        Assert.Equal(FileMeasurement.Measured, file.Measurement);
        Assert.Equal([LineCoverage.Executed, LineCoverage.Executed, LineCoverage.NotExecutable, LineCoverage.NotExecuted], file.Lines(4));
    }

    [Fact]
    public void Report_older_than_the_file_is_stale_and_tells_nothing_of_lines()
    {
        FileCoverage file = Unite([Report(Noon.AddSeconds(-1), "src/A.cs", (1, 1))]).Of("src/A.cs");

        Assert.Equal(FileMeasurement.Stale, file.Measurement);
        Assert.Equal([LineCoverage.Unknown], file.Lines(1));
    }

    [Fact]
    public void Report_of_the_same_second_is_not_stale()
    {
        CoverageUnion trail = CoverageUnion.Unite([Report(Noon, "src/A.cs", (1, 1))], Resolver(), new FakeTexts { Now = "a\n", Written = Noon.AddMilliseconds(900) });

        Assert.Equal(FileMeasurement.Measured, trail.Of("src/A.cs").Measurement);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fresh_report_wins_over_a_stale_one_in_any_order(bool freshFirst)
    {
        CoverageReport fresh = Report(Noon, "src/A.cs", (1, 0));
        CoverageReport stale = Report(Noon.AddHours(-1), "src/A.cs", (1, 1));

        FileCoverage file = Unite(freshFirst ? [fresh, stale] : [stale, fresh]).Of("src/A.cs");

        Assert.Equal([LineCoverage.NotExecuted], file.Lines(1));
    }

    [Fact]
    public void File_that_no_report_names_is_unmeasured() =>
        Assert.Equal(FileMeasurement.Unmeasured, Unite([]).Of("src/A.cs").Measurement);

    [Fact]
    public void File_that_is_gone_is_left_out()
    {
        CoverageUnion trail = CoverageUnion.Unite([Report(Noon, "src/A.cs", (1, 1))], Resolver(), new FakeTexts { Now = null });

        Assert.Empty(trail.Files);
    }

    [Fact]
    public void Name_that_cannot_be_placed_is_listed_without_its_folders() =>
        Assert.Equal(["Deep/Strange.cs"], Unite([Report(Noon, "/home/somebody/private/Deep/Strange.cs", (1, 1))]).Unresolved);

    [SharedDataFact]
    public void Reports_of_coverlet_and_microsoft_are_united_on_a_repository_elsewhere()
    {
        CoverageReport[] reports =
        [
            .. new[] { "coverage.cobertura.xml", "mscoverage.cobertura.xml" }
                .Select(n => CoberturaReader.Read(File.OpenRead(SharedData.PathOf("trails/" + n)), DateTimeOffset.MaxValue).Report!),
        ];
        var resolver = new PathResolver("/elsewhere/", ["src/Lib/Calc.cs", "src/Lib/Calc.Part2.cs", "src/Lib2/Other.cs", "tests/T/Tests.cs"]);

        CoverageUnion trail = CoverageUnion.Unite(reports, resolver, new FakeTexts { Now = new string('\n', 30) });

        Assert.Equal(["src/Lib/Calc.Part2.cs", "src/Lib/Calc.cs", "src/Lib2/Other.cs", "tests/T/Tests.cs"], trail.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(trail.Unresolved);
        LineCoverage[] calc = trail.Of("src/Lib/Calc.cs").Lines(26);
        Assert.Equal(LineCoverage.Partial, calc[4 - 1]);
        Assert.Equal(LineCoverage.Executed, calc[9 - 1]);
        Assert.Equal(LineCoverage.NotExecuted, calc[23 - 1]);
        Assert.Equal(LineCoverage.NotExecutable, calc[1 - 1]);
    }

    private static CoverageUnion Unite(IReadOnlyList<CoverageReport> reports) => CoverageUnion.Unite(reports, Resolver(), new FakeTexts { Now = "a\nb\nc\nd\n", Written = Noon });

    private static PathResolver Resolver() => new("/clone/repo/", ["src/A.cs"]);

    private static CoverageReport Report(DateTimeOffset time, string name, params (int Line, long Hits)[] lines) =>
        new(time, [], [new MeasuredFile(name, lines.ToDictionary(l => l.Line, l => l.Hits))]);
}
