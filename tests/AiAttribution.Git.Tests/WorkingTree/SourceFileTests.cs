using System.Text;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Git.Tests.WorkingTree;

public class SourceFileTests
{
    public static TheoryData<Encoding> Marked => [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true)];

    [Theory]
    [MemberData(nameof(Marked))]
    public void Mark_at_the_start_tells_the_encoding_and_is_no_text(Encoding encoding) =>
        Assert.Equal("class Ä;\n", SourceFile.Text([.. encoding.GetPreamble(), .. encoding.GetBytes("class Ä;\n")]));

    [Theory]
    [InlineData(new byte[0], "")]
    [InlineData(new byte[] { 0x61, 0xC3, 0xA4 }, "a\u00e4")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0x61 }, "\ufffda")]
    [InlineData(new byte[] { 0x00, 0x61 }, "\0a")]
    [InlineData(new byte[] { 0x61, 0xFF, 0x62, 0xC3 }, "a\ufffdb\ufffd")]
    public void Text_without_a_mark_is_utf_8_and_what_is_not_is_replaced(byte[] bytes, string expected) => Assert.Equal(expected, SourceFile.Text(bytes));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(9)]
    public void File_that_is_longer_or_shorter_than_it_was_said_is_read_as_it_is(long expected)
    {
        Assert.Equal("12345"u8.ToArray(), BoundedFile.ReadAtMost(new MemoryStream("12345"u8.ToArray()), expected, 5));
        Assert.Null(BoundedFile.ReadAtMost(new MemoryStream("123456"u8.ToArray()), expected, 5));
    }
}
