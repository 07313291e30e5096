using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Sessions.Linking;

public class WrittenLinesTests
{
    private const string Method = "int Sum(int[] items)\n{\n    int sum = 0;\n    foreach (int item in items)\n        sum += item;\n    return sum;\n}\n";

    [Fact]
    public void A_block_is_found_where_it_stands_with_its_braces()
    {
        Assert.Equal("--0000000-", Writers("class Shop\n{\n" + Method + "}\n", (0, Method)));
    }

    [Fact]
    public void Layout_and_line_ends_do_not_matter()
    {
        Assert.Equal("0000000", Writers(Method.Replace("    ", "\t\t").Replace("\n", "\r\n"), (0, Method)));
    }

    [Fact]
    public void Braces_alone_are_nobodys()
    {
        Assert.Equal("----", Writers("class Mine\n{\n}\n\n", (0, Method)));
    }

    [Fact]
    public void A_line_that_was_changed_afterwards_is_nobodys()
    {
        Assert.Equal("000-000", Writers(Method.Replace("foreach (int item in items)", "foreach (int item in items.Where(IsOpen))"), (0, Method)));
    }

    [Fact]
    public void One_line_of_many_is_nobodys()
    {
        Assert.Equal("----", Writers("int Other()\n{\n    return sum;\n}\n", (0, Method)));
    }

    [Fact]
    public void Three_telling_lines_in_one_run_are_enough()
    {
        string large = Method + string.Concat(Enumerable.Range(0, 20).Select(i => $"Call{i}();\n"));

        Assert.Equal("-000-", Writers("void Mine()\nCall3();\nCall4();\nCall5();\nMine();\n", (0, large)));
    }

    [Fact]
    public void A_copy_that_somebody_made_of_a_line_is_not_the_sessions()
    {
        Assert.Equal("0-", Writers("Call();\nCall();\n", (0, "Call();\n")));
    }

    [Fact]
    public void What_a_session_wrote_twice_is_found_twice()
    {
        Assert.Equal("00", Writers("Call();\nCall();\n", (0, "Call();\n"), (0, "Call();\n")));
    }

    [Fact]
    public void Lines_stay_those_of_the_first_session_when_another_writes_the_file_again()
    {
        Assert.Equal("01", Writers("First();\nSecond();\n", (0, "First();\n"), (1, "First();\nSecond();\n")));
    }

    [Fact]
    public void The_longest_piece_wins_over_a_single_line_above_it()
    {
        Assert.Equal("-00", Writers("Call();\nCall();\nThen();\n", (0, "Call();\nThen();\n")));
    }

    [Fact]
    public void A_committed_line_is_never_in_question()
    {
        uint[] lines = TextLines.Of("First();\nSecond();\n").Hashes;

        Assert.Equal([WrittenLines.Nobody, 0], WrittenLines.Of(lines, [false, true], [new WrittenBlock(0, lines)]));
    }

    [Fact]
    public void What_was_found_is_found_again_from_its_own_blocks()
    {
        uint[] lines = TextLines.Of("class Shop\n{\n" + Method + "    int mine;\nFirst();\nSecond();\n}\n").Hashes;
        bool[] open = [.. lines.Select(_ => true)];
        int[] found = WrittenLines.Of(lines, open, [new WrittenBlock(0, TextLines.Of(Method).Hashes), new WrittenBlock(1, TextLines.Of("First();\nSecond();\n").Hashes)]);

        Assert.Equal(found, WrittenLines.Of(lines, open, WrittenLines.Blocks(lines, found)));
        Assert.Equal("--0000000-11-", Word(found));
    }

    private static string Writers(string text, params (int Writer, string Text)[] blocks)
    {
        uint[] lines = TextLines.Of(text).Hashes;
        return Word(WrittenLines.Of(lines, [.. lines.Select(_ => true)], blocks.Select(block => new WrittenBlock(block.Writer, TextLines.Of(block.Text).Hashes))));
    }

    private static string Word(int[] writers) => string.Concat(writers.Select(writer => writer == WrittenLines.Nobody ? "-" : writer.ToString()));
}
