using System.Globalization;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Core.Tests.Sessions;

/// <summary>Each line of the price list: what a million tokens of each class cost on a day.</summary>
public class PriceDayTests
{
    [Theory]
    [InlineData("claude-fable-5", "2026-10-01", "10 1 12.5 20 50")]
    [InlineData("claude-mythos-5", "2026-10-01", "10 1 12.5 20 50")]
    [InlineData("claude-fable-5-1", "2026-10-01", "10 0.25 12.5 20 50")]
    [InlineData("claude-mythos-5-1", "2026-10-01", "10 0.25 12.5 20 50")]
    [InlineData("claude-fable-5-2", "2026-11-20", "8 0.2 10 16 40")]
    [InlineData("claude-opus-5", "2026-10-01", "5 0.5 6.25 10 25")]
    [InlineData("claude-opus-5-fast", "2026-10-01", "10 1 12.5 20 50")]
    [InlineData("claude-opus-4-8-fast", "2026-11-30", "10 1 12.5 20 50")]
    [InlineData("claude-opus-4-6-fast", "2026-10-01", "5 0.5 6.25 10 25")]
    [InlineData("claude-opus-5-5", "2026-10-01", "4 0.2 5 8 20")]
    [InlineData("claude-opus-5-5-fast", "2026-10-01", "8 - - - 40")]
    [InlineData("claude-sonnet-5", "2026-10-01", "2 0.2 2.5 4 10")]
    [InlineData("claude-sonnet-5-5", "2026-10-06", "2 0.2 2.5 4 10")]
    [InlineData("claude-sonnet-5-5", "2026-10-07", "2 0.1 2.5 4 10")]
    [InlineData("claude-haiku-5-5", "2026-10-07", "0.1 0.01 0.125 0.2 0.5")]
    [InlineData("claude-3-haiku-20240307", "2026-10-01", "0.25 0.03 0.3 0.5 1.25")]
    [InlineData("gpt-5.6", "2026-08-20", "5 0.5 6.25 - 30")]
    [InlineData("gpt-5.6-sol", "2026-08-21", "4 0.4 5 - 20")]
    [InlineData("gpt-5.6-terra", "2026-07-29", "2.5 0.25 3.125 - 15")]
    [InlineData("gpt-5.6-terra", "2026-07-30", "2 0.2 2.5 - 12")]
    [InlineData("gpt-5.6-luna", "2026-07-29", "1 0.1 1.25 - 6")]
    [InlineData("gpt-5.6-luna", "2026-07-30", "0.2 0.02 0.25 - 1.2")]
    [InlineData("gpt-6-astra", "2026-10-01", "10 1 12.5 - 50")]
    [InlineData("gpt-6-sol", "2026-10-01", "2 0.2 2.5 - 10")]
    [InlineData("gpt-6-luna", "2026-10-01", "0.1 0.01 0.125 - 0.5")]
    [InlineData("gpt-6.1-sol", "2026-10-01", "2 0.1 2.5 - 10")]
    [InlineData("gpt-6.1-terra", "2026-11-01", "1 0.05 1.25 - 5")]
    [InlineData("gpt-6.2-astra", "2026-11-20", "8 0.4 10 - 40")]
    [InlineData("gpt-6.2-sol", "2026-11-20", "2 0.1 2.5 - 10")]
    [InlineData("gpt-5.5-pro", "2026-10-01", "30 3 - - 180")]
    [InlineData("gpt-5.4-pro", "2026-10-01", "30 3 - - 180")]
    [InlineData("gpt-5.4-nano", "2026-10-01", "0.2 0.02 - - 1.25")]
    [InlineData("gpt-5.3-codex-spark", "2026-10-01", "1.75 0.175 - - 14")]
    [InlineData("gpt-5-pro", "2026-10-01", "15 1.5 - - 120")]
    [InlineData("gpt-4.1-mini", "2026-10-01", "0.4 0.1 - - 1.6")]
    [InlineData("gpt-4.1-nano", "2026-10-01", "0.1 0.025 - - 0.4")]
    [InlineData("gemini-3.5-flash", "2026-10-01", "1.5 0.15 - - 9")]
    [InlineData("gemini-3.5-flash-lite", "2026-10-01", "0.3 0.03 - - 2.5")]
    [InlineData("gemini-3.6-flash", "2026-12-31", "0.75 0.075 - - 3.75")]
    [InlineData("gemini-3.7-flash", "2027-01-01", "1.5 0.15 - - 7.5")]
    [InlineData("gemini-3.8-flash", "2026-10-01", "0.75 0.075 - - 3.75")]
    [InlineData("gemini-3.1-flash-lite", "2026-10-01", "0.25 0.025 - - 1.5")]
    [InlineData("gemini-3.1-pro", "2026-10-01", "2 0.2 - - 12")]
    [InlineData("gemini-3.1-pro-preview-customtools", "2026-10-01", "2 0.2 - - 12")]
    [InlineData("gemini-3-pro-preview", "2026-10-01", "2 0.2 - - 12")]
    [InlineData("gemini-3-flash", "2026-10-01", "0.5 0.05 - - 3")]
    [InlineData("gemini-4-argon", "2026-11-30", "2 0.1 - - 10")]
    [InlineData("gemini-4-carbon", "2026-12-01", "4 0.2 - - 20")]
    [InlineData("gemini-4-hydrogen", "2026-11-20", "1.5 0.075 - - 7.5")]
    [InlineData("gemini-4-neon", "2026-11-20", "3 0.15 - - 15")]
    [InlineData("grok-4.5", "2026-10-01", "2 0.3 - - 6")]
    [InlineData("grok-4.6", "2026-10-01", "2 0.5 - - 6")]
    [InlineData("grok-4.6-build", "2026-10-01", "2 0.5 - - 6")]
    [InlineData("grok-4.7", "2026-10-01", "2 0.5 - - 6")]
    [InlineData("kimi-k3", "2026-10-01", "3 0.3 - - 15")]
    [InlineData("qwen3.5-plus", "2026-10-01", "0.4 0.04 - - 2.4")]
    [InlineData("glm-5.2", "2026-10-01", "1.4 - - - 4.4")]
    public void Class_costs_what_the_list_says_on_the_day(string model, string day, string inputReadFiveMinutesHourOutput)
    {
        TokenPrices prices = PriceTable.BuiltIn.Find(model, Day(day))!.Prices;

        decimal?[] classes = [prices.Input, prices.CacheRead, prices.CacheWrite5Minutes, prices.CacheWrite1Hour, prices.Output];
        Assert.Equal(inputReadFiveMinutesHourOutput, string.Join(' ', classes.Select(price => price?.ToString("0.#####", CultureInfo.InvariantCulture) ?? "-")));
    }

    [Theory]
    [InlineData("claude-opus-4-8-fast", "2026-12-01")]
    [InlineData("claude-opus-4-7-fast", "2026-10-01")]
    [InlineData("claude-opus-9", "2026-10-01")]
    public void Model_or_day_without_price_is_unknown(string model, string day) => Assert.Null(PriceTable.BuiltIn.Find(model, Day(day)));

    [Fact]
    public void Model_that_was_used_before_its_first_day_costs_what_it_cost_then() => Assert.Equal(5, PriceTable.BuiltIn.Find("claude-opus-5", Day("2026-07-20"))!.Prices.Input);

    [Fact]
    public void Session_over_a_change_of_price_is_priced_response_by_response()
    {
        var session = new AgentSession("codex", "s") { Responses = [Response("gpt-5.6-luna", "2026-07-15"), Response("gpt-5.6-luna", "2026-08-15")] };

        Assert.Equal(0.0016m + 0.00032m, PriceTable.BuiltIn.CostOf(session).Computed);
    }

    [Fact]
    public void Day_of_a_response_is_that_of_universal_time()
    {
        UsageRecord response = Response("gpt-5.6-luna", "2026-07-15") with { Time = new DateTimeOffset(2026, 7, 30, 1, 0, 0, TimeSpan.FromHours(2)) };

        Assert.Equal(0.0016m, PriceTable.BuiltIn.CostOf(response));
    }

    [Fact]
    public void Total_over_a_change_of_price_is_unknown()
    {
        UsageRecord total = Response("gpt-5.6-luna", "2026-08-15") with { Since = DateTimeOffset.Parse("2026-07-15T00:00:00Z", CultureInfo.InvariantCulture) };

        Assert.Equal(new SessionCost(null, null, 1_100), PriceTable.BuiltIn.CostOf(new AgentSession("goose", "s") { Responses = [total], Exactness = Exactness.SessionTotal }));
    }

    [Fact]
    public void Response_without_time_has_the_day_of_its_session()
    {
        var session = new AgentSession("aider", "s") { Start = DateTimeOffset.Parse("2026-07-15T00:00:00Z", CultureInfo.InvariantCulture), Responses = [Response("gpt-5.6-luna", "2026-07-15") with { Time = null }] };

        Assert.Equal(0.0016m, PriceTable.BuiltIn.CostOf(session).Computed);
    }

    [Theory]
    [InlineData(100_000, 0.0019)]
    [InlineData(100_001, 0.0095005)]
    public void Cache_counts_for_the_step_of_haiku(long prompt, double cost) =>
        Assert.Equal((decimal)cost, PriceTable.BuiltIn.CostOf(Response("claude-haiku-5-5", "2026-10-08") with { Usage = new TokenUsage(prompt - 90_000, 0, 90_000) }));

    [Theory]
    [InlineData("2026-04-30", 8.25)]
    [InlineData("2026-05-01", 4.5)]
    public void Step_of_long_requests_has_days_too(string day, double cost) =>
        Assert.Equal((decimal)cost, PriceTable.BuiltIn.CostOf(Response("claude-sonnet-4-5@20250929", day) with { Usage = new TokenUsage(1_000_000, 100_000) }));

    [Theory]
    [InlineData("gpt-5.5", 5 * 2 * 300_000 + 30 * 1.5 * 1_000)]
    [InlineData("gpt-6.2-sol", 2 * 2 * 300_000 + 10 * 1.5 * 1_000)]
    [InlineData("grok-4.6", 2 * 2 * 300_000 + 6 * 2 * 1_000)]
    public void Long_request_costs_its_tier_for_all_tokens(string model, double millionths) =>
        Assert.Equal((decimal)millionths / 1_000_000m, PriceTable.BuiltIn.CostOf(Response(model, "2026-11-20") with { Usage = new TokenUsage(300_000, 1_000) }));

    [Theory]
    [InlineData("gpt-5.5-priority", 2)]
    [InlineData("gpt-5.5-fast", 2)]
    [InlineData("gpt-5.5-flex", 0.5)]
    [InlineData("gpt-5.5-2026-04-23-batch", 0.5)]
    public void Service_tier_multiplies_the_price(string model, double factor) =>
        Assert.Equal(PriceTable.BuiltIn.CostOf(Response("gpt-5.5", "2026-10-01")) * (decimal)factor, PriceTable.BuiltIn.CostOf(Response(model, "2026-10-01")));

    [Theory]
    [InlineData("claude-opus-4-8-us", "claude-opus-4-8", 1.1)]
    [InlineData("claude-haiku-5-5-us", "claude-haiku-5-5", 1.1)]
    [InlineData("claude-opus-4-5-us", "claude-opus-4-5", 1)]
    [InlineData("claude-opus-4-8-batch-us", "claude-opus-4-8", 0.55)]
    [InlineData("claude-opus-4-8-fast-us", "claude-opus-4-8-fast", 1.1)]
    [InlineData("claude-opus-4-8-20260115-us", "claude-opus-4-8", 1.1)]
    public void Inference_in_one_country_multiplies_the_price_since_opus_and_sonnet_4_6(string model, string without, double factor) =>
        Assert.Equal(PriceTable.BuiltIn.CostOf(Response(without, "2026-11-20")) * (decimal)factor, PriceTable.BuiltIn.CostOf(Response(model, "2026-11-20")));

    [Theory]
    [InlineData("gemini-4-carbon-001", "gemini-4-carbon")]
    [InlineData("models/gemini-2.5-pro-002", "gemini-2.5-pro")]
    public void Numbered_release_of_gemini_has_the_price_of_the_model(string model, string of) =>
        Assert.Equal(PriceTable.BuiltIn.Find(of, Day("2026-11-20")), PriceTable.BuiltIn.Find(model, Day("2026-11-20")));

    [Theory]
    [InlineData("claude-opus-9", 0, 0, "2026-11-20", "Price")]
    [InlineData(null, 0, 0, "2026-11-20", "Model")]
    [InlineData("claude-opus-4-8-fast", 0, 0, "2026-12-01", "Day")]
    [InlineData("gpt-5.6-luna-high", 0, 0, null, "Day")]
    [InlineData("glm-5.2", 7, 0, "2026-11-20", "CacheReads")]
    [InlineData("glm-5.2", 0, 7, "2026-11-20", "CacheWrites")]
    [InlineData("glm-5.2", 0, 0, "2026-11-20", "None")]
    [InlineData("gpt-5.5", 7, 0, "2026-11-20", "None")]
    public void What_is_missing_of_a_cost_is_known(string? model, long read, long written, string? day, string gap)
    {
        var response = new UsageRecord("r", day is null ? null : new DateTimeOffset(Day(day), default, default), model, new TokenUsage(1_000, 100, read, written));

        Assert.Equal(gap, PriceTable.BuiltIn.GapOf(new AgentSession("pi", "s"), response).ToString());
    }

    [Fact]
    public void Web_searches_stand_beside_the_cost()
    {
        var session = new AgentSession("claude-code", "s") { Responses = [Response("claude-sonnet-5", "2026-10-01") with { WebSearches = 3 }] };

        Assert.Equal(new SessionCost(0.003m, null, 0, 0.03m), PriceTable.BuiltIn.CostOf(session));
    }

    [Fact]
    public void Name_of_the_list_changes_with_its_content()
    {
        const string List = "models\tfrom\tuntil\tinput\toutput\tsource\tseen\na b\t\t\t1\t2\tvendor\t2026-11\n";

        Assert.StartsWith("2026-11.", PriceList.Read(List).Version, StringComparison.Ordinal);
        Assert.Equal(PriceList.Read(List).Version, PriceList.Read("# a word\n" + List.Replace("\n", "\r\n", StringComparison.Ordinal)).Version);
        Assert.NotEqual(PriceList.Read(List).Version, PriceList.Read(List.Replace("\t1\t", "\t3\t", StringComparison.Ordinal)).Version);
    }

    [Fact]
    public void Every_price_names_a_kind_of_source_and_its_month()
    {
        using Stream stream = typeof(PriceList).Assembly.GetManifestResourceStream("prices.tsv")!;
        using var reader = new StreamReader(stream);
        string[][] rows = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t'))];

        Assert.All(rows.Skip(1), row => Assert.Matches("^(vendor|secondary|table)@2026-(09|10|11)$", $"{row[Array.IndexOf(rows[0], "source")]}@{row[Array.IndexOf(rows[0], "seen")]}"));
    }

    [Theory]
    [InlineData("claude-opus-5-5-batch", 0.003)]
    [InlineData("claude-opus-5-5-priority", null)]
    [InlineData("claude-opus-5-5-fast-batch", null)]
    public void Batch_is_half_of_all_and_what_is_committed_beforehand_has_no_price(string model, double? cost) =>
        Assert.Equal((decimal?)cost, PriceTable.BuiltIn.CostOf(Response(model, "2026-11-20")));

    private static UsageRecord Response(string model, string day) =>
        new("r" + day, DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture), model, new TokenUsage(1_000, 100));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
