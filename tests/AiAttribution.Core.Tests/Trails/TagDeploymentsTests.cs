using AiAttribution.Core.Policy;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Trails.Deployments;

namespace AiAttribution.Core.Tests.Trails;

public class TagDeploymentsTests
{
    private static readonly DateTimeOffset Day = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeploymentTag[] Tags = [Tag("v1.0", 0), Tag("v1.1", 10)];

    [Fact]
    public void Only_tags_that_match_are_deployments_oldest_first()
    {
        IReadOnlyList<DeploymentTag> tags = TagDeployments.Select(
            [Tag("v2.0", 3), Tag("nightly-7", 2), Tag("1.9", 1), Tag("v10", 3)],
            AttributionPolicy.Default.DeploymentTags);

        Assert.Equal(["1.9", "v10", "v2.0"], tags.Select(t => t.Name));
    }

    [Fact]
    public void Change_in_a_tag_is_deployed_with_the_first_one() =>
        Assert.Equal(new Deployment(DeploymentTrail.Deployed, "v1.0"), TagDeployments.Judge(Tags, 0, Day, Day, 14, isShallow: false));

    [Fact]
    public void Without_any_deployment_tag_it_is_unknown() =>
        Assert.Equal(DeploymentTrail.Unknown, TagDeployments.Judge([], null, Day, Day, 14, isShallow: false).Trail);

    [Theory]
    [InlineData(14, DeploymentTrail.Pending)]
    [InlineData(15, DeploymentTrail.None)]
    public void Change_in_no_tag_is_pending_until_the_grace_is_over(int age, DeploymentTrail expected) =>
        Assert.Equal(expected, TagDeployments.Judge(Tags, null, Day, Day.AddDays(age), 14, isShallow: false).Trail);

    [Fact]
    public void Grace_of_zero_days_is_over_at_once() =>
        Assert.Equal(DeploymentTrail.None, TagDeployments.Judge(Tags, null, Day, Day.AddSeconds(1), 0, isShallow: false).Trail);

    [Fact]
    public void Change_in_no_tag_of_a_shallow_clone_is_unknown() =>
        Assert.Equal(DeploymentTrail.Unknown, TagDeployments.Judge(Tags, null, Day, Day.AddDays(99), 14, isShallow: true).Trail);

    [Fact]
    public void Change_in_a_tag_of_a_shallow_clone_is_deployed() =>
        Assert.Equal(DeploymentTrail.Deployed, TagDeployments.Judge(Tags, 1, Day, Day, 14, isShallow: true).Trail);

    [Theory]
    [InlineData(5, 10)]
    [InlineData(20, 20)]
    public void Now_is_the_later_of_head_and_the_newest_deployment(int head, int expected) =>
        Assert.Equal(Day.AddDays(expected), TagDeployments.Now(Day.AddDays(head), Tags));

    private static DeploymentTag Tag(string name, int day) => new(name, new string('a', 40), Day.AddDays(day));
}
