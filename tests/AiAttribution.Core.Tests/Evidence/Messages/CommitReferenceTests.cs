using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence.Messages;

public class CommitReferenceTests
{
    private const string Id = "1111111111111111111111111111111111111111";
    private const string Other = "2222222222222222222222222222222222222222";

    [Theory]
    [InlineData("Revert \"Add\"\n\nThis reverts commit " + Id + ".")]
    [InlineData("Reapply \"Add\"\n\nThis reverts commit " + Id + ".")]
    [InlineData("revert: feat: add\n\nThis reverts commit " + Id)]
    [InlineData("Revert \"Merge branch 'a'\"\n\nThis reverts commit " + Id + ", reversing\nchanges made to " + Other + ".")]
    [InlineData("Revert \"Add\"\n\nReverted commit `" + Id + "`.")]
    [InlineData("Take it back\n\nThis partially reverts commit " + Id + ".")]
    public void Revert_takes_back(string message) => Assert.Equal([new CommitReference(Id, true)], CommitReference.Read(message));

    [Theory]
    [InlineData("Add\n\n(cherry picked from commit " + Id + ")")]
    [InlineData("Add\n\n(backported from commit " + Id + ")")]
    [InlineData("Reland \"Add\"\n\nThis is a reland of commit " + Id)]
    [InlineData("Reland \"Add\"\n\nThis is a reland of " + Id)]
    [InlineData("Reapply \"Add\"\n\nThis reapplies commit " + Id + ".")]
    public void Reland_and_cherry_pick_bring_again(string message) => Assert.Equal([new CommitReference(Id, false)], CommitReference.Read(message));

    [Fact]
    public void Several_commits_and_short_ids_are_read() => Assert.Equal(
        [new CommitReference("1111111", true), new CommitReference("abcdef12", true), new CommitReference(Other, true)],
        CommitReference.Read("Revert three\n\nThis reverts commits 1111111, ABCDEF12 and " + Other + "."));

    [Theory]
    [InlineData("Fix what commit " + Id + " broke")]
    [InlineData("Revert the colour to blue in this commit")]
    [InlineData("Fixes: 1111111 (\"Add\")")]
    public void Other_mentions_name_nothing(string message) => Assert.Empty(CommitReference.Read(message));

    [Theory]
    [InlineData("Revert \"Add\" (#9)\n\nReverts owner/repo#5", "owner/repo#5")]
    [InlineData("Revert \"Add\" (#9)\n\nReverts Owner/Repo.Name#5\n\nIt broke.", "owner/repo.name#5")]
    [InlineData("Take it back\n\nReverts #5.", "#5")]
    [InlineData("Take it back\n\nThis reverts PR #5", "#5")]
    [InlineData("Take it back\n\nThis reverts merge request !5", "#5")]
    [InlineData("Take it back\n\nReverts https://host.example/owner/repo/pull/5", "owner/repo#5")]
    [InlineData("Take it back\n\nReverts https://host.example/owner/repo/-/merge_requests/5", "owner/repo#5")]
    public void Revert_may_name_the_pull_request_instead(string message, string id) => Assert.Equal([new CommitReference(id, true)], CommitReference.Read(message));

    [Theory]
    [InlineData("Revert \"Add\" (#9)")]
    [InlineData("Do not revert #5")]
    [InlineData("Fix #5, reverts nothing")]
    public void Pull_request_that_is_not_said_to_be_reverted_is_none(string message) => Assert.Empty(CommitReference.Read(message));

    [Fact]
    public void Commit_id_decides_before_the_number_of_the_pull_request() =>
        Assert.Equal([new CommitReference(Id, true)], CommitReference.Read("Revert \"Add\"\n\nThis reverts commit " + Id + ".\nReverts owner/repo#5"));

    [Theory]
    [InlineData("Add (#5)", 5)]
    [InlineData("Merge pull request #5 from owner/branch\n\nAdd", 5)]
    [InlineData("Revert \"Add (#5)\" (#9)", 9)]
    [InlineData("Add, see #5", null)]
    public void Pull_request_that_a_commit_brings_is_read(string message, int? number) => Assert.Equal(number, CommitReference.Request(message));

    [Fact]
    public void Conventional_revert_that_copies_the_body_is_no_evidence() =>
        Assert.Empty(CommitClassifier.Classify("revert: feat: add\n\nCo-authored-by: Claude <noreply@anthropic.com>\n\nThis reverts commit " + Id + ".\n"));
}
