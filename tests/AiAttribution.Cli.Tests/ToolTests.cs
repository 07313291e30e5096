using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public class ToolTests
{
    [Theory]
    [InlineData("lines")]
    [InlineData("blame")]
    [InlineData("explain")]
    [InlineData("report")]
    [InlineData("doctor")]
    [InlineData("init")]
    public async Task Every_verb_has_help_with_an_example(string verb)
    {
        ToolRun run = await ToolRun.Of("/", verb, "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"Examples:\n  ai-attribution {verb}", run.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("--repo", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lines", "--formt", "json")]
    [InlineData("lines", "--format", "xml")]
    [InlineData("lines", "--rev", "")]
    [InlineData("blame")]
    [InlineData("sing")]
    [InlineData]
    public async Task Wrong_command_line_is_one_line_and_exit_code_2(params string[] arguments)
    {
        ToolRun run = await ToolRun.Of("/", arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Matches("^ai-attribution: [^\n]+ See 'ai-attribution [^\n]*--help'\\.\n$", run.Error);
    }

    [Theory]
    [InlineData("There is no command 'chek'. Did you mean 'check'?", "chek")]
    [InlineData("There is no command 'lst'. Did you mean 'list'?", "deployments", "lst")]
    [InlineData("There is no option '--formt'. Did you mean '--format'?", "report", "--formt", "html")]
    [InlineData("There is no option '--formt'. Did you mean '--format'?", "check", "origin/main", "--formt=json")]
    [InlineData("There is no option '--xyz'.", "check", "--xyz")]
    public async Task Misspelt_command_or_option_is_named_with_the_nearest(string message, params string[] arguments) =>
        Assert.StartsWith($"ai-attribution: {message} See 'ai-attribution ", (await ToolRun.Of("/", arguments)).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Folder_that_does_not_exist_is_one_line()
    {
        using var folder = new TemporaryFolder();

        ToolRun run = await ToolRun.Of(folder.Path, "lines", "--repo", "gone");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("gone' does not exist; give one in a git repository with --repo.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_without_a_repository_is_one_line_with_its_code()
    {
        using var folder = new TemporaryFolder();

        ToolRun run = await ToolRun.Of(folder.Path, "lines");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Matches("^ai-attribution: AIA9001: [^\n]+\n$", run.Error);
    }

    [Fact]
    public async Task Revision_that_names_nothing_is_one_line_with_its_code()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "lines", "--rev", "nowhere");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches("^ai-attribution: AIA9011: 'nowhere' [^\n]+\n$", run.Error);
    }

    [Fact]
    public async Task Policy_with_typos_is_a_line_for_each()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("eng/policy.json", "{ \"heavi\": {},\n \"tets\": {} }");

        ToolRun run = await ToolRun.Of(repository.Root, "lines", "--policy", "eng/policy.json");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal(
            [
                "ai-attribution: AIA9009: eng/policy.json(1,3): Unknown key 'heavi' in the policy. Did you mean 'heavy'? Nothing is attributed until the policy is right.",
                "ai-attribution: AIA9009: eng/policy.json(2,2): Unknown key 'tets' in the policy. Did you mean 'tests'? Nothing is attributed until the policy is right.",
            ],
            run.Error.TrimEnd('\n').Split('\n'));
    }
}
