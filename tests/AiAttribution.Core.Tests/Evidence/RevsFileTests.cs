using AiAttribution.Core.Evidence;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence;

public class RevsFileTests
{
    private const string A = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string B = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    [Theory]
    [InlineData(A, "unknown", null)]
    [InlineData(A + " claude-code", "claude-code", null)]
    [InlineData(A + " Claude:Opus-4.8", "claude-code", "claude-opus-4-8")]
    [InlineData(A + "\tacme-coder:large  # the big change", "acme-coder", "large")]
    [InlineData("  " + A + "  ", "unknown", null)]
    [InlineData("\uFEFF" + A + "\r\n", "unknown", null)]
    public void Line_lists_a_commit_with_agent_and_model(string text, string agent, string? model)
    {
        RevsFile revs = RevsFile.Parse(text);

        Assert.Empty(revs.Problems);
        Assert.Equal(new RevsEntry(agent, model), revs.Entries[A]);
    }

    [Fact]
    public void Comments_and_blank_lines_are_passed_over() => Assert.Empty(RevsFile.Parse("# before 2026\n\n   \n  # more\n").Problems);

    [Fact]
    public void Last_line_of_a_commit_wins() =>
        Assert.Equal("cursor", RevsFile.Parse($"{A} codex\n{A.ToUpperInvariant()} cursor\n").Entries[A].Agent);

    [Fact]
    public void Id_of_a_sha256_repository_is_read() => Assert.Single(RevsFile.Parse(new string('c', 64)).Entries);

    [Theory]
    [InlineData("abc1234", 1, "has 7 digits")]
    [InlineData("  main", 3, "'main' is not a commit id")]
    [InlineData(A + " codex: gpt-5", 49, "unexpected text")]
    [InlineData(A + " codex by Ann", 48, "unexpected text")]
    [InlineData(A + " :gpt-5", 42, "an agent is missing")]
    public void Wrong_line_is_a_problem_with_line_column_and_way_out(string line, int column, string expected)
    {
        RevsFile revs = RevsFile.Parse($"# list\n{line}\n{B}\n");

        ParseProblem problem = Assert.Single(revs.Problems);
        Assert.Equal((2, column), (problem.Line, problem.Column));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Equal([B], revs.Entries.Keys);
    }

    [Fact]
    public void Listed_commit_is_declared()
    {
        RevsFile revs = RevsFile.Parse($"{CommitClassifier.Id} codex:gpt-5\n");

        EvidenceStatement statement = Assert.Single(CommitClassifier.Classify("Add parser\n", revs: revs));

        Assert.Equal(new EvidenceStatement(EvidenceKind.Revs, EvidenceGrade.Declared, "codex", "gpt-5", null, ".ai-attribution-revs"), statement);
    }

    [Fact]
    public void File_that_is_something_else_reports_a_bounded_number_of_problems() =>
        Assert.Equal(100, RevsFile.Parse(string.Concat(Enumerable.Repeat("<Project/>\n", 5000))).Problems.Count);
}
