using System.Globalization;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("0", "$0.0000")]
    [InlineData("0.0375", "$0.0375")]
    [InlineData("0.5", "$0.5000")]
    [InlineData("0.00234567", "$0.002346")]
    [InlineData("0.99999", "$1.0000")]
    [InlineData("1234.5", "$1,234.50")]
    public void Money_has_cents_from_a_dollar_on_and_four_digits_below(string amount, string expected) => Assert.Equal(expected, Figures.Dollars(decimal.Parse(amount, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, "0.0 %")]
    [InlineData(0.0001, "< 0.1 %")]
    [InlineData(0.121, "12.1 %")]
    [InlineData(0.99999, "> 99.9 %")]
    [InlineData(0.9996, "> 99.9 %")]
    [InlineData(0.0004, "< 0.1 %")]
    [InlineData(1, "100.0 %")]
    [InlineData(1.0001, "> 100.0 %")]
    [InlineData(1.2, "120.0 %")]
    public void Share_is_never_nothing_or_all_for_a_part_that_is_neither(double share, string expected) => Assert.Equal(expected, Figures.Percent(share));

    [Theory]
    [InlineData(99_960, 100_000, "> 99.9 %")]
    [InlineData(40, 100_000, "< 0.1 %")]
    [InlineData(100_000, 100_000, "100.0 %")]
    [InlineData(0, 0, "n/a")]
    public void Part_is_never_nothing_or_all_where_it_is_neither(int part, int whole, string expected) => Assert.Equal(expected, Figures.Percent(part, whole));

    [Theory]
    [InlineData(0.8, "80 %")]
    [InlineData(0.125, "12.5 %")]
    [InlineData(0.99999, "99.999 %")]
    public void Limit_is_as_exact_as_it_was_written(double share, string expected) => Assert.Equal(expected, Figures.Limit(share));

    [Theory]
    [InlineData(0.99996, "0.999")]
    [InlineData(0.00004, "0.001")]
    [InlineData(0.1239, "0.124")]
    [InlineData(1, "1")]
    [InlineData(0, "0")]
    public void Share_for_programs_is_never_nothing_or_all_for_a_part_that_is_neither(double share, string expected) => Assert.Equal(expected, Figures.Share(share, 3).ToString(CultureInfo.InvariantCulture));
}
