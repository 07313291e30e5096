using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model;

public class OutcomeWordsTests
{
    private static readonly OutcomeFigures Figures = new(12.4, 13, 8.1, 3.4, 0.9);

    [Fact]
    public void Release_is_told_with_all_that_stands_beside_it() =>
        Assert.Equal("This release: ND 12.4 to 13.0, AI 8.1 to 9.0, tested 71 to 79 %, $14.00 to $14.68 per ND at least.", OutcomeWords.Release(OutcomeBuilder.Outcomes()));

    [Fact]
    public void What_is_not_released_yet_is_told_since_the_release_before() =>
        Assert.StartsWith("Since v1.2: ND 12.4 to 13.0, ", OutcomeWords.Release(OutcomeBuilder.Outcomes() with { Release = OutcomeBuilder.Outcomes().Release! with { Name = "v1.2..HEAD" } }), StringComparison.Ordinal);

    [Fact]
    public void What_has_settled_has_one_number_and_one_price() =>
        Assert.Equal("ND 4.0, AI 3.0, tested 50 %, $2.50 per ND", OutcomeWords.Of(new OutcomeWindow("w", new OutcomeFigures(4, 4, 3, 1, 0)) { Tested = new TestedWorth(2, 2, 4), Cost = Cost(10m) }));

    [Fact]
    public void Tested_share_is_never_nothing_or_all_where_it_is_neither() =>
        Assert.Equal("tested < 1 to > 99 %", OutcomeWords.Tested(new OutcomeWindow("w", Figures) { Tested = new TestedWorth(0.004, 3.996, 4) }));

    [Fact]
    public void What_nobody_measured_or_recorded_is_said_and_no_zero() =>
        Assert.Equal("ND 12.4 to 13.0, AI 8.1 to 9.0, tests not measured, cost per ND not known", OutcomeWords.Of(new OutcomeWindow("w", Figures)));

    [Fact]
    public void Nothing_settled_has_a_price_at_least() =>
        Assert.Equal("$5.00 per ND at least", OutcomeWords.PerNd(new OutcomeWindow("w", new OutcomeFigures(0, 2, 0, 0, 0)) { Cost = Cost(10m) }));

    [Fact]
    public void Nothing_that_reached_production_is_divided_by_nothing() =>
        Assert.Equal("cost per ND not known", OutcomeWords.PerNd(new OutcomeWindow("w", new OutcomeFigures(0, 0.0001, 0, 0, 0)) { Cost = Cost(10m) }));

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 5, 0)]
    [InlineData(0, 0, 5)]
    public void Missing_record_price_or_day_makes_a_price_at_least(int unrecorded, long unpriced, long undated)
    {
        var cost = new OutcomeCost(new TokenCost(new TokenUsage(100, 0), 10m, 0, unpriced), default, new TokenCost(new TokenUsage(undated, 0), 0, 0, undated), unrecorded);

        Assert.Equal("$2.50 per ND at least", OutcomeWords.PerNd(new OutcomeWindow("w", new OutcomeFigures(4, 4, 4, 0, 0)) { Cost = cost }));
    }

    [Fact]
    public void Spending_of_no_commit_counts_in_the_price_and_is_told_apart()
    {
        var window = new OutcomeWindow("w", new OutcomeFigures(4, 4, 4, 0, 0)) { Cost = new OutcomeCost(Spent(6m), Spent(4m), default, 0) };

        Assert.Equal(("$2.50 per ND", "$6.00 for commits that landed, $4.00 for no commit"), (OutcomeWords.PerNd(window), OutcomeWords.Spent(window)));
    }

    [Fact]
    public void Spending_is_of_the_days_on_which_it_landed_or_ended()
    {
        var spending = new OutcomeSpending([(7, Spent(1m)), (14, Spent(2m))], [(8, Spent(4m)), (15, Spent(8m)), (null, Spent(16m))], [9, 20]);

        OutcomeCost cost = spending.Of(7, 13);

        Assert.Equal((1m, 4m, 16m, 1), (cost.Linked.Computed, cost.Unlinked.Computed, cost.Undated.Computed, cost.Unrecorded));
        Assert.Equal(5m, cost.Usd);
    }

    [Fact]
    public void Release_of_which_nothing_is_known_says_why()
    {
        Assert.Equal("Not known: no deployment to production is known, and prereleases are none. Tag releases, or record deployments: ai-attribution deployments --help", OutcomeWords.Release(new ReportOutcomes { NotKnown = OutcomeWords.NothingDeployed }));
        Assert.StartsWith("This release: ND not known, for it counts by days", OutcomeWords.Release(OutcomeBuilder.Outcomes() with { Release = null }), StringComparison.Ordinal);
    }

    private static OutcomeCost Cost(decimal usd) => new(Spent(usd), default, default, 0);

    private static TokenCost Spent(decimal usd) => new(new TokenUsage(100, 0), usd, 0, 0);
}
