using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public class AttributeFileTests
{
    [Theory]
    [InlineData("*.cs ident", "src/A.cs", "true")]
    [InlineData("*.cs -ident", "src/A.cs", "false")]
    [InlineData("*.cs ident=x", "src/A.cs", "x")]
    [InlineData("*.cs text ident eol=lf", "A.cs", "true")]
    [InlineData("*.cs ident\n*.cs -ident", "A.cs", "false")]
    [InlineData("*.cs ident\nsrc/** -ident", "src/A.cs", "false")]
    [InlineData("*.cs\tident", "A.cs", "true")]
    [InlineData("\"My File.cs\" ident", "My File.cs", "true")]
    [InlineData("/src/*.cs ident", "src/A.cs", "true")]
    [InlineData("[attr]kept ident\n*.cs kept", "A.cs", "true")]
    [InlineData("*.cs ident\r\n", "A.cs", "true")]
    public void Later_line_that_matches_says_the_value(string text, string path, string value)
    {
        Assert.True(AttributeFile.Parse(text).Find(path, "ident", out string? found));
        Assert.Equal(value, found);
    }

    [Fact]
    public void Exclamation_mark_takes_back_what_was_said()
    {
        Assert.True(AttributeFile.Parse("*.cs ident\nA.cs !ident").Find("A.cs", "ident", out string? found));
        Assert.Null(found);
    }

    [Theory]
    [InlineData("# *.cs ident")]
    [InlineData("!*.cs ident")]
    [InlineData("*.cs")]
    [InlineData("src/ ident")]
    [InlineData("*.vb ident")]
    [InlineData("/A.cs identity")]
    [InlineData("src/*.cs ident")]
    [InlineData("\"A.cs ident")]
    [InlineData("")]
    public void Line_of_another_file_or_attribute_says_nothing(string text) => Assert.False(AttributeFile.Parse(text).Find("A.cs", "ident", out _));

    [Theory]
    [InlineData("*.cs linguist-generated", "true")]
    [InlineData("*.cs linguist-generated=true", "true")]
    [InlineData("*.cs text eol=lf linguist-generated -diff", "true")]
    [InlineData("src/Api/** linguist-generated", "true")]
    [InlineData("/src/Api/*.cs linguist-generated", "true")]
    [InlineData("\"src/Api/A.cs\" linguist-generated", "true")]
    [InlineData("[attr]made linguist-generated -diff\n*.cs made", "true")]
    [InlineData("*.cs linguist-generated\r\n", "true")]
    [InlineData("*.cs linguist-generated=false", "false")]
    [InlineData("*.cs linguist-generated\nA.cs -linguist-generated", "false")]
    [InlineData("*.cs linguist-generated\nA.cs !linguist-generated", null)]
    [InlineData("A.cs -linguist-generated\n*.cs linguist-generated", "true")]
    public void Last_pattern_that_speaks_of_a_file_decides(string text, string? expected)
    {
        Assert.True(AttributeFile.Parse(text).Find("src/Api/A.cs", "linguist-generated", out string? value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("# *.cs linguist-generated")]
    [InlineData("*.cs linguist-vendored")]
    [InlineData("Api/*.cs linguist-generated")]
    [InlineData("src/*.cs linguist-generated")]
    [InlineData("src/Api/ linguist-generated")]
    [InlineData("!*.cs linguist-generated")]
    public void Pattern_of_other_paths_says_nothing(string text) => Assert.False(AttributeFile.Parse(text).Find("src/Api/A.cs", "linguist-generated", out _));

    [Fact]
    public void Macro_of_the_root_counts_in_folders()
    {
        Assert.True(AttributeFile.Parse("*.cs made", AttributeFile.Parse("[attr]made linguist-generated")).Find("A.cs", "linguist-generated", out string? value));
        Assert.Equal("true", value);
    }
}
