using AiAttribution.Core.Outcomes;

namespace AiAttribution.Core.Tests.Outcomes;

public sealed class LineLivesTests
{
    private static readonly DateTimeOffset Landed = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_that_die_before_the_days_are_over_died_within_them()
    {
        ChangeLife change = Change(10, (13, 3), (14, 2), (29, 1), (40, 1));

        Assert.Equal((10, 3, 0, 0.3, 7), Told(change.Within(14, Landed.AddDays(60))));
        Assert.Equal((10, 6, 0, 0.6, 4), Told(change.Within(30, Landed.AddDays(60))));
        Assert.Equal(3, change.Alive);
    }

    [Fact]
    public void Change_that_is_too_young_is_unknown_even_where_lines_died()
    {
        ChangeLife change = Change(10, (2, 4));

        Assert.Equal((0, 0, 10, null, 0), Told(change.Within(14, Landed.AddDays(13))));
        Assert.Equal((10, 4, 0, 0.4, 6), Told(change.Within(14, Landed.AddDays(14))));
    }

    [Fact]
    public void Young_change_that_is_gone_as_a_whole_is_known() => Assert.Equal((0, 0, 10, 1, 0), Told(Change(10, (2, 10)).Within(14, Landed.AddDays(5))));

    [Fact]
    public void Lines_count_for_as_long_as_they_were_followed()
    {
        ChangeLife old = Change(100, (10, 5), (25, 10));
        ChangeLife young = Change(60) with { Landed = Landed.AddDays(52), Deaths = [new LineDeath(Landed.AddDays(55), 12)] };

        var lives = LineLives.Of([old, young], Landed.AddDays(60));

        Assert.Equal((100, 5, 60, 0.1212, 95), Told(lives.Windows[0]));
        Assert.Equal((100, 15, 60, 0.2138, 85), Told(lives.Windows[1]));
        Assert.Equal((160, 27, 133, 48), (lives.Lines, lives.Gone, lives.Alive, lives.Young));
    }

    [Fact]
    public void Share_does_not_jump_when_a_young_change_becomes_old_without_a_death()
    {
        ChangeLife[] changes = [Change(100, (10, 5)), Change(60) with { Landed = Landed.AddDays(50) }];

        Assert.Equal(LineLives.Of(changes, Landed.AddDays(63)).Windows[0].Gone, LineLives.Of(changes, Landed.AddDays(65)).Windows[0].Gone);
    }

    [Fact]
    public void Longer_window_never_tells_less()
    {
        var lives = LineLives.Of([Change(50, (1, 3), (20, 4)), Change(9) with { Landed = Landed.AddDays(35), Deaths = [new LineDeath(Landed.AddDays(37), 9)] }], Landed.AddDays(60));

        Assert.True(lives.Windows[1].Gone >= lives.Windows[0].Gone);
    }

    [Fact]
    public void Commit_with_two_lives_counts_once()
    {
        ChangeLife ai = Change(10, (1, 4));

        var lives = LineLives.Of([ai, ai with { Lines = 5, Deaths = [] }, Change(7) with { Commit = "young", Landed = Landed.AddDays(50) }], Landed.AddDays(60));

        Assert.Equal((2, 22, 18), (lives.Changes, lives.Lines, lives.Alive));
    }

    [Fact]
    public void Nothing_has_no_lines_to_survive()
    {
        var lives = LineLives.Of([], Landed);

        Assert.All(lives.Windows, w => Assert.Equal((0, 0, 0, null, 0), Told(w)));
    }

    private static (int Lines, int Died, int TooYoung, double? Gone, int AtRisk) Told(WindowLife window) =>
        (window.Lines, window.Died, window.TooYoung, window.Gone is { } gone ? Math.Round(gone, 4) : null, window.AtRisk);

    private static ChangeLife Change(int lines, params (int Day, int Lines)[] deaths) =>
        new("change", true, Landed, lines, [.. deaths.Select(d => new LineDeath(Landed.AddDays(d.Day), d.Lines))]);
}
