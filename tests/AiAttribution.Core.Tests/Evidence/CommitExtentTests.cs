using AiAttribution.Core.Evidence;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence;

/// <summary>Of how much of a commit its marks speak.</summary>
public class CommitExtentTests
{
    private const string Claude = "Co-authored-by: Claude <noreply@anthropic.com>";
    private const string Codex = "Co-authored-by: Codex <noreply@openai.com>";
    private const string Review = "Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>";
    private const string Ann = "Co-authored-by: Ann <ann@example.com>";
    private const string Bob = "Co-authored-by: Bob <bob@example.com>";

    [Theory]
    [InlineData("Add P\n\n" + Claude)]
    [InlineData("Add P (#5)\n\nIt parses.\n\n" + Claude)]
    [InlineData("Add P (#5)\n\nIt parses.\n\n---------\n\n" + Claude)]
    [InlineData("Merged PR 5: Add P\n\nIt parses.\n\n" + Claude)]
    [InlineData("Add P\n\nIt\n* reads numbers\n* reads names\n\n" + Claude)]
    [InlineData("Add P (#5)\n\n* only one\n\n" + Claude)]
    [InlineData("Add P (#5)\n\n* one\n\n" + Claude + "\n\n* two\n\n" + Claude + "\n\n---------\n\n" + Claude)]
    [InlineData("Add P (#5)\n\n* one\n* two\n\n" + Claude)]
    [InlineData("Add P (#5)\n\n* one\n\nIt\n\n* reads\n* writes\n\n" + Claude + "\n\n* two\n\n" + Claude + "\n\n---------\n\n" + Claude)]
    [InlineData("Add P (#5)\r\n\r\n* one\r\n\r\n" + Claude + "\r\n\r\n* two\r\n\r\n" + Codex + "\r\n")]
    [InlineData("Take the branch\n\nSquashed commit of the following:\n\ncommit 1111111\nAuthor: Ann <ann@example.com>\n\n    One\n\n    " + Claude + "\n\ncommit 2222222\nAuthor: Ann <ann@example.com>\n\n    Two\n\n    " + Claude + "\n")]
    [InlineData("Add P (#5)\n\n* one\n\nAssisted-by: Claude Code\n\n* two\nwith a body\n\n🤖 Generated with [Claude Code](https://claude.ai/code)\n\n---------\n\n" + Ann)]
    public void Mark_of_an_agent_is_for_all_of_a_commit_that_quotes_no_unmarked_one(string message) =>
        Assert.Equal(EvidenceExtent.Whole, Extent(message));

    [Theory]
    [InlineData("Add P (#5)\n\n* one\n\n* two\n\n---------\n\n" + Claude)]
    [InlineData("Add P (#5)\n\n* one\n* two\n\n---------\n\n" + Claude)]
    [InlineData("Add P (#5)\n\n* one\n\n" + Claude + "\n\n* two\n\n---------\n\n" + Claude)]
    [InlineData("Add P (#5)\r\n\r\n* one\r\n\r\n* two\r\nwith a body\r\n\r\n" + Claude + "\r\n")]
    [InlineData("Add P\n\n* one\n\nCopilot-Session: 11111111-2222-4333-8444-555555555555\n\n* two\n")]
    [InlineData("Add P (!5)\n\n* one\n\n* two\n\n* three\n\nAssisted-by: Claude Code\n")]
    [InlineData("Merged in p (pull request #5)\n\n* one\n\n* two\n\n" + Codex + "\n\nApproved-by: Bob")]
    [InlineData("Add P (#5)\n\n* one\n\n" + Claude + "\n\n* two\n\nProse and\n" + Claude + "\n")]
    [InlineData("Squashed commit of the following:\n\ncommit 1111111111111111111111111111111111111111\nAuthor: Ann <ann@example.com>\n\n    One\n\ncommit 2222222222222222222222222222222222222222\nAuthor: Ann <ann@example.com>\n\n    Two\n\n" + Claude)]
    [InlineData("Squashed commit of the following:\n\ncommit 1111111\nAuthor: Ann <ann@example.com>\n\n    One\n\n    " + Claude + "\n\ncommit 2222222\nAuthor: Ann <ann@example.com>\n\n    Two\n\n" + Claude)]
    [InlineData("Take the branch\n\nSquashed commit of the following:\n\ncommit 1111111\nAuthor: Ann <ann@example.com>\n\n    One\n\n    " + Claude + "\n\ncommit 2222222\nAuthor: Ann <ann@example.com>\n\n    Two\n\n")]
    public void Mark_of_some_quoted_commits_is_for_a_part(string message) =>
        Assert.Equal(EvidenceExtent.Part, Extent(message));

    [Theory]
    [InlineData("Apply suggestions from code review\n\n" + Review)]
    [InlineData("Apply suggestions from code review\n\n" + Review + "\n" + Ann)]
    [InlineData("Apply suggestions from code review\n\n" + Review + "\nCo-authored-by: A. <7+ann@users.noreply.github.com>", "7000+ann@users.noreply.github.com")]
    [InlineData("Apply suggestions from code review\n\n" + Review + "\nCo-authored-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>")]
    [InlineData("Potential fix\n\nCo-authored-by: Copilot Autofix powered by AI <62310815+github-advanced-security[bot]@users.noreply.github.com>")]
    public void Suggestion_of_a_review_bot_alone_is_for_all_of_its_commit(string message, string email = "ann@example.com") =>
        Assert.Equal(EvidenceExtent.Whole, Extent(message, $"Ann <{email}>"));

    [Theory]
    [InlineData("Apply suggestions from code review\n\n" + Review + "\n" + Bob)]
    [InlineData("Apply suggestions from code review\n\n" + Bob + "\n\n" + Review)]
    [InlineData("Add P (#5)\n\n* Add P\n\n* Apply suggestion\n\n---------\n\n" + Review)]
    [InlineData("Add P (#5)\n\n* Add P\n\n" + Review + "\n\n* Apply suggestion\n\n" + Review)]
    [InlineData("Add P (#5)\n\n" + Review)]
    [InlineData("Add P (!5)\n\n" + Review)]
    [InlineData("Merged PR 5: Add P\n\n" + Review)]
    [InlineData("Merged in p (pull request #5)\n\n" + Review)]
    [InlineData("Add P\n\n" + Review + "\n\nSee merge request g/p!5")]
    [InlineData("Squashed commit of the following:\n\ncommit 1111111111111111111111111111111111111111\n\n    Add P\n\n" + Review)]
    [InlineData("Add P\n\nIt parses.\n\n---------\n\n" + Review)]
    [InlineData("Add P\n\nPull Request resolved: https://github.com/o/r/pull/5\n\n" + Review)]
    public void Review_bot_is_for_a_part_of_a_squash_and_of_suggestions_of_several(string message) =>
        Assert.Equal(EvidenceExtent.Part, Extent(message));

    [Theory]
    [InlineData("Add P (#5)\n\n" + Review + "\n" + Claude)]
    [InlineData("Add P (#5)\n\n* one\n\n" + Claude + "\n\n* two\n\n" + Codex + "\n\n---------\n\n" + Review)]
    public void What_is_for_all_counts_before_what_is_for_a_part(string message) =>
        Assert.Equal(EvidenceExtent.Whole, Extent(message));

    [Theory]
    [InlineData("Add P (#5)\n\n" + Review)]
    [InlineData("Add P (#5)\n\n* one\n\n* two\n\n---------\n\n" + Claude)]
    public void Agent_that_is_the_author_wrote_all_of_a_squash(string message) =>
        Assert.Equal(EvidenceExtent.Whole, Extent(message, "Copilot <198982749+Copilot@users.noreply.github.com>"));

    [Fact]
    public void Listed_commit_is_for_all()
    {
        IReadOnlyList<EvidenceStatement> statements = CommitClassifier.Classify("Add P (#5)\n\n" + Review, revs: RevsFile.Parse(CommitClassifier.Id));

        Assert.Equal(EvidenceExtent.Whole, ExtentRules.Of(statements));
    }

    [Theory]
    [InlineData("73% agent (146/200 lines)", EvidenceExtent.Part)]
    [InlineData("100% agent (200/200 lines)", EvidenceExtent.Whole)]
    [InlineData("100% agent (1999/2000 lines)", EvidenceExtent.Part)]
    [InlineData("0% agent (1/2000 lines)", EvidenceExtent.Part)]
    [InlineData("42% agent", EvidenceExtent.Part)]
    [InlineData("0% agent (0/200 lines)", null)]
    internal void Share_without_lines_is_for_a_part_unless_it_is_all_or_nothing(string share, EvidenceExtent? extent)
    {
        Assert.Equal(extent, Extent($"Add P\n\nEntire-Attribution: {share}\n"));
        Assert.Equal(extent, Extent($"Add P\n\nEntire-Checkpoint: 0123456789ab\nEntire-Attribution: {share}\n"));
    }

    [Theory]
    [InlineData("Entire-Attribution: most of it")]
    [InlineData("Entire-Attribution: 73% human")]
    public void Share_in_another_form_says_nothing(string trailer) => Assert.Null(Extent($"Add P\n\n{trailer}\n"));

    [Theory]
    [InlineData("Add P (#5)", 5, "refs/pull/5/head")]
    [InlineData("Backport P (#5) (#71)\r\n\r\nMore (#9)", 71, "refs/pull/71/head")]
    [InlineData("Merged PR 12: Add P", 12, "refs/pull/12/head")]
    [InlineData("Add P (!5)", 5, "refs/merge-requests/5/head")]
    [InlineData("Add P\n\nSee merge request group/project!12", 12, "refs/merge-requests/12/head")]
    [InlineData("Merged in p (pull request #7)", 7, "refs/pull-requests/7/from")]
    [InlineData("Add P\n\nPull Request resolved: https://github.com/o/r/pull/5", 5, "refs/pull/5/head")]
    [InlineData("Fix (#5) at last", null, null)]
    [InlineData("Add P\n\nFixes (#5)", null, null)]
    public void Number_of_the_pull_request_is_read_from_the_message(string message, int? number, string? reference) =>
        Assert.Equal((number, reference), (SquashSigns.Number(message), SquashSigns.Reference(message)));

    private static EvidenceExtent? Extent(string message, string author = "Ann <ann@example.com>") => ExtentRules.Of(CommitClassifier.Classify(message, author));
}
