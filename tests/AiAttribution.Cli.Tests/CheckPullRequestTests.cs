using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public class CheckPullRequestTests
{
    private const string Policy = """{"rules":[{"id":"disclosed","require":{"pullRequest":{"ticked":"AI was used","agent":"required"}}}]}""";

    [Theory]
    [InlineData("- [x] AI was used\n\nClaude, secret-word", 0)]
    [InlineData("- [ ] AI was used\n\nClaude, secret-word", 1)]
    [InlineData("- [x] AI was used\n\nsecret-word", 1)]
    public async Task Text_of_a_file_decides_and_none_of_it_is_printed(string text, int exitCode)
    {
        using TestRepository repository = With();
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "pr.md");
        File.WriteAllText(file, text);

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0..HEAD", "--pull-request", file);
        ToolRun json = await ToolRun.Of(repository.Root, "check", "v0..HEAD", "--pull-request", file, "--format", "json");

        Assert.Equal((exitCode, exitCode), (run.ExitCode, json.ExitCode));
        Assert.DoesNotContain("secret-word", run.Out + run.Error + json.Out, StringComparison.Ordinal);
        Assert.Contains("disclosed", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_file_of_GitHub_and_variables_of_GitLab_are_read_without_being_named()
    {
        using TestRepository repository = With();
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "event.json");
        File.WriteAllText(file, """{"pull_request":{"title":"Add Mul","body":"- [x] AI was used\r\nby Claude Code"}}""");

        ToolRun gitHub = await ToolRun.In(["GITHUB_ACTIONS=true", "GITHUB_EVENT_PATH=" + file], repository.Root, "check", "v0..HEAD");
        ToolRun gitLab = await ToolRun.In(["GITLAB_CI=true", "CI_MERGE_REQUEST_IID=7", "CI_MERGE_REQUEST_DESCRIPTION=- [ ] AI was used"], repository.Root, "check", "v0..HEAD");

        Assert.Equal(0, gitHub.ExitCode);
        Assert.Equal(1, gitLab.ExitCode);
        Assert.Contains("AIA2018: commit", gitLab.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED=true")]
    [InlineData("CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED=false")]
    public async Task Description_that_GitLab_cut_off_tells_nothing_for_certain(string variable)
    {
        using TestRepository repository = With();

        ToolRun run = await ToolRun.In(["A=1", "CI_MERGE_REQUEST_IID=7", "CI_MERGE_REQUEST_DESCRIPTION=text", variable], repository.Root, "check", "v0..HEAD");

        Assert.Contains(variable.EndsWith("true", StringComparison.Ordinal) ? "AIA2012: commit" : "AIA2018: commit", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_not_there_is_an_error()
    {
        using TestRepository repository = With();

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0..HEAD", "--pull-request", "nothing.md");

        Assert.Equal((2, "ai-attribution: 'nothing.md' cannot be read as the text of a pull request: it does not exist.\n"), (run.ExitCode, run.Error));
    }

    private static TestRepository With()
    {
        TestRepository repository = RepositoryBuilder.Create();
        repository.Git("tag", "v0", "HEAD^");
        repository.Git("checkout", "-q", "v0");
        repository.Write("ai-attribution.json", Policy).Commit("Add the policy");
        repository.Git("tag", "-f", "v0");
        repository.Git("cherry-pick", "v1.0");
        return repository;
    }
}
