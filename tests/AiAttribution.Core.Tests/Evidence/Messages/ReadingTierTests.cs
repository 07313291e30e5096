using AiAttribution.Core.Evidence;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence.Messages;

public class ReadingTierTests
{
    private const string Claude = "Co-authored-by: Claude <noreply@anthropic.com>";
    private const string Copilot = "Copilot-Session: 11111111-2222-4333-8444-555555555555";

    [Fact]
    public void Trailer_in_the_last_block_is_declared() =>
        AssertGrade(EvidenceGrade.Declared, $"Add parser\n\nIt reads numbers.\n\n{Claude}\n");

    [Fact]
    public void Trailer_behind_a_divider_line_is_declared() =>
        AssertGrade(EvidenceGrade.Declared, $"Add parser\n\nBefore\n\n---\n\nAfter\n\n{Claude}\n");

    [Fact]
    public void Trailer_between_prose_and_a_sign_off_is_declared_as_git_reads_it() =>
        AssertGrade(EvidenceGrade.Declared, $"Add parser\n\nIt reads numbers.\n{Claude}\nSigned-off-by: Ann <ann@example.com>\n");

    [Fact]
    public void Trailer_in_an_earlier_clean_paragraph_is_declared() =>
        AssertGrade(EvidenceGrade.Declared, $"Add parser (#12)\n\n* first\n\n{Claude}\n\n* second\n\nCo-authored-by: Bob <bob@example.com>\n");

    [Fact]
    public void Session_key_in_an_earlier_clean_paragraph_is_declared() =>
        AssertGrade(EvidenceGrade.Declared, $"Add parser\n\n{Copilot}\nReviewed-by: Bob\n\nCo-authored-by: Bob <bob@example.com>\n");

    [Fact]
    public void Unfolded_continuation_keeps_an_earlier_paragraph_clean() =>
        AssertGrade(EvidenceGrade.Declared, $"Add parser\n\nReviewed-by: Bob\n  from afar\n{Claude}\n\nClosing words.\n");

    [Theory]
    [InlineData("Pull Request resolved: https://github.com/example/shop/pull/5")]
    [InlineData("Approved by: https://github.com/example")]
    [InlineData("Differential Revision: D5")]
    public void Trailer_beside_a_line_of_a_merge_tool_is_declared(string line) =>
        AssertGrade(EvidenceGrade.Declared, $"Add parser\n\nIt reads numbers.\n\n{line}\n{Claude}\n");

    [Fact]
    public void Trailer_glued_to_prose_is_weak() =>
        AssertGrade(EvidenceGrade.Weak, $"Add parser\n\nIt reads numbers.\n{Claude}\n");

    [Fact]
    public void Trailer_glued_to_the_subject_is_weak() =>
        AssertGrade(EvidenceGrade.Weak, $"Add parser\n{Claude}\n");

    [Theory]
    [InlineData("* ")]
    [InlineData("- ")]
    [InlineData("> ")]
    [InlineData("> * ")]
    [InlineData("  ")]
    [InlineData("  * ")]
    public void Trailer_behind_a_bullet_quotation_or_small_indent_is_weak(string prefix) =>
        AssertGrade(EvidenceGrade.Weak, $"Merge work (#12)\n\nDetails:\n{prefix}{Claude}\n\nThat is all.\n");

    [Theory]
    [InlineData("    Co-authored-by: Claude <noreply@anthropic.com>")]
    [InlineData("\tCo-authored-by: Claude <noreply@anthropic.com>")]
    [InlineData("```\nCo-authored-by: Claude <noreply@anthropic.com>\n```")]
    [InlineData("<!--\nCo-authored-by: Claude <noreply@anthropic.com>\n-->")]
    [InlineData("Write `Co-authored-by: Claude <noreply@anthropic.com>` below.")]
    [InlineData("# Co-authored-by: Claude <noreply@anthropic.com>")]
    public void Trailer_that_documentation_quotes_is_no_evidence(string quotation) =>
        Assert.Empty(CommitClassifier.Classify($"Explain trailers\n\nAs in:\n\n{quotation}\n\nThat is all.\n"));

    [Fact]
    public void Last_block_counts_although_a_code_fence_above_was_never_closed() =>
        AssertGrade(EvidenceGrade.Declared, $"Add parser\n\n```\ncode\n\n{Claude}\n");

    [Fact]
    public void Subject_that_looks_like_a_trailer_is_no_evidence() =>
        Assert.Empty(CommitClassifier.Classify(Claude + "\n"));

    [Fact]
    public void Revert_that_copies_the_reverted_body_is_no_evidence() =>
        Assert.Empty(CommitClassifier.Classify($"Revert \"Add parser\"\n\n{Claude}\n\nThis reverts commit {CommitClassifier.Id}.\n"));

    [Fact]
    public void Revert_made_by_an_agent_is_declared() =>
        AssertGrade(EvidenceGrade.Declared, $"Revert \"Add parser\"\n\nThis reverts commit {CommitClassifier.Id}.\n\n{Claude}\n");

    [Fact]
    public void Text_below_a_scissors_line_is_no_evidence() =>
        Assert.Empty(CommitClassifier.Classify($"Add parser\n\nBody\n\n# ------------------------ >8 ------------------------\n{Claude}\n"));

    [Fact]
    public void Same_trailer_twice_gives_one_statement_of_the_stronger_grade()
    {
        EvidenceStatement statement = Assert.Single(CommitClassifier.Classify($"Add parser\n\n* {Claude}\n\n{Claude.ToUpperInvariant().Replace("NOREPLY", "noreply", StringComparison.Ordinal)}\n"));

        Assert.Equal(EvidenceGrade.Declared, statement.Grade);
    }

    [Fact]
    public void Statements_come_strongest_first()
    {
        IReadOnlyList<EvidenceStatement> found = CommitClassifier.Classify($"Add parser\n\n* {Copilot}\n\n{Claude}\n", committer: "Cursor Agent <cursoragent@cursor.com>");

        Assert.Equal([EvidenceKind.CoAuthorTrailer, EvidenceKind.SessionTrailer, EvidenceKind.CommitterIdentity], found.Select(s => s.Kind));
    }

    [Fact]
    public void Crlf_message_is_read_like_any_other() =>
        AssertGrade(EvidenceGrade.Declared, $"Add parser\r\n\r\nBody\r\n\r\n{Claude}\r\n");

    private static void AssertGrade(EvidenceGrade grade, string message) =>
        Assert.Equal(grade, Assert.Single(CommitClassifier.Classify(message)).Grade);
}
