using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;

namespace AiAttribution.Reports.Tests;

public sealed class SurvivalWordsTests
{
    private static readonly DateTimeOffset Until = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Few_changes_are_told_each_by_itself_and_not_compared() => Assert.Equal(
        "5.0 % of the AI lines are gone within 14 days (1 change, 95 lines followed that long). Other lines of that time: 0.0 % (1 change, 50 lines followed that long); too few to compare.",
        SurvivalWords.Answer(Survival([Life(0, 100, 5)], [Life(1, 50, 0)])));

    [Fact]
    public void Many_changes_are_compared() => Assert.Equal(
        "5.0 % of the AI lines are gone within 14 days, of other lines of the same time 10.0 %.",
        SurvivalWords.Answer(Survival([.. Enumerable.Range(0, 20).Select(i => Life(i, 100, 5))], [.. Enumerable.Range(20, 20).Select(i => Life(i, 10, 1))])));

    [Fact]
    public void Few_lines_of_many_changes_are_not_compared() => Assert.EndsWith(
        "too few to compare.",
        SurvivalWords.Answer(Survival([.. Enumerable.Range(0, 20).Select(i => Life(i, 2, 0))], [.. Enumerable.Range(20, 20).Select(i => Life(i, 10, 1))])), StringComparison.Ordinal);

    private static ReportSurvival Survival(ChangeLife[] ai, ChangeLife[] other) => new(Until.AddDays(-60), Until, false, LineLives.Of(ai, Until), LineLives.Of(other, Until), []);

    private static ChangeLife Life(int number, int lines, int died) =>
        new($"{number}", true, Until.AddDays(-60), lines, died == 0 ? [] : [new LineDeath(Until.AddDays(-57), died)]);
}
