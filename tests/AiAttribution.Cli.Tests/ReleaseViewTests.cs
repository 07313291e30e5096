using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Json;
using AiAttribution.Testing.Repositories;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Cli.Tests;

public class ReleaseViewTests
{
    private const string Coverage =
        """
        <?xml version="1.0"?><coverage version="1.9" timestamp="1"><sources><source></source></sources><packages><package name="Lib"><classes>
        <class name="Lib.Calc" filename="src/Lib/Calc.cs"><lines><line number="7" hits="1"/><line number="8" hits="1"/></lines></class></classes></package></packages></coverage>
        """;

    [Fact]
    public async Task Comparison_goes_to_the_screen_as_a_comment()
    {
        using TestRepository repository = Released();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "v1.0..v1.1");

        Assert.Equal(0, run.ExitCode);
        await Verify(run.Out, "md");
    }

    [Fact]
    public async Task Both_ends_are_read_from_git_and_not_from_disk()
    {
        using TestRepository repository = Released();
        ToolRun before = await ToolRun.Of(repository.Root, "report", "v1.0..v1.1");
        repository.Write("src/Lib/Calc.cs", "// edited, not committed\n");
        repository.Git("checkout", "-q", "-f", "v1.0");

        Assert.Equal(before.Out, (await ToolRun.Of(repository.Root, "report", "v1.0..v1.1")).Out);
    }

    [Fact]
    public async Task One_tag_is_compared_with_the_release_before()
    {
        using TestRepository repository = Released();

        Assert.Equal((await ToolRun.Of(repository.Root, "report", "v1.0..v1.1")).Out, (await ToolRun.Of(repository.Root, "report", "--range", "v1.1")).Out);
    }

    [Fact]
    public async Task Folder_gets_the_report_of_the_later_end_and_the_comparison()
    {
        using TestRepository repository = Released();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "v1.0..v1.1", "--output", "out");

        Assert.Equal(["md", "html", "json", "delta.md", "delta.json"], run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(f => Path.GetFileName(f)["AiAttribution.".Length..]));
        Assert.Contains(repository.Git("rev-parse", "v1.1").Trim(), repository.Read("out/AiAttribution.json"));
        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-delta.schema.json").Errors(repository.Read("out/AiAttribution.delta.json")));
    }

    [Theory]
    [InlineData("v1.0..v1.1")]
    [InlineData("v1.1..v1.1")]
    public async Task Gate_of_a_release_is_that_of_check(string range)
    {
        using TestRepository repository = Released();
        repository.Write("ai-attribution.json", """{ "extends": "regulated", "rules": [ { "id": "no-claude", "require": { "agents": [] } } ] }""").Commit("Add the policy");
        repository.Git("tag", "-f", "v1.1");

        JsonElement report = JsonDocument.Parse((await ToolRun.Of(repository.Root, "report", range, "--format", "json")).Out).RootElement;
        JsonElement check = JsonDocument.Parse((await ToolRun.Of(repository.Root, "check", range, "--format", "json")).Out).RootElement;

        Assert.NotEmpty(Answers(check));
        Assert.Equal(Answers(check), Answers(report));
    }

    [Fact]
    public async Task Release_tells_what_of_it_reached_production_in_every_form()
    {
        using TestRepository repository = new();
        repository.Write("Lib.csproj", "<Project />\n").Write("Base.cs", OutcomeRepository.Text("Base", 20)).Commit("Begin");
        repository.Git("tag", "v1.0");
        repository.Wait(7).Write("Cart.cs", OutcomeRepository.Text("Cart", 9)).Commit(OutcomeRepository.ByAgent);
        repository.Record("HEAD", 1000, 3m);
        repository.Wait(1).Write("Order.cs", OutcomeRepository.Text("Order", 9)).Commit("Work");
        repository.Git("tag", "v1.1");
        repository.Wait(30).Write("Later.cs", OutcomeRepository.Text("Later", 9)).Commit("Work");
        repository.Git("tag", "v1.2");
        const string sentence = "This release: ND 2.0, AI 1.0, tests not measured, $1.50 per ND.";

        await ToolRun.Of(repository.Root, "report", "v1.0..v1.1", "--output", "out");

        Assert.Contains(sentence, repository.Read("out/AiAttribution.html"), StringComparison.Ordinal);
        Assert.Contains(sentence, repository.Read("out/AiAttribution.md"), StringComparison.Ordinal);
        Assert.Contains(sentence, repository.Read("out/AiAttribution.delta.md"), StringComparison.Ordinal);
        JsonElement release = JsonDocument.Parse(repository.Read("out/AiAttribution.json")).RootElement.GetProperty("outcomes").GetProperty("release");
        Assert.Equal(("v1.0..v1.1", 2.0, 1.5m), (release.GetProperty("name").GetString(), release.GetProperty("low").GetDouble(), release.GetProperty("cost").GetProperty("perNdLow").GetDecimal()));
        Assert.Equal(release.GetRawText(), JsonDocument.Parse(repository.Read("out/AiAttribution.delta.json")).RootElement.GetProperty("outcomes").GetRawText(), ignoreWhiteSpaceDifferences: true);
        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-report.schema.json").Errors(repository.Read("out/AiAttribution.json")));
        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-delta.schema.json").Errors(repository.Read("out/AiAttribution.delta.json")));
    }

    [Fact]
    public async Task Report_without_a_range_compares_with_the_release_before_by_itself()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Wait(3).Write("src/Lib/Other.cs", RepositoryBuilder.After.Replace("Calc", "Other")).Commit(RepositoryBuilder.ByAgent);

        string text = (await ToolRun.Of(repository.Root, "report")).Out;

        Assert.Contains("- **Changed:** 1 commit since v1.0, 1 of them AI work; 1 AI-heavy member is new or changed: 1 not measured.\n", text, StringComparison.Ordinal);
        Assert.Contains("There is no policy: nothing can block. ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rule of the policy holds", text, StringComparison.Ordinal);
        Assert.Contains("`, after `v1.0`\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_of_a_release_is_called_by_its_tag()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Wait(3).Write("src/Lib/Other.cs", RepositoryBuilder.After.Replace("Calc", "Other")).Commit(RepositoryBuilder.ByAgent);
        repository.Git("tag", "v1.1");

        string text = (await ToolRun.Of(repository.Root, "report")).Out;

        Assert.StartsWith($"# AI attribution of `{Path.GetFileName(repository.Root)}` `v1.1`\n", text, StringComparison.Ordinal);
        Assert.Contains("- **In production:** This release: ND 0.0 to 0.1, ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_loses_its_test_between_two_measurements()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("readme.md", "text").Commit("Describe");
        repository.Git("tag", "v1.1");
        repository.Write("before.xml", Coverage).Write("after.xml", Coverage.Replace("hits=\"1\"", "hits=\"0\""));
        File.SetLastWriteTimeUtc(Path.Combine(repository.Root, "src/Lib/Calc.cs"), DateTime.UnixEpoch);

        ToolRun run = await ToolRun.Of(repository.Root, "report", "v1.0..v1.1", "--coverage", "after.xml", "--coverage-before", "before.xml");

        Assert.Contains("1 member lost its test", run.Out);
        Assert.Contains("tested → no test runs it", run.Out);
    }

    [Fact]
    public async Task Measured_tests_without_those_of_before_cannot_be_compared()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("readme.md", "text").Commit("Describe");
        repository.Write("after.xml", Coverage);
        File.SetLastWriteTimeUtc(Path.Combine(repository.Root, "src/Lib/Calc.cs"), DateTime.UnixEpoch);

        ToolRun run = await ToolRun.Of(repository.Root, "report", "v1.0..", "--coverage", "after.xml");

        Assert.Contains("The tests of 1 member that is AI-heavy in both cannot be compared", run.Out);
        Assert.DoesNotContain("Newly tested", run.Out);
    }

    [Fact]
    public async Task Cost_of_the_release_is_shared_out_to_what_became_of_it()
    {
        using TestRepository repository = Released().Record("v1.1~1", 120_000, 3m).Record("v1.0", 1_000_000, 9m);

        ToolRun run = await ToolRun.Of(repository.Root, "report", "v1.0..v1.1");

        Assert.Contains("Sessions recorded 120,000 tokens, $3.00, for 1 commit of this release.", run.Out);
        Assert.Contains("| surviving, not measured by tests | 55,384 | $1.38 | 1 |", run.Out);
        Assert.Contains("| surviving outside of AI-heavy members | 64,616 | $1.62 |  |", run.Out);
        Assert.Contains("fewer than 5 builders stand behind them", run.Out);
        Assert.DoesNotContain("| `claude-code` | `claude-opus-4-8` |", run.Out);
    }

    [Theory]
    [InlineData("v1.0..v7", "ai-attribution: 'v7' names no commit: git fetch --tags, or name an existing branch, tag or commit.\n")]
    [InlineData("v1.0", "ai-attribution: no release tag lies before 'v1.0': name two ends, as in v1.2..v1.3, or fetch the tags: git fetch --tags.\n")]
    public async Task Wrong_range_cannot_tell_and_says_the_way_out(string range, string message)
    {
        using TestRepository repository = Released();

        ToolRun run = await ToolRun.Of(repository.Root, "report", range);

        Assert.Equal((2, message), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Form_of_two_releases_needs_two()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "report", "--format", "delta");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("give them, as in 'ai-attribution report v1.2..v1.3 --format delta'", run.Error);
    }

    private static IEnumerable<string> Answers(JsonElement root) =>
        root.GetProperty("rules").EnumerateArray().Select(r => $"{r.GetProperty("id").GetString()} {r.GetProperty("judged").GetInt32()} {r.GetProperty("outcome").GetString()} {r.GetProperty("fails").GetBoolean()} {r.GetProperty("findings").GetArrayLength()}");

    /// <summary>The sample, then a release with one more method by an agent and a change of the first one by hand.</summary>
    private static TestRepository Released()
    {
        TestRepository repository = RepositoryBuilder.Create();
        string text = repository.Read("src/Lib/Calc.cs");
        repository.Write("src/Lib/Power.cs", text.Replace("Calc", "Power").Replace("Mul", "Pow").Replace("+=", "*=")).Commit("Add Pow" + RepositoryBuilder.ByAgent["Add Mul".Length..]);
        repository.Write("src/Lib/Calc.cs", text.Replace("System.Console.WriteLine(product);", "// quiet")).Commit("Say nothing");
        repository.Git("tag", "v1.1");
        return repository;
    }
}
