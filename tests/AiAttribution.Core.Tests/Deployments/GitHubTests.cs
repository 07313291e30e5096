using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Deployments;

public class GitHubTests
{
    private const string Deployment = $$"""
        [{"id":5,"sha":"{{DeploymentFileReader.Sha}}","ref":"main","task":"deploy","environment":"eu-production","transient_environment":false,"production_environment":true,
          "created_at":"2026-05-01T11:00:00Z","creator":{"login":"someone"},"url":"https://api.github.com/repos/o/r/deployments/5",
          "statuses_url":"https://api.github.com/repos/o/r/deployments/5/statuses"}]
        """;

    [Fact]
    public void Deployment_and_its_status_are_joined()
    {
        DeploymentRecord record = DeploymentFileReader.Single(Deployment, Status("success"));

        Assert.Equal((DeploymentFileReader.Sha, "eu-production", DeploymentTier.Production), (record.Commit, record.Environment, record.Tier));
        Assert.Equal((DeploymentFileReader.Day(1, 11), DeploymentFileReader.Day(1)), (record.StartedAt, record.FinishedAt));
        Assert.Equal("5/9", record.SourceId);
    }

    [Fact]
    public void Join_does_not_depend_on_the_order_of_files() => Assert.Equal(DeploymentFileReader.Single(Deployment, Status("success")), DeploymentFileReader.Single(Status("success"), Deployment));

    [Fact]
    public void Deployment_without_a_status_is_no_deployment_yet() => Assert.All(DeploymentFileReader.Of(Deployment).Records, r => Assert.Equal(DeploymentStatus.Built, r.Status));

    [Fact]
    public void Status_without_its_deployment_is_unplaced() => Assert.Equal("5/9", Assert.Single(DeploymentFileReader.Of(Status("success")).Unplaced).SourceId);

    [Theory]
    [InlineData("pending")]
    [InlineData("in_progress")]
    [InlineData("queued")]
    [InlineData("waiting")]
    [InlineData("inactive")]
    public void Status_that_is_no_end_changes_nothing(string state) => Assert.Single(DeploymentFileReader.Of(Deployment, Status(state)).Records);

    [Theory]
    [InlineData("failure")]
    [InlineData("error")]
    public void Failure_is_kept_as_failure(string state) => Assert.Equal(DeploymentStatus.Failure, DeploymentFileReader.Single(Deployment, Status(state)).Status);

    [Fact]
    public void Webhook_has_both() => Assert.Equal((DeploymentFileReader.Sha, "production", DeploymentStatus.Success), Parts(DeploymentFileReader.Single(Webhook("success", transient: false))));

    [Fact]
    public void Inactive_takes_down_a_transient_environment_only()
    {
        Assert.Equal(DeploymentStatus.Removed, DeploymentFileReader.Single(Webhook("inactive", transient: true)).Status);
        Assert.Empty(DeploymentFileReader.Of(Webhook("inactive", transient: false)).Records);
    }

    [Fact]
    public void Release_is_placed_by_its_tag_and_not_by_its_branch()
    {
        DeploymentRecord record = DeploymentFileReader.Single("""{"id":3,"tag_name":"v2.0","target_commitish":"main","draft":false,"prerelease":false,"published_at":"2026-05-01T12:00:00Z","html_url":"https://github.com/o/r/releases/tag/v2.0"}""");

        Assert.Equal(("refs/tags/v2.0", null, "release", "v2.0"), (record.Ref, record.Commit, record.Environment, record.Version));
    }

    [Fact]
    public void Release_as_the_command_line_exports_it_is_read() =>
        Assert.Equal(
            ("refs/tags/v2.0-rc", "prerelease"),
            (DeploymentFileReader.Single(Preview).Ref, DeploymentFileReader.Single(Preview).Environment));

    [Fact]
    public void Draft_release_is_unplaced() =>
        Assert.Contains("draft", Assert.Single(DeploymentFileReader.Of("""{"id":3,"tag_name":"v2.0","draft":true,"prerelease":false}""").Unplaced).Reason, StringComparison.Ordinal);

    [Fact]
    public void Nothing_of_a_person_is_kept()
    {
        string lines = DeploymentLine.Write(DeploymentFileReader.Of(Deployment, Status("success")).Records);

        Assert.DoesNotContain("someone", lines, StringComparison.Ordinal);
    }

    private const string Preview = """[{"tagName":"v2.0-rc","isDraft":false,"isPrerelease":true,"publishedAt":"2026-05-01T12:00:00Z"}]""";

    private static (string?, string, DeploymentStatus) Parts(DeploymentRecord record) => (record.Commit, record.Environment, record.Status);

    private static string Status(string state) => $$"""
        [{"id":9,"state":"{{state}}","environment":"eu-production","created_at":"2026-05-01T12:00:00Z","creator":{"login":"someone"},
          "target_url":"https://example.com/run","deployment_url":"https://api.github.com/repos/o/r/deployments/5"}]
        """;

    private static string Webhook(string state, bool transient) => $$"""
        {"action":"created","deployment_status":{"id":9,"state":"{{state}}","environment":"production","created_at":"2026-05-01T12:00:00Z"},
         "deployment":{"id":5,"sha":"{{DeploymentFileReader.Sha}}","environment":"production","transient_environment":{{(transient ? "true" : "false")}},"created_at":"2026-05-01T11:00:00Z"} }
        """;
}
