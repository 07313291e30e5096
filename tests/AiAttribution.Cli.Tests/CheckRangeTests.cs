using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Json;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>Whoever is judged does not choose the judge.</summary>
public class CheckRangeTests
{
    private const string Policy = "ai-attribution.json";
    private const string Forbidding = """{ "extends": "none-allowed" }""";
    private const string Testing = """{ "rules": [{ "id": "tested", "require": { "tests": "tested" }, "unknown": "fail" }] }""";
    private const string Waived = "\"waivers\": [{ \"rule\": \"no-ai\", \"paths\": [\"src/**\"], \"owner\": \"core\", \"reason\": \"r\", \"expires\": \"2999-01-01\" }]";

    [Theory]
    [InlineData("{ \"extends\": \"report-only\" }", "policy: extends was \"none-allowed\" and is \"report-only\"")]
    [InlineData(null, "policy: the file is gone")]
    [InlineData("{ \"extends\": \"none-allowed\", " + Waived + " }", "policy: new: waivers { \"rule\": \"no-ai\"")]
    [InlineData("{ \"extends\": \"none-allowed\", \"rules\": [{ \"id\": \"no-ai\", \"severity\": \"warning\" }] }", "policy: new: rules.no-ai.severity = \"warning\"")]
    [InlineData("{ \"extends\": \"none-allowed\", \"attribution\": { \"since\": \"HEAD\" } }", "policy: new: attribution.since = \"HEAD\"")]
    [InlineData("{ \"extends\": \"none-allowed\", \"rules\": [{ \"id\": \"no-ai\", \"newOnly\": \"HEAD\" }] }", "policy: new: rules.no-ai.newOnly = \"HEAD\"")]
    [InlineData("{ \"extends\": \"none-allowed\", \"rules\": [{ \"id\": \"no-ai\", \"scope\": { \"paths\": [\"other/**\"] } }] }", "policy: new: rules.no-ai.scope.paths")]
    [InlineData("{ \"extends\": \"none-allowed\", \"rules\": [{ \"id\": \"no-ai\", \"require\": { \"agents\": [\"*\"] } }] }", "policy: new: rules.no-ai.require.agents")]
    [InlineData("{ \"extends\": \"none-allowed\", \"evidence\": { \"sources\": [\"footer\"] } }", "policy: new: evidence.sources = [\"footer\"]")]
    [InlineData("{ \"extends\": \"none-allowed\", \"gate\": { \"waiversInChange\": true }, " + Waived + " }", "policy: new: gate.waiversInChange = true")]
    public async Task Policy_of_the_base_decides_whatever_the_change_does_to_it(string? policy, string told)
    {
        using TestRepository repository = Base(Forbidding);
        AddAi(repository, policy);

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("This change also changes what is judged:\n  ai-attribution.json: ", run.Out, StringComparison.Ordinal);
        Assert.Contains(told, run.Out, StringComparison.Ordinal);
        Assert.Contains("FAILED       no-ai", run.Out, StringComparison.Ordinal);
        Assert.Contains("The policy of 'v0' decides; what the change makes stricter counts, too.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stricter_policy_of_the_change_counts_at_once()
    {
        using TestRepository repository = Base("""{ "extends": "report-only" }""");
        AddAi(repository, Forbidding);

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FAILED       no-ai", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_policy_at_the_base_that_of_the_change_decides_and_that_is_said()
    {
        using TestRepository repository = Base(null);
        AddAi(repository, Forbidding);

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'v0' has no ai-attribution.json, so the policy of the change itself decides.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiver_that_the_base_has_holds()
    {
        using TestRepository repository = Base("{ \"extends\": \"none-allowed\", " + Waived + " }");
        AddAi(repository, "{ \"extends\": \"none-allowed\", " + Waived + " }");

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("passed       no-ai", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiver_of_the_change_counts_where_the_base_allows_it()
    {
        using TestRepository repository = Base("""{ "extends": "none-allowed", "gate": { "waiversInChange": true } }""");
        AddAi(repository, """{ "extends": "none-allowed", "gate": { "waiversInChange": true }, """ + Waived + " }");

        Assert.Equal(0, (await ToolRun.Of(repository.Root, "check", "v0")).ExitCode);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public async Task Suppression_of_the_change_counts_only_where_the_base_allows_it(bool allowed, int exitCode)
    {
        string policy = Testing[..^1] + $$""", "gate": { "waiversInChange": {{(allowed ? "true" : "false")}} } }""";
        using TestRepository repository = Base(policy);
        AddAi(repository, policy, Suppressed());

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith("This change also changes what is judged:\n  src/Lib/Calc.cs(5): suppression: suppresses AIA2012", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suppression_that_moves_from_a_member_to_its_type_is_a_new_one()
    {
        string member = Suppressed();
        using TestRepository repository = Base(Testing, member);
        repository.Write("src/Lib/Calc.cs", RepositoryBuilder.After.Replace("public class", Attribute + "public class", StringComparison.Ordinal)).Commit(RepositoryBuilder.ByAgent);

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0");

        Assert.Contains("suppression: suppresses AIA2012, which does not count for this change", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_that_becomes_a_link_is_refused()
    {
        using TestRepository repository = Base(Forbidding);
        AddAi(repository, null);
        File.CreateSymbolicLink(Path.Combine(repository.Root, Policy), "nowhere.json");
        repository.Git("add", "-A");
        repository.Git("commit", "-q", "-m", "Link");

        Assert.Equal(2, (await ToolRun.Of(repository.Root, "check", "v0")).ExitCode);
        Assert.Equal(2, (await ToolRun.Of(repository.Root, "check")).ExitCode);
    }

    [Fact]
    public async Task Policy_file_that_is_given_by_a_path_in_the_repository_is_that_of_the_base_too()
    {
        using TestRepository repository = Base(Forbidding);
        AddAi(repository, """{ "extends": "report-only" }""");

        Assert.Equal(1, (await ToolRun.Of(repository.Root, "check", "v0", "--policy", Policy)).ExitCode);
    }

    [Fact]
    public async Task Policy_file_from_outside_decides_alone()
    {
        using TestRepository repository = Base(Forbidding);
        AddAi(repository, Forbidding);
        using var folder = new TemporaryFolder();
        string given = Path.Combine(folder.Path, "p.json");
        await File.WriteAllTextAsync(given, """{ "extends": "report-only" }""");

        Assert.Equal(0, (await ToolRun.Of(repository.Root, "check", "v0", "--policy", given)).ExitCode);
    }

    [Fact]
    public async Task Report_of_a_range_is_judged_by_the_base_too()
    {
        using TestRepository repository = Base(Forbidding);
        AddAi(repository, """{ "extends": "report-only" }""");

        ToolRun json = await ToolRun.Of(repository.Root, "report", "v0..HEAD", "--format", "json");
        ToolRun comment = await ToolRun.Of(repository.Root, "report", "v0..HEAD");
        ToolRun gate = await ToolRun.Of(repository.Root, "report", "v0..HEAD", "--format", "junit");

        JsonElement root = JsonDocument.Parse(json.Out).RootElement;
        Assert.Equal("blocked", root.GetProperty("gate").GetProperty("state").GetString());
        Assert.Equal("policy", root.GetProperty("judgedBy").GetProperty("changes")[0].GetProperty("kind").GetString());
        Assert.Contains("**This change also changes what is judged:**\n\n- `ai-attribution.json`: policy: extends was", comment.Out, StringComparison.Ordinal);
        Assert.Contains("failures=\"1\"", gate.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fork_point_that_the_change_chose_does_not_choose_the_policy()
    {
        using TestRepository repository = Base("""{ "extends": "report-only" }""");
        repository.Git("checkout", "-q", "-b", "topic");
        AddAi(repository, """{ "extends": "report-only" }""");
        repository.Git("checkout", "-q", "main");
        repository.Write(Policy, Forbidding).Commit("Forbid");
        repository.Git("checkout", "-q", "topic");

        ToolRun check = await ToolRun.Of(repository.Root, "check", "main");
        ToolRun report = await ToolRun.Of(repository.Root, "report", "main...HEAD", "--format", "json");

        Assert.Equal(1, check.ExitCode);
        Assert.DoesNotContain("also changes what is judged", check.Out, StringComparison.Ordinal);
        Assert.Equal("blocked", JsonDocument.Parse(report.Out).RootElement.GetProperty("gate").GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("src/Lib/Lib.csproj", "<Project><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>", "test project: is a test project now")]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>", "test project: IsTestProject is true now")]
    [InlineData("src/Lib/More.cs", "// <auto-generated/>\nclass More { }\n", "generated: more of it is marked as generated")]
    [InlineData("src/Lib/More.g.cs", "class More { }\n", "generated: more of it is marked as generated")]
    [InlineData(".gitattributes", "src/** linguist-generated\n", "generated: changes which files are marked as generated")]
    [InlineData("src/.editorconfig", "[*.cs]\ngenerated_code = true\n", "generated: changes which files are marked as generated")]
    [InlineData("src/Lib/More.cs", "#if NEVER\nclass More { }\n#endif\n", "conditional: more of it is compiled on a condition only")]
    [InlineData(".git-blame-ignore-revs", "# none\n", "evidence: is changed")]
    public async Task What_decides_over_what_is_judged_is_told_first(string path, string text, string told)
    {
        using TestRepository repository = Base(Forbidding);
        repository.Write(path, text).Commit("Change");

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0");

        Assert.StartsWith($"This change also changes what is judged:\n  {path}: {told}", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Testing, "        a++;\n        a *= 3;\n", true)]
    [InlineData(Testing, "        a++;\n", false)]
    [InlineData(Forbidding, "        a++;\n        a *= 3;\n", false)]
    public async Task Member_that_one_more_line_would_have_judged_is_told_first(string policy, string body, bool isTold)
    {
        using TestRepository repository = Base(policy);
        repository.Write("src/Lib/More.cs", $"class More\n{{\n    int F(int a)\n    {{\n{body}        return a;\n    }}\n}}\n").Commit(RepositoryBuilder.ByAgent);

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0");

        Assert.Equal(isTold, run.Out.StartsWith("This change also changes what is judged:\n  src/Lib/More.cs(3): small: More.F(int) has 4 AI lines, and one more would have it judged\n", StringComparison.Ordinal));
        Assert.Equal(isTold, run.Out.Contains("also changes what is judged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_tells_what_the_change_does_and_keeps_to_its_schema()
    {
        using TestRepository repository = Base(Forbidding);
        AddAi(repository, """{ "extends": "report-only" }""");

        ToolRun run = await ToolRun.Of(repository.Root, "check", "v0", "--format", "json");

        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-check.schema.json").Errors(run.Out));
        JsonElement judged = JsonDocument.Parse(run.Out).RootElement.GetProperty("judgedBy");
        Assert.Equal(("v0", "policy", Policy), (judged.GetProperty("base").GetString(), judged.GetProperty("changes")[0].GetProperty("kind").GetString(), judged.GetProperty("changes")[0].GetProperty("path").GetString()));
    }

    [Fact]
    public async Task Waiver_that_runs_longer_than_the_policy_allows_does_not_hold()
    {
        using TestRepository repository = Base("{ \"extends\": \"none-allowed\", \"gate\": { \"waiverDays\": 90 }, " + Waived + " }");
        AddAi(repository, "{ \"extends\": \"none-allowed\", \"gate\": { \"waiverDays\": 90 }, " + Waived + " }");

        ToolRun run = await ToolRun.Of(repository.Root, "check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("too long", run.Out, StringComparison.Ordinal);
    }

    private const string Attribute = "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"AIA2012\", Justification = \"core: reworked; until 2999-01-01\")]\n";

    private static string Suppressed() => RepositoryBuilder.After.Replace("    public int Mul", Attribute + "    public int Mul", StringComparison.Ordinal);

    private static TestRepository Base(string? policy, string code = RepositoryBuilder.Before)
    {
        var repository = new TestRepository();
        repository.Write("src/Lib/Lib.csproj", "<Project />\n").Write("src/Lib/Calc.cs", code);
        if (policy is not null)
            repository.Write(Policy, policy);
        repository.Commit("Begin");
        repository.Git("tag", "v0");
        return repository;
    }

    private static void AddAi(TestRepository repository, string? policy, string code = RepositoryBuilder.After)
    {
        repository.Write("src/Lib/Calc.cs", code);
        if (policy is null)
            File.Delete(Path.Combine(repository.Root, Policy));
        else
            repository.Write(Policy, policy);
        repository.Git("add", "-A");
        repository.Git("commit", "-q", "-m", RepositoryBuilder.ByAgent);
    }
}
