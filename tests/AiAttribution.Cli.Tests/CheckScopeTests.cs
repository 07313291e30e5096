using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>What a check speaks of when a range or a branch is given.</summary>
public class CheckScopeTests
{
    [Theory]
    [InlineData("v1", 0)]
    [InlineData("v1..HEAD", 0)]
    [InlineData("v0..HEAD", 1)]
    public async Task Range_judges_what_its_commits_brought(string range, int exitCode)
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Git("tag", "v0", "HEAD~1");
        repository.Git("tag", "v1");
        repository.Write(CheckedRepository.Policy, "{ \"extends\": \"disclose\" }").Commit("Add the policy");

        Assert.Equal(exitCode, (await ToolRun.Of(repository.Root, "check", range)).ExitCode);
    }

    [Fact]
    public async Task Range_that_ends_elsewhere_is_judged_by_its_own_policy_or_the_one_that_is_given()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Git("tag", "v0", "HEAD~1");
        repository.Git("tag", "v1");
        repository.Write(CheckedRepository.Policy, "{ \"extends\": \"disclose\" }").Commit("Add the policy");

        Assert.Equal(0, (await ToolRun.Of(repository.Root, "check", "v0...v1")).ExitCode);
        Assert.Equal(1, (await ToolRun.Of(repository.Root, "check", "v0...v1", "--policy", CheckedRepository.Policy)).ExitCode);
    }

    [Fact]
    public async Task Range_that_ends_elsewhere_is_judged_from_git_as_a_report_is()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Git("tag", "v0", "HEAD~1");
        repository.Git("tag", "v1");
        repository.Write(CheckedRepository.Policy, "{ \"rules\": [{ \"id\": \"tested\", \"require\": { \"tests\": \"linked\" } }] }").Commit("Add the policy");

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0..v1");
        ToolRun report = await ToolRun.Of(repository.Root, "report", "v0..v1", "--format", "json");
        repository.Git("checkout", "-q", "v1");
        ToolRun there = await ToolRun.Of(repository.Root, "check", "v0..v1");

        Assert.Equal(there.Out, run.Out);
        Assert.Contains("(1 member judged)", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"judged\": 1", report.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not checked out", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Range_answers_for_the_files_that_it_changed()
    {
        using var repository = new TestRepository();
        repository.Write(CheckedRepository.Policy, """{ "rules": [{ "id": "cov", "require": { "coverage": { "atLeast": 0.5 } } }, { "id": "unk", "require": { "unknownShare": 0.1 } }] }""");
        for (int i = 0; i < 5; i++)
            repository.Write($"src/Old{i}.cs", RepositoryBuilder.After.Replace("Calc", $"Old{i}", StringComparison.Ordinal));
        repository.Commit(RepositoryBuilder.ByAgent);
        repository.Write("src/New.cs", RepositoryBuilder.After.Replace("Calc", "New", StringComparison.Ordinal)).Commit(RepositoryBuilder.ByAgent);

        ToolRun text = await ToolRun.Of(repository.Root, "check", "HEAD~1");
        ToolRun json = await ToolRun.Of(repository.Root, "check", "HEAD~1", "--format", "json");
        ToolRun all = await ToolRun.Of(repository.Root, "check");

        Assert.Equal(2, text.Out.Split("(1 file judged)").Length - 1);
        Assert.Equal(2, json.Out.Split("\"judged\": 1,").Length - 1);
        Assert.Equal(2, all.Out.Split("(6 files judged)").Length - 1);
    }

    [Fact]
    public async Task Range_judges_commits_whose_lines_are_gone()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Git("tag", "v0", "HEAD~1");
        repository.Write("src/Lib/Calc.cs", RepositoryBuilder.Before).Write(CheckedRepository.Policy, "{ \"extends\": \"none-allowed\" }").Commit("Take it out");

        Assert.Equal(0, (await ToolRun.Of(repository.Root, "check")).ExitCode);
        Assert.Equal(1, (await ToolRun.Of(repository.Root, "check", "v0")).ExitCode);
    }

    [Fact]
    public async Task Range_the_wrong_way_round_is_told_in_check_and_report()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Git("tag", "v8", "HEAD~1");
        repository.Git("tag", "v9");
        const string told = "v9 has every commit of v8 already, so nothing lies between them; the other way round it is v8..v9.";

        Assert.Contains(told, (await ToolRun.Of(repository.Root, "check", "v9..v8")).Out, StringComparison.Ordinal);
        Assert.Contains(told, (await ToolRun.Of(repository.Root, "check", "v9..v8", "--format", "json")).Out, StringComparison.Ordinal);
        Assert.Contains(told, (await ToolRun.Of(repository.Root, "report", "v9..v8", "--format", "md")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Range_that_names_nothing_is_exit_code_2()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v9..HEAD");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("ai-attribution: 'v9' names no commit.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main", 1)]
    [InlineData("topic", 0)]
    public async Task Branch_can_be_given(string branch, int exitCode)
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Write(CheckedRepository.Policy, "{ \"rules\": [{ \"id\": \"a\", \"scope\": { \"branches\": [\"main\"] }, \"require\": { \"agents\": [] } }] }");

        Assert.Equal(exitCode, (await ToolRun.Of(repository.Root, "check", "--branch", branch)).ExitCode);
    }
}
