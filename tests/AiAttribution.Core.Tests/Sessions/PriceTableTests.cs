using AiAttribution.Core.Sessions;

namespace AiAttribution.Core.Tests.Sessions;

public class PriceTableTests
{
    private static readonly PriceTable Prices = PriceTable.BuiltIn;

    [Fact]
    public void Each_class_has_its_own_price()
    {
        decimal? cost = Prices.CostOf(Response("claude-sonnet-4-5-20250929", new TokenUsage(1_000, 2_000, 3_000, 4_000, 5_000)));

        Assert.Equal(((1_000 * 3m) + (2_000 * 15m) + (3_000 * 0.3m) + (4_000 * 3.75m) + (5_000 * 6m)) / 1_000_000m, cost);
    }

    [Fact]
    public void Unknown_model_has_no_cost() => Assert.Null(Prices.CostOf(Response("house-model-7", new TokenUsage(1_000, 1_000))));

    [Fact]
    public void Unstated_model_has_no_cost() => Assert.Null(Prices.CostOf(Response(null, new TokenUsage(1_000, 1_000))));

    [Fact]
    public void Class_without_price_makes_the_cost_unknown() => Assert.Null(Prices.CostOf(Response("gpt-5.2-codex", new TokenUsage(1, 1, 1, 1))));

    [Fact]
    public void Reasoning_is_paid_as_output_and_once() =>
        Assert.Equal(14m, Prices.CostOf(Response("gpt-5.2-codex", new TokenUsage(0, 1_000_000, Reasoning: 400_000))));

    [Theory]
    [InlineData(200_000, 3)]
    [InlineData(200_001, 6)]
    public void Whole_request_moves_to_the_long_context_price(long read, int price)
    {
        decimal? cost = Prices.CostOf(Response("claude-sonnet-4-5", new TokenUsage(read, 0)));

        Assert.Equal(read * price / 1_000_000m, cost);
    }

    [Fact]
    public void Cached_input_counts_for_the_tier() =>
        Assert.Equal(((1 * 6m) + (200_000 * 0.6m)) / 1_000_000m, Prices.CostOf(Response("claude-sonnet-4-5", new TokenUsage(1, 0, 200_000))));

    [Fact]
    public void Session_total_is_no_request_and_takes_the_lower_tier() =>
        Assert.Equal(3m, Prices.CostOf(Response("claude-sonnet-4-5", new TokenUsage(1_000_000, 0)), isRequest: false));

    [Theory]
    [InlineData("claude-sonnet-4.5")]
    [InlineData("Claude-Sonnet-4-5-20250929")]
    [InlineData("anthropic/claude-sonnet-4-5")]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("claude-sonnet-4-5@20250929")]
    [InlineData("claude-sonnet-4-5[1m]")]
    [InlineData("claude-sonnet-4-5@default")]
    [InlineData("projects/p/locations/global/publishers/anthropic/models/claude-sonnet-4-5@20250929")]
    [InlineData("arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("openrouter/anthropic/claude-sonnet-4.5")]
    [InlineData("databricks-claude-sonnet-4-5")]
    [InlineData("claude-4.5-sonnet")]
    [InlineData("claude-sonnet-4-5-thinking")]
    [InlineData("claude-sonnet-4-5-20250929-thinking")]
    [InlineData("anthropic/claude-sonnet-4.5:beta")]
    [InlineData("apac.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("bedrock/converse/eu-west-1.anthropic.claude-sonnet-4-5")]
    [InlineData("Claude Sonnet 4.5 (1M context)")]
    [InlineData("claude-sonnet-4-5-latest")]
    [InlineData("claude-sonnet-4-5-us")]
    public void Spellings_of_a_model_have_one_price(string model) => Assert.Equal(Prices.Find("claude-sonnet-4-5"), Prices.Find(model));

    [Theory]
    [InlineData("gpt-5.5-2026-04-23")]
    [InlineData("gpt-5.5-high")]
    [InlineData("gpt-5.5-xhigh")]
    [InlineData("azure/gpt-5.5")]
    [InlineData("databricks-gpt-5-5")]
    [InlineData("openai.gpt-5.5")]
    [InlineData("gpt-5.5-2026-04-23-medium")]
    [InlineData("gpt-5.5-extra-high")]
    [InlineData("gpt-5.5-latest")]
    public void Dated_and_effort_names_of_openai_have_the_price_of_the_model(string model) => Assert.Equal(Prices.Find("gpt-5.5"), Prices.Find(model));

    [Theory]
    [InlineData("claude-sonnet-4-5-fast")]
    [InlineData("my-claude-sonnet-4-5")]
    [InlineData("gpt-5.2-priority")]
    [InlineData("o3")]
    [InlineData("o4-mini")]
    [InlineData("codex-mini-latest")]
    [InlineData("codex-auto-review")]
    [InlineData("claude-mythos-5-2")]
    [InlineData("gpt-5.2-codex-spark")]
    [InlineData("openai/gpt-5.5:free")]
    [InlineData("gpt-5.5:nitro")]
    [InlineData("gpt-5.5-us")]
    [InlineData("claude-opus-4-8-geo-eu")]
    [InlineData("claude-opus-4-8-tier-high")]
    [InlineData("claude-opus-4-8-speed-turbo")]
    [InlineData("gpt-5.5-001")]
    public void Similar_names_have_none(string model) => Assert.Null(Prices.Find(model));

    [Fact]
    public void Computed_and_reported_cost_stay_apart_and_the_rest_is_told()
    {
        var session = new AgentSession("pi", "s")
        {
            Responses =
            [
                Response("claude-haiku-4-5", new TokenUsage(1_000_000, 0)) with { ReportedCost = 0.7m },
                Response("house-model-7", new TokenUsage(10, 20)),
            ],
        };

        Assert.Equal(new SessionCost(1m, 0.7m, 30), Prices.CostOf(session));
    }

    private static UsageRecord Response(string? model, TokenUsage usage) => new("key", null, model, usage);
}
