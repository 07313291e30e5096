using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using AiAttribution.Reports.Markdown;

namespace AiAttribution.Reports.Tests.Markdown;

public class MarkdownTextTests
{
    [Theory]
    [InlineData(0, 0, "n/a")]
    [InlineData(0, 10, "0.0 %")]
    [InlineData(10, 10, "100.0 %")]
    [InlineData(1, 3, "33.3 %")]
    [InlineData(1, 10_000, "< 0.1 %")]
    [InlineData(9_999, 10_000, "> 99.9 %")]
    public void Percent_never_rounds_a_part_to_nothing_or_all(int part, int whole, string expected)
    {
        var report = new ReportModel { Subject = "Lib", Commit = "c", Lines = Tally(part, whole) };

        Assert.Contains($"{expected} of ", MarkdownReport.Write(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain Größe", "plain Größe")]
    [InlineData("red\u001B[31m", "red\\u001B[31m")]
    [InlineData("a\tb", "a\\u0009b")]
    [InlineData("right\u202Eleft", "right\\u202Eleft")]
    [InlineData("two\u2028lines", "two\\u2028lines")]
    public void Characters_that_steer_a_terminal_become_visible(string text, string expected) => Assert.Equal(expected, Printable.Of(text));

    private static LineTally Tally(int ai, int total)
    {
        var tally = new LineTally();
        List<LineRun> runs = [];
        if (ai > 0)
            runs.Add(new(1, ai, LineState.Ai, -1, 0));
        if (total > ai)
            runs.Add(new(ai + 1, total - ai, LineState.Other, -1, 0));
        tally.Add(new FileAttribution("a.cs", total, runs), [], 0);
        return tally;
    }
}
