using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public class NearestNameTests
{
    [Theory]
    [InlineData("shrae", "share")]
    [InlineData("Lines", "lines")]
    [InlineData("lnies", "lines")]
    [InlineData("deploy", "deployment", null)]
    [InlineData("deploiment", "deployment")]
    [InlineData("x", "lines", null)]
    public void Name_within_a_few_edits_is_found(string written, string known, string? expected = "") =>
        Assert.Equal(expected?.Length == 0 ? known : expected, NearestName.Of(written, [known]));
}
