using AiAttribution.Core.Policy;

namespace AiAttribution.Core.Tests.Policy;

public class MistakenNameTests
{
    [Theory]
    [InlineData("AI-Attribution.json")]
    [InlineData("ai-attribution.JSON")]
    [InlineData("ai-attribution.jsonc")]
    [InlineData(".ai-attribution.json")]
    [InlineData("ai_attribution.json")]
    [InlineData("aiattribution.json")]
    public void Name_that_can_be_nothing_else_is_the_policy(string name) => Assert.Equal(name, MistakenName.OfPolicy(["README.md", name]));

    [Theory]
    [InlineData("ai-atribution.json")]
    [InlineData("ai-attributions.json")]
    [InlineData("ai-attribution.yml")]
    [InlineData("ai-attribution.yaml")]
    public void Name_that_is_only_like_it_may_be(string name)
    {
        Assert.Null(MistakenName.OfPolicy([name]));
        Assert.Equal(name, MistakenName.LikePolicy([name]));
    }

    [Theory]
    [InlineData("AiAttribution.json")]
    [InlineData("ai-attribution.md")]
    [InlineData("ai-attribution.schema.json")]
    [InlineData("ai-attribution")]
    [InlineData("attribution.json")]
    [InlineData("package.json")]
    public void Other_files_are_none(string name)
    {
        Assert.Null(MistakenName.OfPolicy([name]));
        Assert.Null(MistakenName.LikePolicy([name]));
    }

    [Fact]
    public void Beside_the_right_one_no_other_counts()
    {
        Assert.Null(MistakenName.OfPolicy(["AI-Attribution.json", "ai-attribution.json"]));
        Assert.Null(MistakenName.LikeRevs(["ai-attribution-revs", ".ai-attribution-revs"], ".ai-attribution-revs"));
    }

    [Theory]
    [InlineData("ai-attribution-revs")]
    [InlineData(".ai-attribution-rev")]
    [InlineData(".AI-attribution-revs")]
    [InlineData(".ai-attribution_revs")]
    [InlineData(".ai-attribution-revs.txt")]
    public void List_of_commits_has_one_name(string name) => Assert.Equal(name, MistakenName.LikeRevs([name], ".ai-attribution-revs"));

    [Theory]
    [InlineData("Deployments.jsonl", "Deployments.jsonl")]
    [InlineData("deployments.json", null)]
    public void Case_alone_makes_another_name(string name, string? mistaken) => Assert.Equal(mistaken, MistakenName.OfCase([name], "deployments.jsonl"));
}
