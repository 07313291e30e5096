using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public class TextLinesTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\nb", 2)]
    [InlineData("\n\n", 2)]
    [InlineData("a\r\nb\r\n", 2)]
    [InlineData("a\rb\u2028c", 1)]
    public void Lines_are_counted_as_git_counts_them(string text, int count) => Assert.Equal(count, TextLines.Of(text).Count);

    [Theory]
    [InlineData("return x;", "\t return  x ;\r")]
    [InlineData("using System;", "\ufeffusing System;")]
    [InlineData("", "   ")]
    public void Whitespace_and_byte_order_mark_do_not_change_the_hash(string one, string other) =>
        Assert.Equal(TextLines.Of(one + "\n").Hashes, TextLines.Of(other + "\n").Hashes);

    [Fact]
    public void Hashes_of_different_lines_differ()
    {
        string text = string.Join('\n', Enumerable.Range(0, 5_000).Select(i => $"int value{i} = {i};"));

        Assert.Equal(5_000, TextLines.Of(text).Hashes.Distinct().Count());
    }

    [Fact]
    public void Hash_is_the_recorded_one_in_all_versions() => Assert.Equal([0xc5faf726u], TextLines.Of("return x;").Hashes);

    [Fact]
    public void Pieces_give_what_the_whole_gives()
    {
        string text = "first\r\nsecond line\n\n  third";
        LineScanner scanner = new();
        foreach (char c in text)
            scanner.Add([c], 1);
        TextLines pieces = scanner.Finish();

        Assert.Equal(TextLines.Of(text).Starts, pieces.Starts);
        Assert.Equal(TextLines.Of(text).Hashes, pieces.Hashes);
    }

    [Fact]
    public void Long_text_is_read_to_its_end()
    {
        string text = string.Concat(Enumerable.Repeat("0123456789\n", 3 * LineScanner.BufferSize / 11));

        Assert.Equal(3 * LineScanner.BufferSize / 11, TextLines.Of(text).Count);
    }

    [Fact]
    public void Position_is_found_on_its_line()
    {
        TextLines lines = TextLines.Of("ab\ncd\n");

        Assert.Equal([0, 0, 0, 1, 1, 1], Enumerable.Range(0, 6).Select(lines.LineAt));
    }
}
