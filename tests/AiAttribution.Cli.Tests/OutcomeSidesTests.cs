using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Json;

namespace AiAttribution.Cli.Tests;

/// <summary>What stands beside normalised deployments: tests, cost, the beginning, and files that are marked as generated. Day 7 is 2026-01-08, a Thursday.</summary>
public sealed class OutcomeSidesTests : IDisposable
{
    private readonly OutcomeRepository _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Lines_that_a_test_ran_are_tested_and_those_of_files_that_nobody_measured_may_be()
    {
        _shop.Type("Cart", 9).Type("Order", 9).Land(7, OutcomeRepository.ByAgent).Deploy(8).Deploy(60);
        Cover("Cart.cs", (3, 1), (4, 1), (5, 1), (6, 0));

        JsonElement json = JsonDocument.Parse((await _shop.Run("--format", "json", "--coverage", "cover.xml")).Out).RootElement;

        Assert.Equal("""{"low":0.75,"high":1.75,"executable":2}""", Compact(json.GetProperty("total").GetProperty("tested")));
        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-outcomes.schema.json").Errors(json.GetRawText()));
        Assert.Contains("Tested 38 to 88 %; cost per ND not known", (await _shop.Run("--coverage", "cover.xml")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_coverage_tests_are_not_measured()
    {
        _shop.Type("Cart", 9).Land(7).Deploy(8).Deploy(60);

        JsonElement json = JsonDocument.Parse((await _shop.Run("--format", "json")).Out).RootElement;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("total").GetProperty("tested").ValueKind);
        Assert.Contains("Tests not measured; cost per ND not known\n", (await _shop.Run()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_of_another_text_leaves_the_figure_as_it_is()
    {
        _shop.Type("Cart", 9).Land(7).Deploy(8).Deploy(60);
        Cover("Cart.cs", (3, 1));
        File.SetLastWriteTimeUtc(Path.Combine(_shop.Git.Root, "Cart.cs"), new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Contains("Tests not measured", (await _shop.Run("--coverage", "cover.xml")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_of_a_run_that_failed_leaves_the_figure_as_it_is()
    {
        _shop.Type("Cart", 9).Land(7).Deploy(8).Deploy(60);
        Cover("Cart.cs", (3, 1));
        _shop.Git.Write("run.trx", "<TestRun><Times start=\"1970-01-01T00:00:00Z\" finish=\"1970-01-01T00:00:10Z\"/><Results><UnitTestResult outcome=\"Failed\"/></Results></TestRun>");

        Assert.Contains("Tests not measured", (await _shop.Run("--coverage", "cover.xml", "--results", "run.trx")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cost_of_commits_that_landed_is_told_for_each_and_at_least_where_a_record_is_missing()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent);
        _shop.Git.Record("HEAD", 1000, 3m);
        _shop.Type("Order", 9).Land(8, OutcomeRepository.ByAgent).Deploy(9).Deploy(60);

        string text = (await _shop.Run()).Out;
        string csv = (await _shop.Run("--format", "csv")).Out;

        Assert.Contains("Tests not measured; $1.50 per ND at least ($3.00 for commits that landed, – for no commit; 1 AI commit without a full record)\n", text, StringComparison.Ordinal);
        Assert.Contains("2026-01-05,2.000,2.000,2.000,0.000,0.000,,,,3,,1.5,1.5,1\n", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, "AIA2014: the AI work of 2026-01 cost at least $30.00 per normalised deployment, and the policy allows $20.00: ")]
    [InlineData(40, null)]
    public async Task Budget_for_lasting_change_warns_and_fails_nothing(int most, string? message)
    {
        _shop.File("ai-attribution.json", $$"""{ "rules": [ { "id": "worth-it", "require": { "budget": { "per": "month", "costPerNd": {{most}} } } } ] }""").Type("Cart", 9).Land(7, OutcomeRepository.ByAgent);
        _shop.Git.Record("HEAD", 1000, 30m);
        _shop.Deploy(9).Deploy(60);

        ToolRun run = await _shop.Tool("check");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(message is not null, run.Out.Contains("AIA2014", StringComparison.Ordinal));
        Assert.Contains(message ?? "", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Week_of_a_commit_tag_or_date_is_the_first()
    {
        _shop.Type("Cart", 9).Land(7);
        _shop.Git.Git("tag", "v1");
        _shop.Type("Order", 9).Land(15).Deploy(16).Deploy(60);

        foreach (string since in new[] { "v1", "2026-01-08", _shop.Git.Git("rev-parse", "v1").Trim() })
            Assert.Equal("2026-01-05", Weeks((await _shop.Run("--since", since, "--format", "csv")).Out)[0]);
        Assert.Equal(["2026-01-12", "2026-01-19"], Weeks((await _shop.Run("--since", "HEAD", "--format", "csv")).Out)[..2]);
    }

    [Theory]
    [InlineData("nothing", "--since 'nothing' is neither a tag, a commit nor a date here; fetch the tags (git fetch --tags), or give a date such as 2026-01-31.")]
    [InlineData("2027-01-01", "--since 2027-01-01 is 2027-01-01, and the newest thing that is known is of 2026-03-02; name an earlier one.")]
    [InlineData("1990-01-01", "--since 1990-01-01 is 1990-01-01, more than 520 weeks before the newest thing that is known; name a later one.")]
    public async Task Beginning_that_is_none_is_said_with_the_way_out(string since, string message)
    {
        _shop.Type("Cart", 9).Land(7).Deploy(8).Deploy(60);

        ToolRun run = await _shop.Run("--since", since);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_beginnings_contradict_each_other() =>
        Assert.Contains("--since and --weeks both say where to begin; leave one out.", (await _shop.Run("--since", "HEAD", "--weeks", "3")).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData(".editorconfig", "[Made.cs]\ngenerated_code = true\n")]
    [InlineData(".gitattributes", "Made.cs linguist-generated\n")]
    public async Task File_that_is_marked_as_generated_is_nothing(string file, string text)
    {
        _shop.File(file, text).Type("Made", 12).Type("Cart", 9).Land(7).Deploy(8).Deploy(60);

        Assert.Equal((1, 1), await _shop.Total());
    }

    [Fact]
    public async Task History_that_is_cut_off_is_not_known_and_says_what_brings_it()
    {
        _shop.Type("Cart", 9).Land(7).Deploy(8).Deploy(60);
        string clone = _shop.Git.Root + "-shallow";
        try
        {
            _shop.Git.Git("clone", "-q", "--depth", "1", "file://" + _shop.Git.Root, clone);

            ToolRun run = await ToolRun.Of(clone, "outcomes");

            Assert.Equal("Not known: history is cut off in this shallow clone, and what was there before decides what is new: git fetch --unshallow\n", run.Out);
        }
        finally
        {
            Directory.Delete(clone, recursive: true);
        }
    }

    private void Cover(string file, params (int Line, int Hits)[] lines)
    {
        _shop.Git.Write("cover.xml", $"<coverage timestamp=\"1\"><packages><package><classes><class filename=\"{file}\"><lines>{string.Concat(lines.Select(l => $"<line number=\"{l.Line}\" hits=\"{l.Hits}\"/>"))}</lines></class></classes></package></packages></coverage>");
        System.IO.File.SetLastWriteTimeUtc(Path.Combine(_shop.Git.Root, file), DateTime.UnixEpoch);
    }

    private static string[] Weeks(string csv) => [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0])];

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
