using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Markdown;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests;

public class MonthlyReportTests
{
    [Fact]
    public Task Months_with_a_budget() => Verify(MonthlyMarkdown.Write(PeriodBuilder.Report(PeriodBuilder.Budget)), "md");

    [Fact]
    public Task Months_with_a_budget_for_a_sheet() => Verify(MonthlyCsv.Write(PeriodBuilder.Report(PeriodBuilder.Budget)), "csv");

    [Fact]
    public void Without_a_budget_it_says_so_and_how_to_set_one()
    {
        string text = MonthlyMarkdown.Write(PeriodBuilder.Report());

        Assert.Contains("at least $12.50; no budget set.", text, StringComparison.Ordinal);
        Assert.Contains("\"budget\": { \"per\": \"month\", \"usd\": 100 }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Way_to_set_a_budget_is_a_policy_that_can_be_read()
    {
        string text = MonthlyMarkdown.Write(PeriodBuilder.Report());
        string json = text.Split("```json\n")[1].Split("\n```")[0];

        PolicyReading reading = PolicyReader.Read(json, "ai-attribution.json");

        Assert.Empty(reading.Problems);
        Assert.Contains(reading.Policy!.Rules, r => r.Id == "monthly");
    }

    [Theory]
    [InlineData(10_000, 10, 0, "20.0 % of $50.00")]
    [InlineData(10_000, 10, 2, "at least 20.0 % of $50.00")]
    [InlineData(10_000, 60, 2, "✕ exceeded: 120.0 % of $50.00")]
    public void Spend_against_budget_is_a_lower_bound_where_records_are_missing(long tokens, int usd, int unrecorded, string expected)
    {
        var rule = new PolicyRule("cap", new PeriodBudgetRequirement(BudgetSpan.Month, new BudgetLimit(null, 50m)));

        Assert.Contains($"| {expected} |", Text(PeriodBuilder.Period(BudgetSpan.Month, "2026-06", true, tokens, usd, 1, unrecorded), rule), StringComparison.Ordinal);
    }

    [Fact]
    public void Month_of_which_no_record_is_there_is_unknown_and_not_free() =>
        Assert.Contains("| unknown | – |", Text(PeriodBuilder.Period(BudgetSpan.Month, "2026-06", true, 0, 0, 0, 4)), StringComparison.Ordinal);

    [Fact]
    public void Month_without_a_price_is_held_against_no_money()
    {
        var rule = new PolicyRule("cap", new PeriodBudgetRequirement(BudgetSpan.Month, new BudgetLimit(null, 50m)));

        Assert.Contains("| cost unknown, against $50.00 |", Text(PeriodBuilder.Period(BudgetSpan.Month, "2026-06", true, 10_000, 0, 1, 0, unpriced: 10_000), rule), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_record_nothing_is_claimed() =>
        Assert.Contains("no session is recorded", MonthlyMarkdown.Write(new ReportModel { Subject = "Lib", Commit = "0123" }), StringComparison.Ordinal);

    private static string Text(BudgetPeriod period, params PolicyRule[] rules) =>
        MonthlyMarkdown.Write(new ReportModel { Subject = "Lib", Commit = "0123", Periods = [period], Policy = AttributionPolicy.Default with { Rules = rules } });
}
