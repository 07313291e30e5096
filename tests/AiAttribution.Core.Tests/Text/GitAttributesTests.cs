using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public class GitAttributesTests
{
    [Theory]
    [InlineData("*.cs linguist-generated", true)]
    [InlineData("*.cs linguist-generated=true", true)]
    [InlineData("*.cs text eol=lf linguist-generated -diff", true)]
    [InlineData("src/Api/** linguist-generated", true)]
    [InlineData("/src/Api/*.cs linguist-generated", true)]
    [InlineData("**/Api/*.cs linguist-generated", true)]
    [InlineData("\"src/Api/A.cs\" linguist-generated", true)]
    [InlineData("[attr]made linguist-generated -diff\n*.cs made", true)]
    [InlineData("*.cs linguist-generated\r\n", true)]
    [InlineData("*.cs linguist-generated=false", false)]
    [InlineData("*.cs linguist-generated\nA.cs -linguist-generated", false)]
    [InlineData("*.cs linguist-generated\nA.cs !linguist-generated", false)]
    [InlineData("A.cs -linguist-generated\n*.cs linguist-generated", true)]
    [InlineData("# *.cs linguist-generated", null)]
    [InlineData("*.cs linguist-vendored", null)]
    [InlineData("*.txt linguist-generated", null)]
    [InlineData("Api/*.cs linguist-generated", null)]
    [InlineData("src/*.cs linguist-generated", null)]
    [InlineData("src/Api/ linguist-generated", null)]
    [InlineData("!*.cs linguist-generated", null)]
    public void Last_pattern_that_speaks_of_a_file_decides(string text, bool? expected) => Assert.Equal(expected, GitAttributes.Parse(text).IsGenerated("src/Api/A.cs"));
}
