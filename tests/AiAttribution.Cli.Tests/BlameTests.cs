using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Cli.Tests;

public class BlameTests
{
    [Fact]
    public async Task Every_line_has_state_commit_and_agent()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("src/Lib/Calc.cs", repository.Read("src/Lib/Calc.cs") + "// new \u001B[31m\n");

        ToolRun run = await ToolRun.Of(repository.Root, "blame", "src/Lib/Calc.cs");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        await Verify(run.Out);
    }

    [Fact]
    public async Task Tsv_has_the_same_in_columns()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "blame", "src/Lib/Calc.cs", "--format", "tsv", "--rev", "v1.0");

        await Verify(run.Out);
    }

    [Theory]
    [InlineData(false, "Begin")]
    [InlineData(true, "Indent")]
    public async Task Ignored_revision_owns_its_line_only_when_the_list_is_not_wanted(bool plain, string owner)
    {
        using var repository = new TestRepository();
        string begin = repository.Write("Calc.cs", "int x;\n").Commit("Begin");
        string indent = repository.Write("Calc.cs", "    int x;\n").Commit("Indent");
        repository.Write(".git-blame-ignore-revs", indent + "\n").Commit("List the indenting commit");

        ToolRun run = await ToolRun.Of(repository.Root, ["blame", "Calc.cs", "--mode", "git", "--format", "tsv", .. plain ? ["--no-ignore-revs"] : Array.Empty<string>()]);

        Assert.Contains((owner == "Begin" ? begin : indent)[..10], run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src", "Lib/Calc.cs")]
    [InlineData("src", "src/Lib/Calc.cs")]
    [InlineData("src/Lib", "../Lib/Calc.cs")]
    [InlineData("", "./src/Lib/Calc.cs")]
    public async Task File_is_found_from_the_current_folder_and_from_the_root(string folder, string file)
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(Path.Combine(repository.Root, folder), "blame", file);

        Assert.Equal("", run.Error);
        Assert.Equal(13, run.Out.Count(c => c == '\n'));
    }

    [Fact]
    public async Task File_that_is_not_committed_is_unknown()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("src/New.cs", "one\ntwo\n");

        ToolRun run = await ToolRun.Of(repository.Root, "blame", "src/New.cs");

        Assert.Equal("unknown  -           -  1  one\nunknown  -           -  2  two\n", run.Out);
    }

    [Theory]
    [InlineData("src/Gone.cs")]
    [InlineData("../../../etc/passwd")]
    [InlineData("src")]
    public async Task File_that_is_not_there_is_an_error_with_a_way_out(string file)
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "blame", file);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal($"ai-attribution: '{file}' is not a file of the working tree; give its path from the current folder or from the repository root.\n", run.Error);
    }
}
