using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Cli.Verbs;
using AiAttribution.Core.Policy;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public class InitTests
{
    [Fact]
    public async Task Policy_is_written_to_the_root_and_nothing_else_changes()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(Path.Combine(repository.Root, "src"), "init");

        Assert.Equal((0, "Writing ai-attribution.json at the repository root: the defaults, explained. Nothing else is changed.\n"), (run.ExitCode, run.Out));
        Assert.Equal("?? ai-attribution.json\n", repository.Git("status", "--porcelain"));
        Assert.Equal(PolicyTemplate.Text, repository.Read("ai-attribution.json"));
    }

    [Fact]
    public async Task Policy_that_is_there_is_kept()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("ai-attribution.json", "{}");

        ToolRun run = await ToolRun.Of(repository.Root, "init");

        Assert.Equal((2, "{}"), (run.ExitCode, repository.Read("ai-attribution.json")));
        Assert.Equal("ai-attribution: ai-attribution.json is there already; edit it, or overwrite it with --force.\n", run.Error);
    }

    [Fact]
    public async Task Force_overwrites_and_says_so()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("ai-attribution.json", "{}");

        ToolRun run = await ToolRun.Of(repository.Root, "init", "--force");

        Assert.Contains("over the one that was there", run.Out, StringComparison.Ordinal);
        Assert.Equal(PolicyTemplate.Text, repository.Read("ai-attribution.json"));
    }

    [Fact]
    public async Task Dry_run_shows_the_file_and_writes_nothing()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "init", "--dry-run");

        Assert.Equal(PolicyTemplate.Text, run.Out);
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Theory]
    [InlineData("2026-01-31", "2026-01-31")]
    [InlineData("all", "all")]
    [InlineData("HEAD", null)]
    public async Task Since_writes_the_baseline_that_build_and_tool_read(string since, string? written)
    {
        using TestRepository repository = RepositoryBuilder.Create();

        await ToolRun.Of(repository.Root, "init", "--since", since);

        Assert.Equal(written ?? repository.Head, PolicyReader.Read(repository.Read("ai-attribution.json"), "ai-attribution.json").Policy!.Since);
    }

    [Fact]
    public void Written_policy_means_what_no_policy_means()
    {
        PolicyReading reading = PolicyReader.Read(PolicyTemplate.Text, "ai-attribution.json");

        Assert.Empty(reading.Problems);
        AttributionPolicy written = reading.Policy!;
        AttributionPolicy none = AttributionPolicy.Default;
        Assert.Equal(none.Verdicts, written.Verdicts);
        Assert.Equal(none.DeploymentTags.Select(t => t.Pattern), written.DeploymentTags.Select(t => t.Pattern));
        Assert.Equal(none.Coverage.Select(t => t.Pattern), written.Coverage.Select(t => t.Pattern));
        Assert.Equal(none.Evidence.ReviewBots, written.Evidence.ReviewBots);
        Assert.Null(written.Since);
    }
}
