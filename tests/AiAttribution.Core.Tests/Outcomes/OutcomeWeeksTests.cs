using AiAttribution.Core.Lines;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Tests.Fixtures;
using static AiAttribution.Core.Tests.Fixtures.ProductionScenario;

namespace AiAttribution.Core.Tests.Outcomes;

/// <summary>The examples of the definition. Weeks are numbers, week 1 begins with day 7.</summary>
public sealed class OutcomeWeeksTests
{
    private static readonly HashSet<(string Type, string Text)> Base = Code("Base", 40, "b");

    [Fact]
    public void Change_of_twelve_lines_in_one_type_is_one() => Assert.Equal(1, Start().Deploy(8, With("Cart", 12)).Low(1, 4, 60));

    [Fact]
    public void Change_deployed_twenty_times_on_one_day_is_one()
    {
        ProductionScenario scenario = Start();
        for (int i = 0; i < 20; i++)
            scenario.Deploy(0, Base).Deploy(8, With("Cart", 12));

        Assert.Equal(1, scenario.Low(1, 4, 60));
    }

    [Fact]
    public void Same_tree_deployed_on_twenty_days_is_one()
    {
        ProductionScenario scenario = Start();
        for (int i = 0; i < 20; i++)
            scenario.Deploy(8 + i, With("Cart", 12));

        Assert.Equal(1, scenario.Low(1, 4, 60));
    }

    [Fact]
    public void Fix_of_one_line_is_a_tenth() => Assert.Equal(0.1, Start().Deploy(8, With("Fix", 1)).Low(1, 4, 60));

    [Fact]
    public void Five_old_lines_changed_are_a_half() => Assert.Equal(0.5, Start().Deploy(8, Base.Except(Code("Base", 5, "b")).Concat(Code("Base", 5, "c"))).Low(1, 4, 60));

    [Fact]
    public void Seven_types_in_a_week_deployed_daily_are_seven()
    {
        ProductionScenario scenario = Start();
        for (int i = 0; i < 7; i++)
            scenario.Deploy(7 + i, Base.Concat(Types(i + 1)));

        Assert.Equal(7, scenario.Low(1, 4, 60));
    }

    [Fact]
    public void Type_a_day_deployed_daily_is_one_each()
    {
        ProductionScenario scenario = Month();
        for (int i = 0; i < 28; i++)
            scenario.Deploy(7 + i, UpTo(7 + i));

        Assert.Equal(28, scenario.Low(1, 4, 80));
    }

    [Fact]
    public void Type_a_day_deployed_by_one_train_is_the_same() => Assert.Equal(28, Month().Deploy(34, UpTo(34)).Low(1, 4, 80));

    [Fact]
    public void Type_a_day_deployed_by_weekly_trains_is_the_same()
    {
        ProductionScenario scenario = Month();
        for (int i = 0; i < 4; i++)
            scenario.Deploy(13 + (7 * i), UpTo(13 + (7 * i)));

        Assert.Equal(28, scenario.Low(1, 4, 80));
    }

    [Fact]
    public void Type_a_day_deployed_by_trains_that_were_cut_two_weeks_before_is_the_same()
    {
        ProductionScenario scenario = Month();
        for (int i = 0; i < 4; i++)
            scenario.Deploy(27 + (7 * i), UpTo(13 + (7 * i)));

        Assert.Equal(28, scenario.Low(1, 4, 90));
    }

    [Fact]
    public void Another_service_deployed_in_between_changes_nothing()
    {
        ProductionScenario scenario = Month().Deploy(1, Base, "web");
        for (int i = 0; i < 6; i++)
            scenario.Deploy(9 + (5 * i), Base, "web");

        Assert.Equal(28, scenario.Deploy(34, UpTo(34)).Low(1, 4, 80));
    }

    [Fact]
    public void Ten_lines_of_one_type_one_a_day_are_one()
    {
        ProductionScenario scenario = Start();
        for (int i = 0; i < 10; i++)
            scenario.Deploy(7 + i, With("D", i + 1));

        Assert.Equal(1, scenario.Low(1, 4, 60));
    }

    [Fact]
    public void Four_hundred_lines_of_one_type_are_one() => Assert.Equal(1, Start().Deploy(8, With("Cart", 400)).Low(1, 4, 60));

    [Fact]
    public void Body_pasted_into_ten_types_is_one()
    {
        IEnumerable<(string, string)> pasted = Enumerable.Range(0, 10).SelectMany(j => Enumerable.Range(0, 12).Select(i => ($"P{j}", $"pasted{i}")));

        Assert.Equal(1, Start().Deploy(8, Base.Concat(pasted)).Low(1, 4, 60));
    }

    [Fact]
    public void Lines_moved_to_another_type_are_nothing() => Assert.Equal(0, Start().Deploy(8, Base.Select(l => ("New", l.Text))).Low(1, 4, 60));

    [Fact]
    public void Change_switched_on_and_off_daily_counts_once()
    {
        ProductionScenario scenario = Start();
        for (int i = 0; i < 7; i++)
            scenario.Deploy(8 + i, i % 2 == 0 ? With("Cart", 12) : Base);

        Assert.Equal(1, scenario.Low(1, 4, 60));
    }

    [Fact]
    public void Change_live_nine_days_of_ten_counts_in_the_week_in_which_it_landed()
    {
        ProductionScenario scenario = Start().Land(0, Base).Land(8, With("Cart", 12));
        for (int i = 0; i < 9; i++)
            scenario.Deploy(8 + (10 * i), With("Cart", 12)).Deploy(17 + (10 * i), Base);

        Assert.Equal(1, scenario.Low(1, 1, 120));
    }

    [Fact]
    public void Change_taken_back_after_five_days_is_nothing() => Assert.Equal(0, Start().Deploy(8, With("Cart", 12)).Deploy(13, Base).Low(1, 4, 60));

    [Fact]
    public void Change_taken_back_and_landed_again_counts_once() =>
        Assert.Equal(1, Start().Deploy(8, With("Cart", 12)).Deploy(13, Base).Deploy(17, With("Cart", 12)).Low(1, 4, 60));

    [Fact]
    public void Half_of_the_lines_rewritten_after_a_week_count_in_both_weeks() =>
        Assert.Equal(2, Start().Deploy(8, With("C", 20)).Deploy(15, Base.Concat(Code("C", 10)).Concat(Code("C", 10, "z"))).Low(1, 4, 60));

    [Fact]
    public void Change_deleted_after_twenty_days_counts_once() => Assert.Equal(1, Start().Deploy(8, With("J", 30)).Deploy(28, Base).Low(1, 6, 60));

    [Fact]
    public void Old_lines_deleted_are_a_clean_up() => Assert.Equal(1, new ProductionScenario().Deploy(0, With("Old", 30)).Deploy(8, Base).Low(1, 4, 60));

    [Fact]
    public void Two_versions_in_turn_count_once_each()
    {
        ProductionScenario scenario = Start();
        for (int i = 0; i < 8; i++)
            scenario.Deploy(8 + (14 * i), Base.Concat(Code("V", 12, i % 2 == 0 ? "x" : "y")));

        Assert.Equal(2, scenario.Low(1, 20, 140));
    }

    [Fact]
    public void Value_toggled_daily_is_nothing()
    {
        ProductionScenario scenario = Start();
        for (int i = 0; i < 20; i++)
            scenario.Deploy(8 + i, i % 2 == 0 ? Base.Except(Code("Base", 1, "b")).Append(("Base", "t")) : Base);

        Assert.Equal(0, scenario.Low(1, 6, 80));
    }

    [Fact]
    public void Library_that_reaches_four_services_counts_once()
    {
        var scenario = new ProductionScenario();
        foreach (string service in (string[])["a", "b", "c", "d"])
            scenario.Deploy(0, Base, service);
        for (int i = 0; i < 4; i++)
            scenario.Deploy(8 + i, With("S", 12), "abcd"[i].ToString());

        Assert.Equal(1, scenario.Low(1, 4, 60));
    }

    [Fact]
    public void New_service_of_old_code_counts_in_the_week_in_which_it_landed() =>
        Assert.Equal(5, Start().Land(0, Base).Land(2, Base.Concat(Types(5))).Deploy(30, Types(5), "new").Low(0, 0, 90));

    [Fact]
    public void First_known_deployment_earns_nothing() => Assert.Equal(0, new ProductionScenario().Deploy(8, Types(50)).Low(0, 5, 60));

    [Fact]
    public void Two_hundred_types_in_one_week_count_by_their_logarithm()
    {
        ProductionScenario scenario = Start().Deploy(8, Base.Concat(Types(200)));

        Assert.Equal(30.467, scenario.Low(1, 4, 60));
        Assert.True(scenario.Weeks(1, 1, 60)[0].IsAboveUsual);
    }

    [Theory]
    [InlineData(3, 3, 14.349)]
    [InlineData(7, 30, 480)]
    public void Twenty_types_in_each_week_become_usual(int first, int last, double expected)
    {
        ProductionScenario scenario = Start();
        HashSet<(string, string)> all = [.. Base];
        for (int week = 1; week <= 30; week++)
        {
            for (int j = 0; j < 20; j++)
                all.UnionWith(Code($"W{week}x{j}", 12));
            scenario.Deploy(7 * week, all);
        }

        Assert.Equal(expected, scenario.Low(first, last, 300));
    }

    [Fact]
    public void Change_deployed_five_days_ago_may_still_last()
    {
        ProductionScenario scenario = Start().Deploy(30, With("Cart", 12));

        Assert.Equal((0, 1), (scenario.Low(4, 4, 35), scenario.High(4, 4, 35)));
    }

    [Fact]
    public void Change_that_is_not_deployed_may_still_last()
    {
        ProductionScenario scenario = Start().Land(0, Base).Land(8, With("U", 10));

        Assert.Equal((0, 1), (scenario.Low(1, 1, 35), scenario.High(1, 1, 35)));
    }

    [Fact]
    public void Deletion_that_is_not_deployed_may_still_settle()
    {
        ProductionScenario scenario = new ProductionScenario().Deploy(0, With("Old", 30)).Land(0, With("Old", 30)).Land(100, Base);

        Assert.Equal((0, 1), (scenario.Low(14, 14, 105), scenario.High(14, 14, 105)));
    }

    [Fact]
    public void Change_rolled_back_and_still_on_the_branch_may_still_last()
    {
        ProductionScenario scenario = Start().Land(0, Base).Land(29, With("Cart", 12)).Deploy(30, With("Cart", 12)).Deploy(36, Base);

        Assert.Equal((0, 1), (scenario.Low(4, 4, 39), scenario.High(4, 4, 39)));
    }

    [Fact]
    public void Value_of_a_type_is_shared_by_the_states_of_its_lines()
    {
        var scenario = new ProductionScenario
        {
            State = text => !text.StartsWith("Cart", StringComparison.Ordinal) ? LineState.Other : int.Parse(text[6..]) switch { < 12 => LineState.Ai, < 18 => LineState.Other, _ => LineState.Unknown },
        };

        OutcomeWeek week = scenario.Deploy(0, Base).Deploy(8, With("Cart", 20)).Weeks(1, 1, 60)[0];

        Assert.Equal((0.6, 0.3, 0.1), (Math.Round(week.Ai, 3), Math.Round(week.Other, 3), Math.Round(week.Unknown, 3)));
    }

    private static ProductionScenario Start() => new ProductionScenario().Deploy(0, Base);

    private static IEnumerable<(string Type, string Text)> With(string type, int lines) => Base.Concat(Code(type, lines));

    private static IEnumerable<(string Type, string Text)> UpTo(int day) => Base.Concat(Types(28).Where(l => 7 + int.Parse(l.Type[1..]) <= day));

    /// <summary>A type lands on each of 28 days.</summary>
    private static ProductionScenario Month()
    {
        ProductionScenario scenario = Start().Land(0, Base);
        for (int i = 0; i < 28; i++)
            scenario.Land(7 + i, UpTo(7 + i));
        return scenario;
    }
}
