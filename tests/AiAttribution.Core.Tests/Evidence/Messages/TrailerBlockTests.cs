using AiAttribution.Core.Evidence.Messages;

namespace AiAttribution.Core.Tests.Evidence.Messages;

/// <summary>The rules of git's trailer block, each by the smallest message that shows it. <c>|</c> stands for a line end.</summary>
public class TrailerBlockTests
{
    [Theory]
    [InlineData("s||Key: v|", "Key: v")]
    [InlineData("s||Key: v", "Key: v")]
    [InlineData("s||body||Key: v|Other: w|", "Key: v;Other: w")]
    [InlineData("s||Key:v|Other : w|Third\t:x|", "Key: v;Other: w;Third: x")]
    [InlineData("s||KEY: v|key: v|", "KEY: v;key: v")]
    [InlineData("s||12: x|-dash: y|", "12: x;-dash: y")]
    [InlineData("s||Empty:|Blank: |", "Empty: ;Blank: ")]
    [InlineData("s||https://example.com|", "https: //example.com")]
    [InlineData("s||Note: any last word with a colon.|", "Note: any last word with a colon.")]
    [InlineData("s||Key: Ä 🤖|", "Key: Ä 🤖")]
    public void Paragraph_of_trailers_at_the_end_is_the_block(string message, string expected) => AssertRead(message, expected);

    [Theory]
    [InlineData("Key: v|", "")]
    [InlineData("s|Key: v|", "")]
    [InlineData("", "")]
    [InlineData("s||my key: v|", "")]
    [InlineData("s||under_score: v|", "")]
    [InlineData("s||Clé: v|", "")]
    [InlineData("s|| Key: v|", "")]
    [InlineData("s||* Key: v|", "")]
    [InlineData("s||prose|Key: v|", "")]
    [InlineData("s||Key: v|prose that wraps|", "")]
    [InlineData("s||----|Key: v|", "")]
    public void Anything_else_is_none(string message, string expected) => AssertRead(message, expected);

    [Theory]
    [InlineData("s||p|p|p|Signed-off-by: A|", "Signed-off-by: A")]
    [InlineData("s||p|p|p|p|Signed-off-by: A|", "")]
    [InlineData("s||p|p|p|p|p|p|Key: v|Signed-off-by: A|", "Key: v;Signed-off-by: A")]
    [InlineData("s||p|signed-off-by: A|", "")]
    [InlineData("s||p|Signed-off-by:A|", "")]
    [InlineData("s||p|(cherry picked from commit 1)|Key: v|", "Key: v")]
    public void Line_that_git_writes_makes_a_quarter_of_trailers_enough(string message, string expected) => AssertRead(message, expected);

    [Theory]
    [InlineData("s||Key: a|  b|\tc|Other: d|", "Key: a b c;Other: d")]
    [InlineData("s||  first|Key: v|", "")]
    public void Line_that_starts_with_a_blank_continues_the_trailer_above(string message, string expected) => AssertRead(message, expected);

    [Theory]
    [InlineData("s||Key: v||", "Key: v")]
    [InlineData("s||Key: v|||   ||", "Key: v")]
    [InlineData("s||Key: v||# comment|# comment|", "Key: v")]
    [InlineData("s||# comment|Key: v|# comment|", "Key: v")]
    [InlineData("s||Key: v||Conflicts:|\tfile.c|", "Key: v")]
    [InlineData("s||Key: v|# ------------------------ >8 ------------------------|Other: w|", "Key: v")]
    [InlineData("s\r||Key: v\r|Other: w\r|", "Key: v;Other: w")]
    [InlineData("s||First: v||Second: w|", "Second: w")]
    public void Blank_lines_comments_conflicts_and_scissors_end_the_message(string message, string expected) => AssertRead(message, expected);

    [Theory]
    [InlineData("s||body||---||Key: v|", "Key: v")]
    [InlineData("s||Key: v|---| file | 2 +-|", "")]
    [InlineData("s||Key: v|--- a/file||Other: w|", "Other: w")]
    [InlineData("s||----||Key: v|", "Key: v")]
    [InlineData("||Key: v|", "")]
    public void Divider_of_a_patch_and_leading_blank_lines_are_text_of_the_message(string message, string expected) => AssertRead(message, expected);

    [Fact]
    public void Configured_separators_replace_the_colon() =>
        Assert.Equal("Bug: 42;Key: v", Parse("s||Bug #42|Key=v|", new TrailerOptions { Separators = "=#" }));

    [Fact]
    public void Configured_key_makes_a_block_with_prose_and_renames_what_it_matches() =>
        Assert.Equal("Helped-by: A", Parse("s||prose|help: A|", new TrailerOptions { Aliases = [new TrailerAlias("help", "Helped-by")] }));

    private static void AssertRead(string message, string expected) => Assert.Equal(expected, Parse(message, TrailerOptions.Log));

    private static string Parse(string message, TrailerOptions options) =>
        string.Join(';', TrailerBlock.Parse(message.Replace('|', '\n'), options).Select(t => $"{t.Key}: {t.Value}"));
}
