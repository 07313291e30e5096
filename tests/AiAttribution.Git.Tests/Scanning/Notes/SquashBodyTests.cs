using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning.Notes;

/// <summary>Bodies as servers write them when they squash, and what they make of the squash commit's lines.</summary>
public class SquashBodyTests
{
    private const string Agent = "Co-authored-by: Claude <noreply@anthropic.com>";

    [Theory]
    [InlineData("Add parser (#12)\n\n* first step\n\n" + Agent + "\n\n* second step\n\n" + Agent + "\n\n---------\n\nCo-authored-by: Ann <ann@example.com>\n")]
    [InlineData("Add parser (#12)\r\n\r\n* first step\r\n\r\nSigned-off-by: Ann <ann@example.com>\r\n" + Agent + "\r\n\r\n* second step\r\n\r\n" + Agent + "\r\n")]
    [InlineData("Merge branch 'parser' into 'main'\n\nAdd parser\n\n" + Agent + "\n\nSee merge request group/project!12\n")]
    [InlineData("Merged PR 12: Add parser\n\nfirst step\n\n" + Agent + "\n\nRelated work items: #7\n")]
    public void Trailer_blocks_of_a_squash_body_declare_the_lines_of_its_commit(string message)
    {
        LineSource source = Assert.Single(Scan(message).Attribution.Sources);

        Assert.Equal((EvidenceGrade.Declared, "claude-code"), (source.Grade, source.Evidence[0].Agent));
    }

    [Theory]
    [InlineData("Add parser (#12)\n\n* first step\n\n" + Agent + "\n\n* second step\n\n---------\n\nCo-authored-by: Ann <ann@example.com>\n")]
    [InlineData("Add parser (#12)\n\n* first step\n\n* second step\n\n---------\n\nCo-authored-by: Ann <ann@example.com>\n" + Agent + "\n")]
    [InlineData("Add parser (#12)\r\n\r\n* first step\r\n\r\nSigned-off-by: Ann <ann@example.com>\r\n" + Agent + "\r\n\r\n* second step\r\n\r\nSigned-off-by: Ann <ann@example.com>\r\n")]
    public void Trailer_blocks_of_some_of_the_squashed_commits_declare_a_part_of_the_lines(string message)
    {
        LineSource source = Assert.Single(Scan(message).Attribution.Sources);

        Assert.Empty(source.Evidence);
        Assert.Equal((EvidenceGrade.Declared, "claude-code"), (source.InPart[0].Grade, source.InPart[0].Agent));
    }

    [Theory]
    [InlineData("Add parser (#12)\n\n* first step\n  " + Agent + "\n* second step\n")]
    [InlineData("Add parser (#12)\n\n* first step\n* " + Agent + "\n")]
    [InlineData("Add parser (#12)\n\n> first step\n> " + Agent + "\n")]
    public void Trailers_behind_bullets_indents_and_quotation_marks_are_weak(string message) =>
        Assert.Equal(EvidenceGrade.Weak, Assert.Single(Scan(message).Attribution.Sources).Grade);

    [Fact]
    public void Trailers_of_several_squashed_commits_are_all_kept()
    {
        LineSource source = Assert.Single(Scan($"Add parser (#12)\n\n* first\n\n{Agent}\n\n* second\n\nCo-authored-by: Cursor <cursoragent@cursor.com>\n\n* third\n").Attribution.Sources);

        Assert.Equal(["claude-code", "cursor"], source.InPart.Select(statement => statement.Agent).Order());
    }

    [Theory]
    [InlineData("Add parser\n\n    " + Agent + "\n")]
    [InlineData("Add parser\n\n```\n" + Agent + "\n```\n\nThat is how.\n")]
    public void What_a_squash_body_quotes_as_code_is_no_evidence(string message) =>
        Assert.Empty(Scan(message).Attribution.Files);

    [Fact]
    public void A_cherry_picked_commit_keeps_the_trailers_above_the_line_that_git_adds()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit("Start");
        repository.Git("checkout", "-q", "-b", "work");
        string commit = repository.Write("A.cs", "one\ntwo\n").Commit($"Add\n\n{Agent}\n");
        repository.Git("checkout", "-q", "main");
        repository.Git("cherry-pick", "-x", commit);

        LineSource source = Assert.Single(ScanRunner.Scan(repository).Attribution.Sources);

        Assert.EndsWith($"(cherry picked from commit {commit})\n", repository.Git("log", "-1", "--format=%B").TrimEnd() + "\n", StringComparison.Ordinal);
        Assert.Equal((repository.Head, EvidenceGrade.Declared), (source.Commit, source.Grade));
    }

    private static ScanResult Scan(string message)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit("Start");
        repository.Write("A.cs", "one\ntwo\n").Commit(message);
        return ScanRunner.Scan(repository);
    }
}
