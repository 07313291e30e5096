using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public class ReportCiTests
{
    [Fact]
    public async Task Summary_is_appended_to_the_file_of_the_step()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        using var folder = new TemporaryFolder();
        string summary = Path.Combine(folder.Path, "summary.md");
        await File.WriteAllTextAsync(summary, "before\n");

        ToolRun run = await Run(repository, new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = summary }, "report", "--ci");

        Assert.Equal((0, "AiAttribution: There is no policy: nothing can block. The AI-heavy member is deployed; whether a test runs it is not known.\n"), (run.ExitCode, run.Out));
        Assert.StartsWith($"before\n# AI attribution of `{Path.GetFileName(repository.Root)}`\n", await File.ReadAllTextAsync(summary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_that_blocks_becomes_an_annotation()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Git("tag", "-d", "v1.0");
        repository.Git("tag", "v0.1", "HEAD~1");
        repository.Write("TestResults/a.cobertura.xml", $"<coverage><class filename=\"src/Lib/Calc.cs\">{string.Concat(Enumerable.Range(5, 6).Select(line => $"<line number=\"{line}\" hits=\"0\"/>"))}</class></coverage>");

        ToolRun run = await Run(repository, new() { ["GITHUB_ACTIONS"] = "true" }, "report", "--ci");

        Assert.StartsWith("::warning file=src/Lib/Calc.cs,line=5,col=16,title=AIA2001::'Calc.Mul(int, int)', where 6 of 6 code lines are AI, is not shown to work (no test runs it, and it is not deployed yet): add a test that runs it, then dotnet test --collect", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Azure_gets_the_summary_that_was_written()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await Run(repository, new() { ["TF_BUILD"] = "True" }, "report", "--ci", "--output", "out");

        Assert.EndsWith($"##vso[task.uploadsummary]{Path.Combine(repository.Root, "out", "AiAttribution.md")}\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_request_gets_the_comparison_as_summary()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        using var folder = new TemporaryFolder();
        string summary = Path.Combine(folder.Path, "summary.md");

        await Run(repository, new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = summary }, "report", "HEAD~1...HEAD", "--ci");

        Assert.StartsWith("<!-- ai-attribution:delta -->\n", await File.ReadAllTextAsync(summary), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GITLAB_CI", "ai-attribution: GitLab reads a file: add --output DIR --format gitlab")]
    [InlineData("NOTHING", "ai-attribution: --ci found none of ")]
    public async Task Nothing_to_say_is_said_as_a_note(string variable, string note)
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await Run(repository, new() { [variable] = "true" }, "report", "--ci");

        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.Contains(note, run.Error, StringComparison.Ordinal);
    }

    private static async Task<ToolRun> Run(TestRepository repository, Dictionary<string, string> variables, params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var console = new ToolConsole(repository.Root, output, error, ShowsProgress: false) { Variable = name => variables.GetValueOrDefault(name) };
        return new ToolRun(await Tool.RunAsync(arguments, console), output.ToString(), error.ToString());
    }
}
