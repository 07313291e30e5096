using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Json;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public class CheckTests
{
    [Fact]
    public async Task Repository_without_policy_is_told_and_passes()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Git("commit", "-q", "--allow-empty", "-m", "Later");

        ToolRun run = await ToolRun.Of(repository.Root, "check");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("Cannot tell: 1 of 1 rules lacks evidence for the working tree, by the default policy, which fails nothing ('extends' in ai-attribution.json names a stricter one); no rule fails.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_of_the_package_is_named()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        string adoption = repository.Write("App.csproj", """<Project><ItemGroup><PackageReference Include="AiAttribution" /></ItemGroup></Project>""").Commit("Adopt");

        Assert.Contains($"\nBaseline: {adoption}, where AiAttribution came in.", (await ToolRun.Of(repository.Root, "check")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Baseline:", (await ToolRun.Of(repository.Root, "check", "--since", "all")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/**", 2)]
    [InlineData("other/**", 0)]
    public async Task Content_of_the_past_that_is_missing_costs_the_rules_that_look_at_its_file(string paths, int exitCode)
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Write("other/Other.cs", "class Other;\n").Write(CheckedRepository.Policy, $$"""{ "rules": [{ "id": "known", "scope": { "paths": ["{{paths}}"] }, "require": { "unknownShare": 1 } }] }""").Commit("More");
        string blob = repository.Git("rev-parse", "HEAD~2:src/Lib/Calc.cs").Trim();
        string file = Path.Combine(repository.Root, ".git", "objects", blob[..2], blob[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);

        ToolRun run = await ToolRun.Of(repository.Root, "check");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains($"AIA9004: 1 content of files of the past is missing ({blob[..10]}), so lines that need it are unknown", run.Error, StringComparison.Ordinal);
        Assert.Equal(exitCode == 2, run.Out.Contains("contents of the past are missing, so lines of these files are unknown and not judged: git fetch --refetch --no-filter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Violated_rule_comes_first_with_place_and_mend_and_exit_code_1()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Write(CheckedRepository.Policy, "{ \"extends\": \"disclose\" }");

        ToolRun run = await ToolRun.Of(repository.Root, "check");

        string[] lines = run.Out.Split('\n');
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("FAILED       disclosed", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  src/Lib/Calc.cs(5): AIA2002: commit ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(": add 'Assisted-by: AGENT:MODEL' to its message", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("passed       no-ai-sign-off", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("Messages of commits that are not published: git rebase -i COMMIT~1", lines[3], StringComparison.Ordinal);
        Assert.Equal("1 of 2 rules fails for the working tree, by ai-attribution.json.", lines[4]);
    }

    [Fact]
    public async Task Amended_message_passes()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed + "Assisted-by: Claude:claude-opus-4-8\n");
        repository.Write(CheckedRepository.Policy, "{ \"extends\": \"disclose\" }");

        Assert.Equal(0, (await ToolRun.Of(repository.Root, "check")).ExitCode);
    }

    [Theory]
    [InlineData("warn", 0)]
    [InlineData("fail", 2)]
    public async Task Missing_evidence_is_exit_code_2_only_where_the_rule_says_so(string unknown, int exitCode)
    {
        using TestRepository repository = CheckedRepository.With(RepositoryBuilder.ByAgent);
        repository.Write(CheckedRepository.Policy, $$"""{ "rules": [{ "id": "tested", "require": { "tests": "tested" }, "unknown": "{{unknown}}" }] }""");

        ToolRun run = await ToolRun.Of(repository.Root, "check");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith("CANNOT TELL  tested", run.Out, StringComparison.Ordinal);
        Assert.Contains("AIA2012: 'Calc.Mul(int, int)', where 6 of 6 code lines are AI, was not measured: run dotnet test", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_measured_other_code_is_not_sent_in_a_circle()
    {
        using TestRepository repository = CheckedRepository.With(RepositoryBuilder.ByAgent);
        repository.Write("src/Lib/Other.cs", "class Other;\n").Commit("Add another file");
        repository.Write(CheckedRepository.Policy, """{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }] }""");
        repository.Write("TestResults/a.cobertura.xml", "<coverage><class filename=\"src/Lib/Other.cs\"><line number=\"1\" hits=\"1\"/></class></coverage>");

        ToolRun run = await ToolRun.Of(repository.Root, "check");

        Assert.Contains("was not measured, because the one coverage report does not name src/Lib/Calc.cs: run tests that load its assembly with dotnet test", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"extends\": \"regulated\" }")]
    [InlineData("{ \"extends\": \"none-allowed\", \"waivers\": [{ \"rule\": \"no-ai\", \"paths\": [\"src/**\"], \"owner\": \"core\", \"reason\": \"old\", \"expires\": \"2999-01-31\" }] }")]
    [InlineData("{ \"rules\": [{ \"id\": \"monthly\", \"require\": { \"budget\": { \"per\": \"month\", \"tokens\": 5 } } }] }")]
    public async Task Json_keeps_to_its_schema(string policy)
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Write(CheckedRepository.Policy, policy);

        ToolRun run = await ToolRun.Of(repository.Root, "check", "HEAD~1", "--format", "json");

        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-check.schema.json").Errors(run.Out));
    }

    [Theory]
    [InlineData("2999-12-31", 0, "waiver       disclosed       until 2999-12-31, payments: moved from elsewhere")]
    [InlineData("2020-12-31", 1, "expired      disclosed       since 2020-12-31, payments: moved from elsewhere")]
    public async Task Waiver_holds_until_it_expires_and_is_listed(string expires, int exitCode, string line)
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Write(CheckedRepository.Policy, $$"""{ "extends": "disclose", "waivers": [{ "rule": "disclosed", "paths": ["src/Lib/**"], "owner": "payments", "reason": "moved from elsewhere", "expires": "{{expires}}" }] }""");

        ToolRun run = await ToolRun.Of(repository.Root, "check");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(line, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_that_matches_nothing_is_warned_about_at_its_line()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Write(CheckedRepository.Policy, "{ \"rules\": [\n  { \"id\": \"a\", \"scope\": { \"paths\": [\"scr/**\"] }, \"require\": { \"session\": \"required\" } }] }");

        ToolRun run = await ToolRun.Of(repository.Root, "check");

        Assert.Equal("AIA9009: ai-attribution.json(2,3): 'scr/**' in the rule 'a' matches no file. Mend the pattern, or take it out.\n", run.Error);
    }

    [Theory]
    [InlineData("\"addedLines\": 8", 1)]
    [InlineData("\"addedLines\": 9", 0)]
    public async Task Lines_that_a_commit_added_are_counted(string when, int exitCode)
    {
        using TestRepository repository = CheckedRepository.With(RepositoryBuilder.ByAgent);
        repository.Write(CheckedRepository.Policy, $$"""{ "rules": [{ "id": "big", "when": { {{when}} }, "require": { "humanReview": "required" } }] }""");

        Assert.Equal(exitCode, (await ToolRun.Of(repository.Root, "check")).ExitCode);
    }

    [Fact]
    public async Task Shallow_clone_cannot_tell_what_lies_behind_it()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        repository.Write(CheckedRepository.Policy, "{ \"extends\": \"disclose\" }").Commit("Add the policy");
        using var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "clone", "-q", "--depth", "1", "file://" + repository.Root, "shallow");

        ToolRun run = await ToolRun.Of(folder.Path, "check", "--repo", "shallow");

        Assert.Contains("CANNOT TELL  disclosed", run.Out, StringComparison.Ordinal);
        Assert.Contains("git fetch --unshallow", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_outcome_rules_and_waivers_and_names_no_person()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed + "Reviewed-by: Kim <kim@example.com>\n");
        repository.Write(CheckedRepository.Policy, "{ \"extends\": \"regulated\" }");

        ToolRun run = await ToolRun.Of(repository.Root, "check", "--format", "json");

        JsonElement root = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal((1, "violated", 7), (run.ExitCode, root.GetProperty("outcome").GetString(), root.GetProperty("rules").GetArrayLength()));
        Assert.Equal("passed", root.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "reviewed").GetProperty("outcome").GetString());
        Assert.DoesNotContain("Kim", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(repository.Root, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gate_writes_no_cache_and_trusts_none()
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);

        await ToolRun.Of(repository.Root, "check");

        Assert.False(Directory.Exists(Path.Combine(repository.Root, ".git", "ai-attribution")));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("CI=true", false)]
    [InlineData("", false, "--ci")]
    public async Task Gate_keeps_what_it_knows_with_the_user_and_nothing_in_a_pipeline(string variable, bool keeps, params string[] more)
    {
        using TestRepository repository = CheckedRepository.With(CheckedRepository.Undisclosed);
        using GitRepository opened = GitRepository.Open(repository.Root);
        string own = CacheFolder.OfUser(opened.CommonDirectory).Path!;
        string[] variables = variable.Length == 0 ? [] : [variable];

        ToolRun first = await ToolRun.In(variables, repository.Root, ["check", .. more]);
        ToolRun second = await ToolRun.In(variables, repository.Root, ["check", .. more]);

        Assert.Equal(first, second);
        Assert.Equal(keeps, Directory.GetFiles(own, "*-members.cache").Length > 0);
        Assert.False(Directory.Exists(Path.Combine(repository.Root, ".git", "ai-attribution")));
    }
}
