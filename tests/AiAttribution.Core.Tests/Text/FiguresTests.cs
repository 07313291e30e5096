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
    [InlineData(1, "100.0 %")]
    public void Share_is_never_nothing_or_all_for_a_part_that_is_neither(double share, string expected) => Assert.Equal(expected, Figures.Percent(share));
}
