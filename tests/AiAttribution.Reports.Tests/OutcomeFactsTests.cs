using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Reports.Tests;

public class OutcomeFactsTests
{
    [Fact]
    public void Months_come_in_their_order_with_tokens_by_class_and_usd()
    {
        JsonElement[] cost = Rows("cost", Month("2026-06", new TokenCost(new TokenUsage(10, 20, 30, 40), 0.0375m, 0, 0), 0), Month("2026-05", default, 0));

        Assert.Equal(["2026-05", "2026-06"], cost.Select(row => row.GetProperty("month").GetString()));
        Assert.Equal((0.0375m, 100L), (cost[1].GetProperty("usd").GetDecimal(), cost[1].GetProperty("tokens").GetInt64()));
        Assert.Equal([10, 20, 30, 40], new[] { "input", "output", "cacheRead", "cacheWrite" }.Select(name => cost[1].GetProperty(name).GetInt64()));
        Assert.Equal(0, cost[0].GetProperty("usd").GetDecimal());
    }

    [Fact]
    public void Month_without_any_record_of_its_ai_commits_is_not_known_and_not_zero()
    {
        JsonElement month = Assert.Single(Rows("cost", Month("2026-06", default, 3)));

        Assert.All(["usd", "tokens", "input"], name => Assert.Equal(JsonValueKind.Null, month.GetProperty(name).ValueKind));
        Assert.Equal(3, month.GetProperty("aiCommitsWithout").GetInt32());
    }

    [Fact]
    public void Month_whose_tokens_have_no_price_has_tokens_and_no_usd()
    {
        JsonElement month = Assert.Single(Rows("cost", Month("2026-06", new TokenCost(new TokenUsage(10, 20), 0, 0, 30), 0)));

        Assert.Equal((JsonValueKind.Null, 30L), (month.GetProperty("usd").ValueKind, month.GetProperty("tokens").GetInt64()));
    }

    [Fact]
    public void Survival_is_told_for_each_state_and_window_with_lines_at_risk()
    {
        JsonElement[] survival = Rows("survival");

        Assert.Equal([("ai", 14), ("ai", 30), ("other", 14), ("other", 30)], survival.Select(row => (row.GetProperty("state").GetString()!, row.GetProperty("days").GetInt32())));
        Assert.All(survival, row => Assert.True(row.TryGetProperty("gone", out _) && row.TryGetProperty("atRisk", out _)));
    }

    [Fact]
    public void Survival_that_nobody_looked_into_has_no_row() =>
        Assert.DoesNotContain("\"survival\"", FactsReport.Write(ReportBuilder.Create() with { Survival = null }), StringComparison.Ordinal);

    [Fact]
    public void Weeks_have_both_bounds_what_tests_ran_and_what_it_cost()
    {
        JsonElement[] weeks = Rows("outcomes");

        Assert.Equal([("2026-02-09", 3.0, 3.0, 2.0), ("2026-02-16", 9.4, 10.0, 6.1)], weeks.Select(w => (w.GetProperty("week").GetString()!, w.GetProperty("low").GetDouble(), w.GetProperty("high").GetDouble(), w.GetProperty("ai").GetDouble())));
        Assert.Equal((1.5, 6m, 1m), (weeks[0].GetProperty("testedLow").GetDouble(), weeks[0].GetProperty("usd").GetDecimal(), weeks[0].GetProperty("unlinkedUsd").GetDecimal()));
    }

    [Fact]
    public void Nothing_deployed_is_one_row_without_a_week()
    {
        string facts = FactsReport.Write(ReportBuilder.Create() with { Outcomes = new ReportOutcomes { NotKnown = OutcomeWords.NothingDeployed } });

        JsonElement row = JsonDocument.Parse(Assert.Single(facts.Split('\n'), line => line.Contains("\"outcomes\"", StringComparison.Ordinal))).RootElement;
        Assert.Equal(JsonValueKind.Null, row.GetProperty("week").ValueKind);
    }

    [Fact]
    public void Every_environment_is_a_row()
    {
        JsonElement row = Assert.Single(Rows("deployments"));

        Assert.Equal(("api", "production", 7), (row.GetProperty("service").GetString(), row.GetProperty("environment").GetString(), row.GetProperty("deployments").GetInt32()));
    }

    private static BudgetPeriod Month(string name, TokenCost spent, int unrecorded) => new(BudgetSpan.Month, name, false, spent, 1, unrecorded);

    private static JsonElement[] Rows(string fact, params BudgetPeriod[] periods) =>
    [
        .. FactsReport.Write(ReportBuilder.Create() with { Periods = periods }).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(row => row.GetProperty("fact").GetString() == fact),
    ];
}
