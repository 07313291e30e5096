using AiAttribution.Reports.Html;

namespace AiAttribution.Reports.Tests.Html;

public class LabelFitTests
{
    [Theory]
    [InlineData("Calc.Add", 58, "Calc.Add")]
    [InlineData("Calc.Add", 50, "Calc.…")]
    [InlineData("Calc.Add", 29, "Cal…")]
    [InlineData("Calc.Add", 28, "")]
    [InlineData("", 50, "")]
    public void Start_is_kept_as_far_as_it_fits(string text, double width, string label) => Assert.Equal(label, LabelFit.Start(text, width));

    [Theory]
    [InlineData("src/Lib/Client", 102, "src/Lib/Client")]
    [InlineData("src/Lib/Client", 60, "…/Client")]
    [InlineData("src/Lib/Client", 28, "")]
    public void End_is_kept_as_far_as_it_fits(string text, double width, string label) => Assert.Equal(label, LabelFit.End(text, width));

    [Fact]
    public void Wide_letters_take_more_room() => Assert.Equal("計算機…", LabelFit.Start("計算機計算機", 50));

    [Fact]
    public void Letter_of_two_halves_is_not_torn()
    {
        Assert.Equal("abcd😀…", LabelFit.Start("abcd😀😀😀", 70));
        Assert.Equal("abcd…", LabelFit.Start("abcd😀😀😀", 52));
        Assert.Equal("…bcde", LabelFit.End("😀😀😀bcde", 52));
    }

    [Fact]
    public void What_turns_the_direction_of_reading_is_visible() => Assert.Equal("a\\u202Eb", LabelFit.Start("a\u202Eb", 200));
}
