using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>A gate that could not judge never looks like one that passed.</summary>
public class CheckPipelineTests
{
    private const string Policy = "ai-attribution.json";
    private const string Tested = """{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }] }""";

    [Theory]
    [InlineData("disclose", 2)]
    [InlineData("tested", 2)]
    [InlineData("none-allowed", 2)]
    [InlineData("report-only", 0)]
    public async Task Missing_history_that_a_rule_needs_is_exit_code_2(string preset, int exitCode)
    {
        using TestRepository repository = With($$"""{ "extends": "{{preset}}" }""");
        using TemporaryFolder clone = Shallow(repository);

        ToolRun run = await ToolRun.Of(clone.Path, "check", "--repo", "shallow");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith("Cannot tell: ", run.Out.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CI=1", "git fetch --unshallow, or a checkout of full depth")]
    [InlineData("GITHUB_ACTIONS=true", "fetch-depth: 0 in the step actions/checkout")]
    [InlineData("TF_BUILD=True", "fetchDepth: 0 in the step checkout")]
    [InlineData("GITLAB_CI=true", "GIT_DEPTH: 0 among the job's variables")]
    [InlineData("BITBUCKET_BUILD_NUMBER=7", "clone: depth: full")]
    [InlineData("CI=false", "git fetch --unshallow")]
    public async Task Last_line_has_the_mend_in_the_words_of_the_pipeline(string variable, string mend)
    {
        using TestRepository repository = With("""{ "extends": "tested" }""");
        using TemporaryFolder clone = Shallow(repository);

        ToolRun run = await ToolRun.In([variable], clone.Path, "check", "--repo", "shallow");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith($"this clone is shallow, so older work is not judged: {mend}.\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A=1", null, 0)]
    [InlineData("CI=true", null, 2)]
    [InlineData("TF_BUILD=True", null, 2)]
    [InlineData("CI=false", null, 0)]
    [InlineData("A=1", "--ci", 2)]
    public async Task Pipeline_fails_when_no_rule_could_judge_for_want_of_evidence(string variable, string? option, int exitCode)
    {
        using TestRepository repository = With(Tested);

        ToolRun run = await ToolRun.In([variable], repository.Root, option is null ? ["check"] : ["check", option]);
        ToolRun json = await ToolRun.In([variable], repository.Root, option is null ? ["check", "--format", "json"] : ["check", option, "--format", "json"]);

        Assert.Equal((exitCode, exitCode), (run.ExitCode, json.ExitCode));
        JsonElement root = JsonDocument.Parse(json.Out).RootElement;
        Assert.Equal(("cannot tell", "cannot tell", exitCode == 2), (root.GetProperty("outcome").GetString(), root.GetProperty("gate").GetProperty("state").GetString(), root.GetProperty("gate").GetProperty("fails").GetBoolean()));
        if (exitCode == 2)
            Assert.Contains("was not measured: run dotnet test", run.Out.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pipeline_passes_when_one_rule_could_judge()
    {
        using TestRepository repository = With("""{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }, { "id": "session", "require": { "session": "required" } }] }""");

        Assert.Equal(0, (await ToolRun.In(["CI=true"], repository.Root, "check")).ExitCode);
    }

    [Theory]
    [InlineData("\"scope\": { \"branches\": [\"release/*\"] },", "it is for the branches release/*, and this is main")]
    [InlineData("\"scope\": { \"paths\": [\"docs/**\"] },", "nothing AI is in its scope")]
    public async Task Rule_out_of_scope_has_judged_nothing_and_says_so(string scope, string told)
    {
        using TestRepository repository = With("{ \"rules\": [{ \"id\": \"tested\", " + scope + " \"require\": { \"tests\": \"tested\" } }] }");

        ToolRun run = await ToolRun.In(["CI=true"], repository.Root, "check", "--branch", "main");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"passed       tested  error    executed by a test (0 members judged: {told})", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pipeline_is_told_when_no_rule_that_names_branches_applies()
    {
        using TestRepository repository = With("""{ "rules": [{ "id": "tested", "scope": { "branches": ["release/*"] }, "require": { "tests": "tested" } }] }""");

        Assert.Contains("No rule that names branches applies to the branch of this run", (await ToolRun.In(["CI=true"], repository.Root, "check", "--branch", "main")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("No rule that names branches", (await ToolRun.In(["A=1"], repository.Root, "check", "--branch", "main")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Range_without_AI_work_passes_in_a_pipeline()
    {
        using TestRepository repository = With(Tested);
        repository.Git("tag", "v0");
        repository.Write("README.md", "text\n").Commit("Write");

        Assert.Equal(0, (await ToolRun.In(["CI=true"], repository.Root, "check", "v0")).ExitCode);
    }

    [Fact]
    public async Task Range_that_lies_wholly_inside_a_shallow_clone_is_judged()
    {
        using TestRepository repository = With("""{ "extends": "none-allowed" }""");
        repository.Write("README.md", "text\n").Commit("Write");
        using TemporaryFolder clone = Shallow(repository, depth: 2);

        ToolRun run = await ToolRun.In(["CI=true"], clone.Path, "check", "HEAD~1", "--repo", "shallow");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("passed       no-ai", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A=1", "origin/develop", "ai-attribution: 'origin/develop' names no commit in this shallow clone: git fetch origin develop.")]
    [InlineData("GITHUB_ACTIONS=true", "origin/develop", "ai-attribution: 'origin/develop' names no commit in this shallow clone: git fetch origin develop, or fetch-depth: 0 in the step actions/checkout.")]
    [InlineData("A=1", "origin/mian", "ai-attribution: 'origin/mian' names no commit. Did you mean 'origin/main'?")]
    public async Task Base_that_is_not_there_says_how_to_get_it(string variable, string name, string told)
    {
        using TestRepository repository = With(Tested);
        using TemporaryFolder clone = Shallow(repository);

        ToolRun check = await ToolRun.In([variable], clone.Path, "check", name, "--repo", "shallow");
        ToolRun report = await ToolRun.In([variable], clone.Path, "report", name + "..HEAD", "--repo", "shallow");

        Assert.Equal((2, told + "\n"), (check.ExitCode, check.Error));
        Assert.Equal((2, told + "\n"), (report.ExitCode, report.Error));
    }

    private static TestRepository With(string policy)
    {
        TestRepository repository = RepositoryBuilder.Create();
        repository.Write(Policy, policy).Commit("Add the policy");
        return repository;
    }

    private static TemporaryFolder Shallow(TestRepository repository, int depth = 1)
    {
        var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "clone", "-q", "--depth", $"{depth}", "file://" + repository.Root, "shallow");
        return folder;
    }
}
