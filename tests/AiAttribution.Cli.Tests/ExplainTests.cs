using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Cli.Tests;

public class ExplainTests
{
    [Fact]
    public async Task Ai_line_is_explained_down_to_its_trails()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "explain", "src/Lib/Calc.cs:9");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        await Verify(run.Out);
    }

    [Fact]
    public async Task Ai_line_that_a_test_runs_is_tested()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("TestResults/coverage.cobertura.xml", "<coverage><class filename=\"src/Lib/Calc.cs\"><line number=\"9\" hits=\"4\"/></class></coverage>");

        ToolRun run = await ToolRun.Of(repository.Root, "explain", "src/Lib/Calc.cs:9");

        Assert.Contains("tests       executed by a passing test, by coverage that is younger than the file (stale-unknown: no checksum binds it to this text)\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("tested by coverage of a text that only its time binds (stale-unknown); shipped in v1.0, live\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AIA1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problem_of_a_report_is_told_only_where_the_line_is_explained_by_it()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("TestResults/coverage.cobertura.xml", "<coverage");

        ToolRun ai = await ToolRun.Of(repository.Root, "explain", "src/Lib/Calc.cs:9");
        ToolRun other = await ToolRun.Of(repository.Root, "explain", "src/Lib/Calc.cs:3");
        ToolRun blame = await ToolRun.Of(repository.Root, "blame", "src/Lib/Calc.cs");

        Assert.Contains("TestResults/coverage.cobertura.xml", ai.Error, StringComparison.Ordinal);
        Assert.Equal(("", ""), (other.Error, blame.Error));
    }

    [Fact]
    public async Task Other_line_is_told_with_its_commit_and_no_more()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "explain", "src/Lib/Calc.cs:3");

        Assert.StartsWith("src/Lib/Calc.cs:3 is other: its history is known, and nothing in it says AI (which is no proof of a human)\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("of 2026-01-01, where it was line 3\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Dev", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_that_is_not_committed_is_unknown_for_that_reason()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("src/Lib/Calc.cs", "// new\n" + repository.Read("src/Lib/Calc.cs")).Write("New.cs", "x\n");

        ToolRun changed = await ToolRun.Of(repository.Root, "explain", "src/Lib/Calc.cs:1");
        ToolRun added = await ToolRun.Of(repository.Root, "explain", "New.cs:1");

        Assert.StartsWith("src/Lib/Calc.cs:1 is unknown: it changed since the last commit\n", changed.Out, StringComparison.Ordinal);
        Assert.StartsWith("New.cs:1 is unknown: the file is not committed\n", added.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Lib/Calc.cs", "'src/Lib/Calc.cs' names no line; write the file, a colon and a line number, such as src/Calc.cs:42.")]
    [InlineData("src/Lib/Calc.cs:0", "'src/Lib/Calc.cs:0' names no line; write the file, a colon and a line number, such as src/Calc.cs:42.")]
    [InlineData("src/Lib/Calc.cs:14", "'src/Lib/Calc.cs' has 13 lines, so there is no line 14.")]
    public async Task Place_without_a_line_is_an_error_with_a_way_out(string place, string message)
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "explain", place);

        Assert.Equal((2, $"ai-attribution: {message}\n"), (run.ExitCode, run.Error));
    }
}
