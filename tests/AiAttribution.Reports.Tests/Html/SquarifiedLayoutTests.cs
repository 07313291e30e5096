using AiAttribution.Reports.Html;

namespace AiAttribution.Reports.Tests.Html;

public class SquarifiedLayoutTests
{
    /// <summary>The example of the paper that describes the algorithm: sizes 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 by 4.</summary>
    [Fact]
    public void Paper_example_gives_the_rows_of_the_paper()
    {
        string[] areas = [.. SquarifiedLayout.Of([6, 6, 4, 3, 2, 2, 1], new(0, 0, 6, 4)).Select(a => FormattableString.Invariant($"{a.X:0.##} {a.Y:0.##} {a.Width:0.##} {a.Height:0.##}"))];

        Assert.Equal(["0 0 3 2", "0 2 3 2", "3 0 1.71 2.33", "4.71 0 1.29 2.33", "3 2.33 1.2 1.67", "4.2 2.33 1.2 1.67", "5.4 2.33 0.6 1.67"], areas);
    }

    [Fact]
    public void Areas_are_in_proportion_to_sizes()
    {
        long[] sizes = [500, 90, 70, 30, 30, 7, 2, 1];

        IReadOnlyList<TreemapArea> areas = SquarifiedLayout.Of(sizes, new(10, 20, 960, 440));

        Assert.All(sizes.Zip(areas), e => Assert.Equal(960.0 * 440 * e.First / sizes.Sum(), e.Second.Width * e.Second.Height, 6));
    }

    [Fact]
    public void Areas_stay_inside_and_do_not_overlap()
    {
        TreemapArea[] areas = [.. SquarifiedLayout.Of([.. Enumerable.Range(1, 60).Select(n => 3600L / n)], new(10, 20, 300, 500))];

        Assert.All(areas, a => Assert.True(a.X >= 10 - 1e-6 && a.Y >= 20 - 1e-6 && a.X + a.Width <= 310 + 1e-6 && a.Y + a.Height <= 520 + 1e-6));
        Assert.DoesNotContain(areas.SelectMany((a, i) => areas.Skip(i + 1).Select(b => (a, b))), p =>
            p.a.X + p.a.Width > p.b.X + 1e-6 && p.b.X + p.b.Width > p.a.X + 1e-6 && p.a.Y + p.a.Height > p.b.Y + 1e-6 && p.b.Y + p.b.Height > p.a.Y + 1e-6);
    }

    [Fact]
    public void Size_of_nothing_has_no_extent()
    {
        IReadOnlyList<TreemapArea> areas = SquarifiedLayout.Of([3, 0, -1], new(0, 0, 6, 4));

        Assert.Equal(24, areas[0].Width * areas[0].Height, 6);
        Assert.All(areas.Skip(1), a => Assert.Equal(0, a.Width * a.Height));
    }

    [Fact]
    public void Nothing_to_divide_or_no_room_gives_areas_without_extent()
    {
        Assert.Empty(SquarifiedLayout.Of([], new(0, 0, 6, 4)));
        Assert.Equal([default, default], SquarifiedLayout.Of([0, 0], new(0, 0, 6, 4)));
        Assert.Equal([default], SquarifiedLayout.Of([1], new(0, 0, 0, 4)));
    }
}
