using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence.Messages;

/// <summary>The default message of <c>git merge --squash</c>.</summary>
public class SquashMessageTests
{
    private const string First = "1111111111111111111111111111111111111111";
    private const string Second = "2222222222222222222222222222222222222222";

    private const string Message = $"""
        Squashed commit of the following:

        commit {First}
        Author: Ann Example <ann@example.com>
        Date:   Fri Nov 27 07:00:00 2026 +0000

            Add parser

            Co-authored-by: Claude <noreply@anthropic.com>

        commit {Second}
        Author: Copilot <198982749+Copilot@users.noreply.github.com>
        Date:   Fri Nov 27 06:00:00 2026 +0000

            Add lexer

        """;

    [Fact]
    public void Commits_are_read_with_author_and_message() => Assert.Equal(
        [
            new SquashedCommit(First, "Ann Example", "ann@example.com", "Add parser\n\nCo-authored-by: Claude <noreply@anthropic.com>", Message.IndexOf("commit 1", StringComparison.Ordinal), Message.IndexOf("commit 2", StringComparison.Ordinal)),
            new SquashedCommit(Second, "Copilot", "198982749+Copilot@users.noreply.github.com", "Add lexer", Message.IndexOf("commit 2", StringComparison.Ordinal), Message.Length),
        ],
        SquashMessage.Quoted(Message));

    [Fact]
    public void Marks_of_quoted_commits_are_declared() => Assert.Equal(
        [(EvidenceKind.AuthorIdentity, EvidenceGrade.Declared, "copilot-coding-agent"), (EvidenceKind.CoAuthorTrailer, EvidenceGrade.Declared, "claude-code")],
        CommitClassifier.Classify(Message).Select(s => (s.Kind, s.Grade, s.Agent)));

    [Fact]
    public void Each_quoted_commit_tells_its_own() => Assert.Equal(
        ["claude-code", "copilot-coding-agent"],
        new EvidenceClassifier(EvidenceOptions.Default, RevsFile.Empty).ClassifyQuoted(Message).Select(quoted => Assert.Single(quoted.Statements).Agent));

    [Fact]
    public void Own_words_before_and_behind_are_read_as_always()
    {
        IReadOnlyList<EvidenceStatement> found = CommitClassifier.Classify("Take the branch\n\n" + Message + "\nAssisted-by: Codex:gpt-5\n");

        Assert.Equal(["copilot-coding-agent", "claude-code", "codex"], found.Select(s => s.Agent));
    }

    [Fact]
    public void Code_that_a_quoted_commit_shows_is_no_evidence() => Assert.Empty(CommitClassifier.Classify(Message
        .Replace("Copilot <198982749+Copilot@users.noreply.github.com>", "Bob <bob@example.com>", StringComparison.Ordinal)
        .Replace("    Co-authored-by", "        Co-authored-by", StringComparison.Ordinal)));

    [Fact]
    public void Squash_that_is_squashed_again_keeps_its_marks() => Assert.Equal(
        ["copilot-coding-agent", "claude-code"],
        CommitClassifier.Classify($"Squashed commit of the following:\n\ncommit {First}\nAuthor: Ann Example <ann@example.com>\n\n    {Message.Replace("\n", "\n    ", StringComparison.Ordinal)}\n").Select(s => s.Agent));

    [Fact]
    public void Text_that_only_looks_so_quotes_nothing() =>
        Assert.Empty(SquashMessage.Quoted("Explain: Squashed commit of the following:\n\ncommit " + First + "\n\n    Add\n"));
}
