using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>Links that a commit can bring, at the places that the tool writes to and reads from.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly TestRepository _repository = RepositoryBuilder.Create();
    private readonly TemporaryFolder _outside = new();

    public LinkTests() => File.WriteAllText(Target, "mine\n");

    private string Target => Path.Combine(_outside.Path, "target");

    public void Dispose()
    {
        _outside.Dispose();
        _repository.Dispose();
    }

    [UnixFact]
    public async Task Report_is_not_written_through_a_link_at_its_name()
    {
        Link("artifacts/AiAttribution.md", Target);

        await AssertRefused("report", "--output", "artifacts", "--format", "md");
    }

    [UnixFact]
    public async Task Report_is_not_written_through_a_link_of_a_folder_on_its_way()
    {
        Link("artifacts", _outside.Path);

        await AssertRefused("report", "--output", "artifacts/deep", "--format", "md");
    }

    [UnixFact]
    public async Task Report_is_not_written_through_a_link_to_a_link()
    {
        Link("way", _outside.Path);
        Link("artifacts", "way/deep");

        await AssertRefused("report", "--output", "artifacts", "--format", "md");
    }

    [UnixFact]
    public async Task Ring_of_links_is_told()
    {
        Link("a", "b");
        Link("b", "a");

        ToolRun run = await ToolRun.Of(_repository.Root, "report", "--output", "a", "--format", "md");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("form a ring", run.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Link_that_stays_in_the_repository_is_followed()
    {
        _repository.Write("build/keep.txt", "");
        Link("artifacts", "build");

        ToolRun run = await ToolRun.Of(_repository.Root, "report", "--output", "artifacts", "--format", "md");

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(Path.Combine(_repository.Root, "build/AiAttribution.md")));
    }

    [UnixFact]
    public async Task Folder_outside_that_the_user_names_is_taken()
    {
        ToolRun run = await ToolRun.Of(_repository.Root, "report", "--output", _outside.Path, "--format", "md");

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(Path.Combine(_outside.Path, "AiAttribution.md")));
    }

    [UnixFact]
    public async Task Deployments_are_not_written_through_a_link()
    {
        Link("deployments.jsonl", Target);

        await AssertRefused("deployments", "add", "--env", "production");
    }

    [UnixFact]
    public async Task Deployments_are_not_made_through_a_link_to_nothing()
    {
        Link("deployments.jsonl", Path.Combine(_outside.Path, "new"));

        await AssertRefused("deployments", "add", "--env", "production");
    }

    [UnixFact]
    public async Task Policy_is_not_written_through_a_link()
    {
        Link("ai-attribution.json", Target);

        await AssertRefused("init", "--force");
    }

    [UnixFact]
    public async Task Coverage_behind_a_link_to_a_device_is_left_out()
    {
        Link("TestResults/a.cobertura.xml", "/dev/zero");

        ToolRun run = await ToolRun.Of(_repository.Root, "check");

        Assert.Contains("TestResults/a.cobertura.xml: coverage report left out: it is a link that leads out of the repository", run.Error + run.Out, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Pipe_among_the_coverage_ends_nothing()
    {
        Directory.CreateDirectory(Path.Combine(_repository.Root, "TestResults"));
        using (var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(_repository.Root, "TestResults/a.cobertura.xml")))
            await made.WaitForExitAsync();

        ToolRun run = await ToolRun.Of(_repository.Root, "check");

        Assert.Contains("TestResults/a.cobertura.xml", run.Error + run.Out, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Deployments_of_a_glob_behind_a_link_are_left_out()
    {
        _repository.Write("ai-attribution.json", """{"deployment":{"files":["deploy/*.json"]}}""");
        Link("deploy/a.json", "/dev/zero");

        ToolRun run = await ToolRun.Of(_repository.Root, "report");

        Assert.Contains("deploy/a.json", run.Error + run.Out, StringComparison.Ordinal);
        Assert.Contains("it is a link that leads out of the repository", run.Error + run.Out, StringComparison.Ordinal);
    }

    private void Link(string path, string target)
    {
        string full = Path.Combine(_repository.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.CreateSymbolicLink(full, target);
    }

    private async Task AssertRefused(params string[] arguments)
    {
        ToolRun run = await ToolRun.Of(_repository.Root, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("link", run.Error, StringComparison.Ordinal);
        Assert.Equal([Target], Directory.GetFileSystemEntries(_outside.Path));
        Assert.Equal("mine\n", await File.ReadAllTextAsync(Target));
    }
}
