using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Json;
using AiAttribution.Testing.Repositories;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Cli.Tests;

public class ReportTests
{
    [Fact]
    public async Task Markdown_goes_to_the_screen()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Git("remote", "add", "origin", "https://user:secret@host.example/owner/shop.git");

        ToolRun run = await ToolRun.Of(repository.Root, "report");

        Assert.Equal(0, run.ExitCode);
        await Verify(run.Out, "md");
    }

    [Fact]
    public async Task Json_is_valid_by_its_schema()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--format", "json");

        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-report.schema.json").Errors(run.Out));
    }

    [Fact]
    public async Task Files_go_to_a_folder_and_are_the_same_in_every_run()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--output", "out/one");
        await ToolRun.Of(repository.Root, "report", "--output", "out/two");

        Assert.Equal("out/one/AiAttribution.md\nout/one/AiAttribution.html\nout/one/AiAttribution.json\n", run.Out.Replace('\\', '/'));
        Assert.Equal(repository.Read("out/one/AiAttribution.json"), repository.Read("out/two/AiAttribution.json"));
        Assert.Equal(repository.Read("out/one/AiAttribution.md"), repository.Read("out/two/AiAttribution.md"));
        Assert.Equal(repository.Read("out/one/AiAttribution.html"), repository.Read("out/two/AiAttribution.html"));
    }

    [Fact]
    public async Task Folder_gets_the_chosen_files_only()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--output", "out", "--format", "html;json");

        Assert.Equal("out/AiAttribution.html\nout/AiAttribution.json\n", run.Out.Replace('\\', '/'));
    }

    [Theory]
    [InlineData("pdf", "ai-attribution: There is no format 'pdf'; there are md, html, json")]
    [InlineData("md,html", "ai-attribution: the screen takes one format; give a folder with --output for several.")]
    public async Task Format_that_cannot_be_written_is_an_error(string format, string message)
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--format", format);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_names_no_person_and_no_folder_of_the_machine()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--format", "json");

        Assert.DoesNotContain("Dev", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(repository.Root, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_test_projects_are_left_out()
    {
        using var repository = new TestRepository();
        repository
            .Write("a/A.csproj", "<Project><ItemGroup><PackageReference Include=\"xunit\" /></ItemGroup></Project>").Write("a/A.cs", RepositoryBuilder.After)
            .Write("b/B.UnitTests.csproj", "<Project />").Write("b/B.cs", RepositoryBuilder.After)
            .Write("c/C.csproj", "<Project />").Write("c/deep/C.cs", RepositoryBuilder.After)
            .Commit(RepositoryBuilder.ByAgent);

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--format", "json");

        JsonElement members = JsonDocument.Parse(run.Out).RootElement.GetProperty("members");
        Assert.Equal(["c/deep/C.cs"], members.EnumerateArray().Select(m => m.GetProperty("path").GetString()!));
    }

    [Fact]
    public async Task Baseline_of_the_command_line_wins()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--since", "v1.0");

        Assert.StartsWith($"# AI attribution of `{Path.GetFileName(repository.Root)}`\n\nGate: clear. There is no policy: nothing can block. No AI-heavy member is newer than the baseline. 1 more is AI-heavy by lines of the baseline, which is told and never judged.\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n\n**0 AI-heavy members.**", run.Out, StringComparison.Ordinal);
        Assert.Contains("8 AI lines belong to the baseline `v1.0` and are never judged.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_that_is_a_bare_version_is_a_tag_and_no_date()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Git("tag", "1.2");

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--since", "1.2");

        Assert.Contains("8 AI lines belong to the baseline `1.2` and are never judged.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-02", 8)]
    [InlineData("2026-01-01", 0)]
    public async Task Baseline_that_is_a_date_takes_what_was_committed_before_it(string since, int lines)
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--since", since, "--format", "json");

        Assert.Equal(lines, JsonDocument.Parse(run.Out).RootElement.GetProperty("lines").GetProperty("aiBaseline").GetInt32());
    }

    [Fact]
    public async Task Baseline_that_names_nothing_is_an_error()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--since", "v9");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("ai-attribution: AIA9011: the baseline 'v9'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bare_repository_is_an_error_with_a_way_out()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        using var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "clone", "-q", "--bare", repository.Root, "bare.git");

        ToolRun run = await ToolRun.Of(folder.Path, "report", "--repo", "bare.git");

        Assert.Equal((2, "ai-attribution: this repository is bare, and a report needs the files on disk; clone it, or use 'ai-attribution lines --rev HEAD'.\n"), (run.ExitCode, run.Error));
    }
}
