using AiAttribution.Core.Outcomes;

namespace AiAttribution.Core.Tests.Outcomes;

public sealed class LineLivesTests
{
    private static readonly DateTimeOffset Landed = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_that_die_before_the_days_are_over_died_within_them()
    {
        ChangeLife change = Change(10, (13, 3), (14, 2), (29, 1), (40, 1));

        Assert.Equal(new WindowLife(14, 10, 3, 0), change.Within(14, Landed.AddDays(60)));
        Assert.Equal(new WindowLife(30, 10, 6, 0), change.Within(30, Landed.AddDays(60)));
        Assert.Equal(3, change.Alive);
    }

    [Fact]
    public void Change_that_is_too_young_is_unknown_even_where_lines_died()
    {
        ChangeLife change = Change(10, (2, 4));

        Assert.Equal(new WindowLife(14, 0, 0, 10), change.Within(14, Landed.AddDays(13)));
        Assert.Equal(new WindowLife(14, 10, 4, 0), change.Within(14, Landed.AddDays(14)));
    }

    [Fact]
    public void Totals_add_windows_and_count_a_commit_with_two_lives_once()
    {
        ChangeLife ai = Change(10, (1, 4));
        ChangeLife other = ai with { Lines = 5, Deaths = [] };
        ChangeLife young = Change(7) with { Commit = "young", Landed = Landed.AddDays(50) };

        var lives = LineLives.Of([ai, other, young], Landed.AddDays(60));

        Assert.Equal((2, 22, 18), (lives.Changes, lives.Lines, lives.Alive));
        Assert.Equal([new WindowLife(14, 15, 4, 7), new WindowLife(30, 15, 4, 7)], lives.Windows);
    }

    [Fact]
    public void Nothing_has_no_lines_to_survive()
    {
        var lives = LineLives.Of([], Landed);

        Assert.All(lives.Windows, w => Assert.Equal((0, 0, 0), (w.Lines, w.Died, w.TooYoung)));
    }

    private static ChangeLife Change(int lines, params (int Day, int Lines)[] deaths) =>
        new("change", true, Landed, lines, [.. deaths.Select(d => new LineDeath(Landed.AddDays(d.Day), d.Lines))]);
}
