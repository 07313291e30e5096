using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Json;

namespace AiAttribution.Cli.Tests;

/// <summary>Normalised deployments of real repositories. Day 7 is 2026-01-08, a Thursday.</summary>
public sealed class OutcomesTests : IDisposable
{
    private readonly OutcomeRepository _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Change_that_lasted_counts_in_the_week_in_which_it_landed_by_the_state_of_its_commit()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Type("Order", 4).Land(8).Deploy(20).Deploy(50);

        JsonElement json = JsonDocument.Parse((await _shop.Run("--format", "json")).Out).RootElement;

        JsonElement week = Assert.Single(json.GetProperty("weeks").EnumerateArray(), w => w.GetProperty("high").GetDouble() > 0);
        Assert.Equal(
            """{"week":"2026-01-05","low":1.5,"high":1.5,"ai":1.0,"other":0.5,"unknown":0.0,"final":true,"aboveUsual":false}""",
            JsonSerializer.Serialize(week).Replace("\"ai\":1,", "\"ai\":1.0,").Replace("\"unknown\":0,", "\"unknown\":0.0,"));
        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-outcomes.schema.json").Errors(json.GetRawText()));
    }

    [Fact]
    public async Task Merge_lands_its_lines_on_its_day_by_the_commits_that_wrote_them()
    {
        _shop.Git.Git("checkout", "-q", "-b", "work");
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Type("Order", 9).Land(8);
        _shop.Git.Git("checkout", "-q", "main");
        _shop.Git.Wait(10);
        _shop.Git.Merge("work");
        _shop.Deploy(30).Deploy(60);

        ToolRun run = await _shop.Run("--format", "csv");

        Assert.Contains("2026-01-05,0.000,0.000,0.000,0.000,0.000,", run.Out, StringComparison.Ordinal);
        Assert.Contains("2026-01-19,2.000,2.000,1.000,1.000,0.000,", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcomes_take_no_attribution_of_lines()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Deploy(20).Deploy(50);

        await _shop.Run();

        string[] kept = Directory.GetFiles(Path.Combine(_shop.Git.Root, ".git", "ai-attribution"), "*-" + _shop.Git.Head + ".cache");
        Assert.StartsWith("outcomes-", Path.GetFileName(Assert.Single(kept)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_deployed_is_not_known_and_not_nothing()
    {
        using var repository = new Testing.Repositories.TestRepository();
        repository.Write("A.cs", "class A { }\n").Commit("Begin");

        ToolRun run = await ToolRun.Of(repository.Root, "outcomes");
        ToolRun json = await ToolRun.Of(repository.Root, "outcomes", "--format", "json");

        Assert.Equal("Not known: no deployment to production is known, and prereleases are none. Tag releases, or record deployments: ai-attribution deployments --help\n", run.Out);
        Assert.False(JsonDocument.Parse(json.Out).RootElement.GetProperty("known").GetBoolean());
        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-outcomes.schema.json").Errors(json.Out));
    }

    [Fact]
    public async Task Text_has_a_bar_for_each_week()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Deploy(8).Deploy(14);

        Assert.Equal(
            """
            Normalised deployments: 0.0 to 1.0 in 2 weeks, 2026-01-05 to 2026-01-12
            AI 0.0, other 0.0, not known 0.0 of what has settled. Production: production
            Tests not measured; cost per ND not known

            2026-01-05  ..............................  0.0 to 1.0
            2026-01-12                                  0.0

            # AI  + other  ? not known  . may still settle. One is a type with ten lines or more that lasted 14 days in production.

            """,
            (await _shop.Run("--weeks", "2")).Out);
    }

    [Fact]
    public async Task Type_file_and_identifiers_renamed_are_nothing()
    {
        _shop.Delete("Base.cs").File("Till.cs", OutcomeRepository.Text("Base", 20).Replace("class Base", "class Till", StringComparison.Ordinal).Replace(" base", " field", StringComparison.Ordinal)).Land(7).Deploy(8).Deploy(60);

        Assert.Equal((0, 0), await _shop.Total());
    }

    [Fact]
    public async Task Small_type_with_a_line_of_a_large_one_that_went_is_no_renamed_one()
    {
        _shop.Delete("Base.cs").File("Till.cs", "class Till\n{\n    int base7 = 7;\n}\n").Land(7).Deploy(8).Deploy(60);

        // The type that went is a clean-up, and the line that names the new one is new.
        Assert.Equal((1.1, 1.1), await _shop.Total());
    }

    [Fact]
    public async Task Layout_comments_and_order_are_nothing()
    {
        string[] fields = OutcomeRepository.Text("Base", 20).Split('\n')[2..^2];
        _shop.File("Base.cs", $"// A comment.\nclass Base {{\n#region All\n{string.Join("\n\n", fields.Reverse().Select(f => f.Trim().Replace(" = ", "=") + " // one"))}\n#endregion\n}}\n").Land(7).Deploy(8).Deploy(60);

        Assert.Equal((0, 0), await _shop.Total());
    }

    [Fact]
    public async Task Test_generated_and_sample_code_is_nothing()
    {
        _shop.File("tests/T.Tests/T.Tests.csproj", "<Project />\n").Type("T", 12, "tests/T.Tests/T.cs").Type("G", 12, "G.g.cs").File("Made.cs", "// <auto-generated/>\n" + OutcomeRepository.Text("Made", 12));
        _shop.File("samples/S/S.csproj", "<Project><PropertyGroup><IsPackable>false</IsPackable><IsPublishable>false</IsPublishable></PropertyGroup></Project>\n").Type("S", 12, "samples/S/S.cs");

        _shop.Land(7).Deploy(8).Deploy(60);

        Assert.Equal((0, 0), await _shop.Total());
    }

    [Fact]
    public async Task Change_taken_back_before_it_lasted_is_nothing()
    {
        _shop.Type("Cart", 9).Land(7).Deploy(8).Deploy(12, "HEAD~1", "rolledback").Delete("Cart.cs").Land(13).Deploy(60);

        Assert.Equal((0, 0), await _shop.Total());
    }

    [Theory]
    [InlineData("staging", "success")]
    [InlineData("production", "failure")]
    public async Task Staging_and_failures_bring_nothing_to_production(string environment, string status)
    {
        _shop.Type("Cart", 9).Land(7).Deploy(8, status: status, environment: environment).Deploy(60, status: status, environment: environment);

        Assert.Equal((0, 1), await _shop.Total());
    }

    [Fact]
    public async Task Back_dated_commit_counts_on_the_day_of_its_predecessor()
    {
        _shop.Type("Cart", 9).Land(14);
        _shop.Git.Wait(-14);
        _shop.Type("Order", 9).Land(14).Deploy(20).Deploy(60);

        Assert.Contains("2026-01-12,2.000,2.000,", (await _shop.Run("--format", "csv")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prerelease_is_no_deployment_and_each_major_runs_its_newest_version()
    {
        using var library = new Testing.Repositories.TestRepository();
        library.Write("Lib.csproj", "<Project />\n").Write("Base.cs", OutcomeRepository.Text("Base", 20)).Commit("Begin");
        library.Git("tag", "v1.0.0");
        library.Wait(7).Write("Cart.cs", OutcomeRepository.Text("Cart", 9)).Commit("Work");
        library.Git("tag", "v1.1.0-beta.1");
        library.Wait(7).Write("Order.cs", OutcomeRepository.Text("Order", 9)).Commit("Work");
        library.Git("tag", "v1.1.0");
        library.Wait(7).Write("Till.cs", OutcomeRepository.Text("Till", 9)).Commit("Work");
        library.Git("tag", "v2.0.0-rc.1");
        library.Wait(60).Write("readme.md", "Done.\n").Commit("Work");

        ToolRun run = await ToolRun.Of(library.Root, "outcomes", "--format", "csv");

        Assert.Contains("2026-01-05,1.000,1.000,", run.Out, StringComparison.Ordinal);
        Assert.Contains("2026-01-12,1.000,1.000,", run.Out, StringComparison.Ordinal);
        Assert.Contains("2026-01-19,0.000,1.000,", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deployment_that_becomes_known_counts_although_the_commit_is_the_same()
    {
        _shop.Type("Cart", 9).Land(7).Deploy(8);
        await _shop.Total();

        _shop.Deploy(30);

        Assert.Equal((1, 1), await _shop.Total());
    }

    [Fact]
    public async Task Same_inputs_give_the_same_bytes()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Type("Order", 4).Land(8).Deploy(20).Deploy(50);

        Assert.Equal((await _shop.Run("--format", "json")).Out, (await _shop.Run("--format", "json")).Out);
    }
}
