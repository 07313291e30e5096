using System.Globalization;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Tests.Sessions;

public class PriceOverrideTests
{
    private const string Policy = """
        { "prices": [
            { "models": ["claude-sonnet-*"], "input": 1, "output": 2, "cacheRead": 3, "cacheWrite5m": 4, "cacheWrite1h": 5,
              "longContextFrom": 1000000, "longContext": { "input": 10, "output": 20 } },
            { "models": ["claude-sonnet-4-5", "house-model-7"], "input": 2, "output": 2 } ] }
        """;

    private static readonly PriceTable Own = PriceTable.BuiltIn.With(PolicyReader.Read(Policy, "p").Policy!.Prices);

    [Theory]
    [InlineData("claude-sonnet-4-5-20250929", 1)]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", 1)]
    [InlineData("house-model-7", 2)]
    [InlineData("claude-haiku-4-5", 1)]
    [InlineData("other-model", null)]
    public void First_entry_that_names_a_model_wins_over_the_table(string model, int? input) => Assert.Equal(input, Own.Find(model)?.Prices.Input);

    [Fact]
    public void Every_class_has_its_price() =>
        Assert.Equal(1.5m, Own.Find("claude-sonnet-5")!.CostOf(new TokenUsage(100_000, 100_000, 100_000, 100_000, 100_000)));

    [Fact]
    public void Long_request_has_the_price_of_its_tier() => Assert.Equal(10.00001m, Own.Find("claude-sonnet-5")!.CostOf(new TokenUsage(1_000_001, 0)));

    [Fact]
    public void Version_of_the_table_changes_with_every_price()
    {
        PriceTable other = PriceTable.BuiltIn.With(PolicyReader.Read(Policy.Replace("\"input\": 1,", "\"input\": 1.5,", StringComparison.Ordinal), "p").Policy!.Prices);

        Assert.Equal(3, new[] { PriceTable.BuiltIn.Version, Own.Version, other.Version }.Distinct().Count());
    }

    [Fact]
    public void Recorded_cost_gives_way_to_the_policy_s_price()
    {
        Allocation recorded = Recorded(("claude-sonnet-5", 1_000_000), ("claude-haiku-4-5", 1_000_000));

        Assert.Equal((2m, Own.Version), (Own.Reprice(recorded).CostComputed, Own.Reprice(recorded).PriceTable));
    }

    [Fact]
    public void Recorded_cost_of_other_models_stays() => Assert.Equal(99m, Own.Reprice(Recorded(("claude-haiku-4-5", 1_000_000))).CostComputed);

    [Theory]
    [InlineData("2026-09-30", 5)]
    [InlineData("2026-10-01", 3)]
    [InlineData("2026-10-31", 3)]
    [InlineData("2026-11-01", 5)]
    public void Price_of_some_days_holds_on_them_alone(string day, int price) =>
        Assert.Equal(price, Dated().Find("claude-opus-4-8", DateOnly.Parse(day, CultureInfo.InvariantCulture))!.Prices.Input);

    [Fact]
    public void Price_of_some_days_leaves_the_cost_of_an_unknown_day_unknown() => Assert.Null(Dated().Find("claude-opus-4-8"));

    [Theory]
    [InlineData("2026-09-30", 99)]
    [InlineData("2026-10-02", 3)]
    public void Recorded_cost_gives_way_to_a_price_of_its_day_only(string day, int cost) =>
        Assert.Equal(cost, Dated().Reprice(Recorded(("claude-opus-4-8", 1_000_000)) with { From = Noon(day), To = Noon(day) }).CostComputed);

    [Fact]
    public void Recorded_cost_of_days_that_a_price_holds_on_in_part_stays() =>
        Assert.Equal(99m, Dated().Reprice(Recorded(("claude-opus-4-8", 1_000_000)) with { From = Noon("2026-09-30"), To = Noon("2026-10-02") }).CostComputed);

    [Fact]
    public void Recorded_cost_that_was_unknown_is_that_of_its_day() =>
        Assert.Equal(1m, PriceTable.BuiltIn.Reprice(Recorded(("gpt-5.6-luna", 1_000_000)) with { CostComputed = null, From = Noon("2026-07-15"), To = Noon("2026-07-29") }).CostComputed);

    [Fact]
    public void Recorded_cost_over_a_change_of_price_stays_unknown() =>
        Assert.Null(PriceTable.BuiltIn.Reprice(Recorded(("gpt-5.6-luna", 1_000_000)) with { CostComputed = null, From = Noon("2026-07-15"), To = Noon("2026-08-15") }).CostComputed);

    [Fact]
    public void Version_of_the_table_changes_with_every_day()
    {
        PriceTable later = PriceTable.BuiltIn.With(PolicyReader.Read(DatedPolicy.Replace("2026-10-31", "2026-10-30", StringComparison.Ordinal), "p").Policy!.Prices);

        Assert.NotEqual(Dated().Version, later.Version);
    }

    [Theory]
    [InlineData("\"from\": \"1.10.2026\"", 1, 24, "from of prices must be its first day, such as \"2027-01-31\".")]
    [InlineData("\"until\": 2026", 1, 25, "until of prices must be its last day, such as \"2027-01-31\".")]
    [InlineData("\"from\": \"2026-10-02\", \"until\": \"2026-10-01\"", 1, 47, "until of prices must not lie before from.")]
    public void Day_that_cannot_be_meant_is_a_problem_at_its_place(string days, int line, int column, string message)
    {
        PolicyProblem problem = Assert.Single(PolicyReader.Read($$"""{ "prices": [{ {{days}}, "models": ["a"], "input": 1, "output": 1 }] }""", "p").Problems);

        Assert.Equal((line, column, message), (problem.Line, problem.Column, problem.Message));
    }

    [Fact]
    public void Model_without_price_beside_one_with_a_price_leaves_the_cost_unknown() =>
        Assert.Null(Own.Reprice(Recorded(("claude-sonnet-5", 1_000_000), ("other-model", 1))).CostComputed);

    [Theory]
    [InlineData("""{ "models": ["a"], "input": 1 }""", "An entry of prices needs models, input and output, such as { \"models\": [\"house-*\"], \"input\": 3, \"output\": 15 }.")]
    [InlineData("""{ "models": ["a"], "input": -1, "output": 1 }""", "input of prices must be a price in USD for a million tokens, such as 3 or 0.25.")]
    [InlineData("""{ "models": ["a"], "input": 1, "output": 1, "longContextFrom": 5 }""", "longContextFrom and longContext of prices belong together, and longContext needs input and output.")]
    [InlineData("""{ "models": ["a"], "input": 1, "output": 1, "cacheWrite": 5 }""", "Unknown key 'cacheWrite' in an entry of prices. Did you mean 'cacheWrite5m'?")]
    public void Price_that_cannot_be_meant_is_a_problem(string price, string message) =>
        Assert.Equal(message, Assert.Single(PolicyReader.Read($$"""{ "prices": [{{price}}] }""", "p").Problems).Message);

    private const string DatedPolicy = """{ "prices": [{ "models": ["claude-opus-4-8"], "from": "2026-10-01", "until": "2026-10-31", "input": 3, "output": 9 }] }""";

    private static PriceTable Dated() => PriceTable.BuiltIn.With(PolicyReader.Read(DatedPolicy, "p").Policy!.Prices);

    private static DateTimeOffset Noon(string day) => DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture);

    private static Allocation Recorded(params (string Model, long Input)[] models) => new()
    {
        Id = "a",
        Agent = "claude-code",
        Session = "s",
        Models = [.. models.Select(m => new ModelUsage(m.Model, new TokenUsage(m.Input, 0)))],
        CostComputed = 99,
        PriceTable = "old",
    };
}
