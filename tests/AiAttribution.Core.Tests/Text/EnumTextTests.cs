using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public class EnumTextTests
{
    private static readonly EnumText<RuleSeverity> Words = new((RuleSeverity.Error, "error"), (RuleSeverity.Off, "off"));

    [Fact]
    public void Word_and_value_belong_together() =>
        Assert.Equal(("off", RuleSeverity.Off), (Words.Of(RuleSeverity.Off), Words.Parse("off")));

    [Fact]
    public void Words_stand_in_the_order_of_the_table() => Assert.Equal(["error", "off"], Words.Words);

    [Theory]
    [InlineData("Off")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_text_is_no_value(string? text) => Assert.Null(Words.Parse(text));

    [Fact]
    public void Value_without_a_word_is_told() => Assert.Throws<ArgumentOutOfRangeException>(() => Words.Of(RuleSeverity.Info));
}
