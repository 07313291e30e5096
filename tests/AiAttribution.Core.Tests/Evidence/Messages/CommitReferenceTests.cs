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

    [Fact]
    public void Conventional_revert_that_copies_the_body_is_no_evidence() =>
        Assert.Empty(CommitClassifier.Classify("revert: feat: add\n\nCo-authored-by: Claude <noreply@anthropic.com>\n\nThis reverts commit " + Id + ".\n"));
}
