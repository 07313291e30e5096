using AiAttribution.Core.Lines;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Tests.Fixtures;
using static AiAttribution.Core.Tests.Fixtures.ProductionScenario;

namespace AiAttribution.Core.Tests.Outcomes;

/// <summary>Figures of a release are those of its days; each day has the share of its week that its lines have.</summary>
public sealed class OutcomeDaysTests
{
    private static readonly HashSet<(string Type, string Text)> Base = Code("Base", 40, "b");

    [Fact]
    public void Days_of_a_week_add_up_to_it()
    {
        OutcomeWeek week = Assert.Single(TwoDays().Weeks(1, 1, 60));

        Assert.Equal((1.6, 1.6), (Round(week.Days.Sum(d => d.Low)), Round(week.Low)));
        Assert.Equal(Round(week.High), Round(week.Days.Sum(d => d.High)));
    }

    [Fact]
    public void Cell_is_shared_by_the_lines_that_landed_on_each_day()
    {
        IReadOnlyList<OutcomeWeek> weeks = TwoDays().Weeks(0, 4, 60);

        Assert.Equal(0.25, Round(OutcomeFigures.Of(weeks, 0, 8).Low));
        Assert.Equal(1.35, Round(OutcomeFigures.Of(weeks, 9, 34).Low));
    }

    [Fact]
    public void Releases_one_after_the_other_add_up()
    {
        var scenario = new ProductionScenario { State = text => text.Contains(".a", StringComparison.Ordinal) ? LineState.Ai : LineState.Other };
        scenario.Deploy(0, Base);
        for (int day = 1; day <= 30; day++)
            scenario.Deploy(day, Base.Concat(Types(day * 3)));
        IReadOnlyList<OutcomeWeek> weeks = scenario.Weeks(0, 8, 90);

        OutcomeFigures parts = OutcomeFigures.Of(weeks, 0, 11) + OutcomeFigures.Of(weeks, 12, 19) + OutcomeFigures.Of(weeks, 20, 62);

        Assert.Equal((Round(weeks.Sum(w => w.Low)), Round(weeks.Sum(w => w.Ai))), (Round(parts.Low), Round(parts.Ai)));
    }

    [Fact]
    public void Lower_figure_of_a_day_is_never_above_the_higher_one_and_days_of_a_flood_add_up_to_its_week()
    {
        IReadOnlyList<OutcomeWeek> weeks = new ProductionScenario().Land(0, Base).Land(7, Base.Concat(Types(10))).Land(9, Base.Concat(Types(200)))
            .Deploy(0, Base).Deploy(8, Base.Concat(Types(10))).Deploy(40, Base.Concat(Types(200))).Weeks(1, 1, 45);

        Assert.All(weeks.SelectMany(w => w.Days), day => Assert.True(day.Low <= day.High));
        Assert.Equal((9.497, 30.467), (Round(weeks[0].Days[0].Low + weeks[0].Days[2].Low), Round(weeks[0].High)));
        Assert.Equal((Round(weeks[0].Low), Round(weeks[0].High)), (Round(weeks[0].Days.Sum(d => d.Low)), Round(weeks[0].Days.Sum(d => d.High))));
    }

    [Fact]
    public void Tested_share_is_one_of_the_executable_lines_with_bounds_for_what_was_not_measured()
    {
        OutcomeWeek[] weeks = [Week(1, 2, 3, 4, 5)];

        TestedWorth tested = TestedWorth.Of(weeks, 7, 13, text => text switch { 1 => TextTest.Run, 2 => TextTest.NotRun, 3 => TextTest.Unmeasured, 4 => TextTest.Run, _ => TextTest.NotExecutable });

        Assert.Equal((0.5, 0.75, 1), (tested.Low, tested.High, tested.Executable));
    }

    [Fact]
    public void Nothing_measured_is_from_nothing_to_all_and_no_zero()
    {
        TestedWorth tested = TestedWorth.Of([Week(1, 2)], 7, 13, _ => TextTest.Unmeasured);

        Assert.Equal((0, 1, 1), (tested.Low, tested.High, tested.Executable));
    }

    [Fact]
    public void Lines_that_cannot_be_executed_are_in_no_share() =>
        Assert.Equal(default, TestedWorth.Of([Week(1, 2)], 7, 13, _ => TextTest.NotExecutable));

    [Fact]
    public void Tests_of_other_days_do_not_count() =>
        Assert.Equal(default, TestedWorth.Of([Week(1, 2)], 9, 13, _ => TextTest.Run));

    /// <summary>Two lines of a type on day 8 and four more on day 9, beside another with one line and nineteen.</summary>
    private static ProductionScenario TwoDays() => new ProductionScenario()
        .Deploy(0, Base)
        .Deploy(8, Base.Concat(Code("Cart", 2)).Concat(Code("Order", 1)))
        .Deploy(9, Base.Concat(Code("Cart", 6)).Concat(Code("Order", 20)));

    /// <summary>Week 1 with a type of these texts, worth one on its second day.</summary>
    private static OutcomeWeek Week(params ulong[] texts) => new(1, 1, 1, 1, 0, 0, false) { Lasting = [new LastingCell([0, 1, 0, 0, 0, 0, 0], texts)] };

    private static double Round(double figure) => Math.Round(figure, 3);
}
