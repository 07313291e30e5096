using System.Security.Cryptography;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public class ReportArtifactTests
{
    [Fact]
    public async Task Statement_is_about_the_named_files_and_says_that_it_is_not_signed()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("out/Lib.dll", "an assembly");

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--format", "intoto", "--artifact", "out/Lib.dll");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"name\": \"Lib.dll\"", run.Out);
        Assert.Contains(Convert.ToHexString(SHA256.HashData("an assembly"u8)).ToLowerInvariant(), run.Out);
        Assert.Contains("not signed", run.Error);
    }

    [Fact]
    public async Task Without_an_artifact_it_is_about_the_commit()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--format", "intoto-test");

        Assert.Contains($"\"gitCommit\": \"{repository.Head}\"", run.Out);
    }

    [Fact]
    public async Task Commit_cannot_vouch_for_lines_that_are_not_in_it()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("src/Lib/Calc.cs", RepositoryBuilder.After + "// typed since\n");

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--format", "intoto");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1 line on disk is not in it; commit them, or name what was built with --artifact.", run.Error);
    }

    [Fact]
    public async Task Missing_artifact_is_named_before_anything_is_scanned()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--format", "cyclonedx", "--artifact", "no.dll");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no.dll' does not exist; build it first", run.Error);
    }
}
