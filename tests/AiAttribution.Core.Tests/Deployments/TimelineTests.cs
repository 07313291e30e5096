using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Deployments;

public class TimelineTests
{
    private readonly LetterHistory _history = new();

    [Fact]
    public void Descendant_advances_and_ancestor_rolls_back() =>
        Assert.Equal([StepKind.First, StepKind.Advance, StepKind.Rollback, StepKind.Advance], _history.Kinds(LetterHistory.At(1, "a"), LetterHistory.At(2, "ab"), LetterHistory.At(3, "a"), LetterHistory.At(4, "ab")));

    [Fact]
    public void Commit_on_another_branch_is_lateral_the_first_time_and_a_rollback_the_next() =>
        Assert.Equal([StepKind.First, StepKind.Lateral, StepKind.Rollback], _history.Kinds(LetterHistory.At(1, "ab"), LetterHistory.At(2, "ax"), LetterHistory.At(3, "ab")));

    [Fact]
    public void Same_commit_or_same_content_is_a_redeploy() =>
        Assert.Equal([StepKind.First, StepKind.Redeploy, StepKind.Redeploy], _history.Kinds(LetterHistory.At(1, "a", tree: "t"), LetterHistory.At(2, "a", tree: "t"), LetterHistory.At(3, "ab", tree: "t")));

    [Fact]
    public void Commit_that_restores_an_earlier_content_is_a_rollback_whatever_its_message_says() =>
        Assert.Equal([StepKind.First, StepKind.Advance, StepKind.Rollback], _history.Kinds(LetterHistory.At(1, "a", tree: "old"), LetterHistory.At(2, "ab", tree: "new"), LetterHistory.At(3, "abc", tree: "old")));

    [Fact]
    public void Failure_changes_nothing_and_is_counted()
    {
        Timeline timeline = _history.Timeline(LetterHistory.At(1, "a"), LetterHistory.At(2, "ab", DeploymentStatus.Failure));

        Assert.Equal(("a", 1), (Assert.Single(timeline.Live).Commit, timeline.Failures));
    }

    [Fact]
    public void Nothing_is_live_after_a_removal_until_the_next_deployment()
    {
        Assert.Empty(_history.Timeline(LetterHistory.At(1, "a"), LetterHistory.At(2, null, DeploymentStatus.Removed)).Live);
        Assert.Equal("a", Assert.Single(_history.Timeline(LetterHistory.At(1, "a"), LetterHistory.At(2, null, DeploymentStatus.Removed), LetterHistory.At(3, "a")).Live).Commit);
    }

    [Fact]
    public void Rollback_without_a_commit_brings_back_what_ran_before() =>
        Assert.Equal("a", Assert.Single(_history.Timeline(LetterHistory.At(1, "a"), LetterHistory.At(2, "ab"), LetterHistory.At(3, "ab"), LetterHistory.At(4, null, DeploymentStatus.RolledBack)).Live).Commit);

    [Fact]
    public void Same_deployment_told_by_two_sources_is_one() =>
        Assert.Single(_history.Timeline(LetterHistory.At(1, "a", source: "github", hour: 12), LetterHistory.At(1, "a", source: "argocd", hour: 12)).Steps);

    [Fact]
    public void Later_deployment_of_the_same_commit_is_another_one() =>
        Assert.Equal(2, _history.Timeline(LetterHistory.At(1, "a", source: "github", hour: 12), LetterHistory.At(1, "a", source: "argocd", hour: 13)).Steps.Count);

    [Fact]
    public void Order_is_the_servers_time_and_not_that_of_the_input() =>
        Assert.Equal("ab", Assert.Single(_history.Timeline(LetterHistory.At(5, "ab"), LetterHistory.At(1, "a")).Live).Commit);

    [Fact]
    public void Service_and_environment_have_a_timeline_each()
    {
        PlacedDeployment web = LetterHistory.At(1, "a");
        web = web with { Record = web.Record with { Service = "web" } };

        Assert.Equal([("", "production"), ("", "staging"), ("web", "production")], TimelineBuilder.Build([LetterHistory.At(1, "a"), LetterHistory.At(1, "a", environment: "staging"), web], _history).Select(t => (t.Service, t.Environment)));
    }

    [Fact]
    public void Releases_all_stay_live_and_a_fix_of_an_old_one_is_no_rollback()
    {
        Timeline timeline = _history.Timeline(LetterHistory.At(1, "a", environment: "release"), LetterHistory.At(2, "ab", environment: "release"), LetterHistory.At(3, "ax", environment: "release"));

        Assert.Equal(["a", "ab", "ax"], timeline.Live.Select(d => d.Commit));
        Assert.Equal(0, timeline.Count(StepKind.Rollback));
    }

    [Fact]
    public void Release_that_was_taken_back_is_not_live() =>
        Assert.Equal(["ab"], _history.Timeline(LetterHistory.At(1, "a", environment: "release"), LetterHistory.At(2, "ab", environment: "release"), LetterHistory.At(3, "a", DeploymentStatus.Removed, "release")).Live.Select(d => d.Commit));

    [Fact]
    public void Production_weighs_more_than_tags_and_tags_count_where_nothing_else_is_known()
    {
        DeploymentRecord tag = LetterHistory.At(1, "a", environment: "release").Record with { Tier = DeploymentTier.Production };
        DeploymentRecord staging = LetterHistory.At(1, "a", environment: "staging").Record with { Tier = DeploymentTier.Staging };
        DeploymentRecord production = LetterHistory.At(1, "a").Record with { Tier = DeploymentTier.Production };

        Assert.Equal([production], LiveEnvironments.Select([tag, staging, production], null));
        Assert.Equal([tag], LiveEnvironments.Select([tag, staging], null));
        Assert.Equal([tag, staging], LiveEnvironments.Select([tag, staging, production], [Glob.ForNames("stag*"), Glob.ForNames("release")]));
    }

    [Fact]
    public void Odd_clocks_are_told()
    {
        PlacedDeployment reversed = LetterHistory.At(3, "a");
        reversed = reversed with { Record = reversed.Record with { SourceId = "7", StartedAt = DeploymentFileReader.Day(4) } };
        PlacedDeployment earlier = LetterHistory.At(2, "a");
        earlier = earlier with { Record = earlier.Record with { SourceId = "8", StartedAt = DeploymentFileReader.Day(2, 11) } };
        PlacedDeployment early = LetterHistory.At(1, "ab", source: "other");

        IReadOnlyList<string> odd = ClockSkew.Find([reversed, earlier, early], c => c == "ab" ? DeploymentFileReader.Day(9) : DeploymentFileReader.Day(1));

        Assert.Equal(
            ["deployment 1.12 of other is older than the commit it deployed", "deployment 7 of ci ended before it began", "deployment 8 of ci began before one with a smaller number"],
            odd);
    }
}
