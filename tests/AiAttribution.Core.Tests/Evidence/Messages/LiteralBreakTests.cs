using AiAttribution.Core.Evidence;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence.Messages;

/// <summary>Messages whose line breaks are a backslash and a letter.</summary>
public class LiteralBreakTests
{
    private const string Copilot = "Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>";

    [Theory]
    [InlineData(@"Tighten cleanup\n\n" + Copilot)]
    [InlineData(@"Tighten cleanup\r\n\r\n" + Copilot)]
    [InlineData(@"Tighten cleanup\n" + Copilot + @"\n")]
    [InlineData("Tighten cleanup\n\nDon't leak.\\n\\n" + Copilot + "\n")]
    [InlineData(@"Tighten cleanup\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\n")]
    [InlineData("Tighten cleanup\n\n* first\\n" + Copilot + "\n\nThat is all.\n")]
    public void Mark_behind_a_literal_break_is_weak(string message) =>
        Assert.Equal(EvidenceGrade.Weak, Assert.Single(CommitClassifier.Classify(message)).Grade);

    [Theory]
    [InlineData(@"Print ""a\n\n" + Copilot + @""" in tests")]
    [InlineData(@"Print `a\n\n" + Copilot + "`")]
    [InlineData(@"Print 'a\n\n" + Copilot + "'")]
    [InlineData(@"Escape a\\n\\n" + Copilot)]
    [InlineData("Explain\n\n    a\\n\\n" + Copilot + "\n\nThat is all.\n")]
    [InlineData("Explain\n\n```\na\\n\\n" + Copilot + "\n```\n")]
    [InlineData(@"Move C:\new to C:\notes")]
    public void Text_in_quotes_or_code_is_no_evidence(string message) => Assert.Empty(CommitClassifier.Classify(message));

    [Fact]
    public void Mark_behind_a_real_break_stays_declared() =>
        Assert.Equal(EvidenceGrade.Declared, Assert.Single(CommitClassifier.Classify(@"Split at \n" + "\n\n" + Copilot + "\n")).Grade);
}
