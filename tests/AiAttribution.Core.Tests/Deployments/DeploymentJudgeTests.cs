using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Deployments;

public class DeploymentJudgeTests
{
    private readonly LetterHistory _history = new();

    [Fact]
    public void Change_in_the_running_commit_is_live_since_it_first_shipped()
    {
        Deployment deployment = _history.Judge(LetterHistory.At(2, "a"), LetterHistory.At(5, "ab"), LetterHistory.At(9, "abc")).Of(LetterHistory.Change("ab"));

        Assert.Equal((DeploymentTrail.Deployed, "ab on production", DeploymentFileReader.Day(5)), (deployment.Trail, deployment.First, deployment.Shipped));
        Assert.Equal("shipped in ab on production, live", deployment.Words);
    }

    [Fact]
    public void Change_that_was_deployed_and_rolled_back_is_not_live()
    {
        Deployment deployment = _history.Judge(LetterHistory.At(2, "a"), LetterHistory.At(5, "ab"), LetterHistory.At(9, "a")).Of(LetterHistory.Change("ab"));

        Assert.Equal((DeploymentTrail.RolledBack, "shipped in ab on production, no longer live"), (deployment.Trail, deployment.Words));
    }

    [Fact]
    public void Change_that_was_reverted_on_the_deployed_branch_is_not_live()
    {
        _history.Reverts.Add(("abr", "ab"));

        Assert.Equal(DeploymentTrail.RolledBack, _history.Judge(LetterHistory.At(5, "ab"), LetterHistory.At(9, "abr")).Of(LetterHistory.Change("ab")).Trail);
    }

    [Fact]
    public void Change_whose_lines_are_deployed_under_another_commit_is_live()
    {
        _history.Copies.Add(("ax", "ab"));

        Deployment deployment = _history.Judge(LetterHistory.At(2, "a"), LetterHistory.At(5, "ax")).Of(LetterHistory.Change("ab"));

        Assert.Equal((DeploymentTrail.Deployed, true, "shipped in ax on production under another commit, live"), (deployment.Trail, deployment.ByContent, deployment.Words));
    }

    [Fact]
    public void Change_is_live_when_one_of_several_environments_runs_it() =>
        Assert.Equal("ab on eu", _history.Judge(LetterHistory.At(5, "ab", environment: "us"), LetterHistory.At(9, "a", environment: "us"), LetterHistory.At(7, "ab", environment: "eu")).Of(LetterHistory.Change("ab")).First);

    [Theory]
    [InlineData("src/Api/A.cs", DeploymentTrail.Deployed)]
    [InlineData("src/Web/W.cs", DeploymentTrail.RolledBack)]
    [InlineData("tools/T.cs", DeploymentTrail.Unknown)]
    [InlineData(null, DeploymentTrail.Deployed)]
    internal void Service_brings_only_its_paths(string? path, DeploymentTrail expected)
    {
        var services = new ServiceMap(new Dictionary<string, IReadOnlyList<Glob>> { ["api"] = [Glob.ForPaths("src/Api/**")], ["web"] = [Glob.ForPaths("src/Web/**")] });
        DeploymentJudge judge = _history.Judge(services, LetterHistory.Of("api", LetterHistory.At(5, "ab")), LetterHistory.Of("web", LetterHistory.At(5, "ab")), LetterHistory.Of("web", LetterHistory.At(6, "a")));

        Assert.Equal(expected, judge.Of(LetterHistory.Change("ab") with { Paths = path is null ? [] : [path] }).Trail);
    }

    [Fact]
    public void Service_that_is_not_listed_stands_for_the_whole_repository()
    {
        var services = new ServiceMap(new Dictionary<string, IReadOnlyList<Glob>> { ["api"] = [Glob.ForPaths("src/Api/**")] });

        Assert.Equal(DeploymentTrail.Deployed, _history.Judge(services, LetterHistory.Of("all", LetterHistory.At(5, "ab"))).Of(LetterHistory.Change("ab") with { Paths = ["tools/T.cs"] }).Trail);
    }

    [Fact]
    public void First_release_with_the_change_names_it() =>
        Assert.Equal("ab", _history.Judge(LetterHistory.At(1, "a", environment: "release"), LetterHistory.At(2, "ab", environment: "release"), LetterHistory.At(3, "abc", environment: "release")).Of(LetterHistory.Change("ab")).First);

    [Theory]
    [InlineData("release")]
    [InlineData("production")]
    public void Deployment_that_is_older_than_a_change_does_not_hold_it(string environment)
    {
        _history.Copies.Add(("ax", "ab"));

        Assert.Equal(DeploymentTrail.Pending, _history.Judge(LetterHistory.At(2, "ax", environment: environment)).Of(LetterHistory.Change("ab", 20)).Trail);
    }

    [Fact]
    public void Pick_of_an_older_fix_of_a_release_branch_ships_when_the_branch_did()
    {
        _history.Copies.Add(("ax", "ab"));

        Deployment deployment = _history.Judge(LetterHistory.At(2, "ax", environment: "release")).Of(LetterHistory.Change("ab", 20) with { Authored = DeploymentFileReader.Day(1) });

        Assert.Equal((DeploymentTrail.Deployed, DeploymentFileReader.Day(2)), (deployment.Trail, deployment.Shipped));
    }

    [Fact]
    public void Fix_that_was_released_beside_first_ships_there()
    {
        _history.Copies.Add(("ax", "ab"));

        Deployment deployment = _history.Judge(LetterHistory.At(5, "ax", environment: "release"), LetterHistory.At(10, "ab", environment: "release")).Of(LetterHistory.Change("ab"));

        Assert.Equal(("ax", DeploymentFileReader.Day(5), true), (deployment.First, deployment.Shipped, deployment.ByContent));
    }

    [Fact]
    public void Hotfix_that_ran_before_its_commit_did_ships_with_the_hotfix()
    {
        _history.Copies.Add(("ax", "ab"));

        Deployment deployment = _history.Judge(LetterHistory.At(2, "a"), LetterHistory.At(5, "ax"), LetterHistory.At(10, "ab")).Of(LetterHistory.Change("ab"));

        Assert.Equal(("ax on production", true), (deployment.First, deployment.ByContent));
    }

    [Theory]
    [InlineData(14, DeploymentTrail.Pending)]
    [InlineData(13, DeploymentTrail.None)]
    internal void Change_that_nothing_contains_is_pending_until_the_grace_is_over(int day, DeploymentTrail expected) =>
        Assert.Equal(expected, _history.Judge(LetterHistory.At(2, "a")).Of(LetterHistory.Change("ab", day)).Trail);

    [Fact]
    public void Without_any_deployment_it_is_unknown() => Assert.Equal(DeploymentTrail.Unknown, _history.Judge().Of(LetterHistory.Change("a")).Trail);

    [Fact]
    public void Failed_deployment_ships_nothing() =>
        Assert.Equal(DeploymentTrail.None, _history.Judge(LetterHistory.At(2, "a"), LetterHistory.At(3, "ab", DeploymentStatus.Failure)).Of(LetterHistory.Change("ab")).Trail);

    [Fact]
    public void Shallow_history_makes_what_is_not_seen_unknown_and_leaves_what_is_seen()
    {
        DeploymentJudge judge = Shallow(_history, LetterHistory.At(2, "a"));

        Assert.Equal(DeploymentTrail.Unknown, judge.Of(LetterHistory.Change("ab")).Trail);
        Assert.Equal(DeploymentTrail.Deployed, judge.Of(LetterHistory.Change("a")).Trail);
    }

    [Theory]
    [InlineData(9, DeploymentTrail.Unknown)]
    [InlineData(1, DeploymentTrail.None)]
    internal void Newer_deployment_of_a_commit_that_is_not_here_hides_what_is_live(int day, DeploymentTrail expected)
    {
        DeploymentJudge judge = new(TimelineBuilder.Build([LetterHistory.At(5, "a")], _history), _history, _history) { Missing = [LetterHistory.At(day, "elsewhere").Record], Now = DeploymentFileReader.Day(28) };

        Assert.Equal(expected, judge.Of(LetterHistory.Change("ab")).Trail);
    }

    private static DeploymentJudge Shallow(LetterHistory history, params PlacedDeployment[] deployments) =>
        new(TimelineBuilder.Build(deployments, history), history, history) { IsShallow = true, Now = DeploymentFileReader.Day(28) };
}
