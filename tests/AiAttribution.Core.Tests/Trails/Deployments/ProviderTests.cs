using AiAttribution.Core.Trails.Deployments;
using AiAttribution.Core.Trails.Deployments.Readers;
using static AiAttribution.Core.Tests.Trails.Deployments.Reading;

namespace AiAttribution.Core.Tests.Trails.Deployments;

/// <summary>GitLab, Azure DevOps, Octopus and Argo CD.</summary>
public class ProviderTests
{
    [Fact]
    public void GitLab_time_is_the_jobs_finish_where_there_is_a_job()
    {
        DeploymentRecord record = Single(GitLab("success", """{"finished_at":"2026-05-01T12:00:00Z","pipeline":{"web_url":"https://gitlab.example/p/1"} }"""));

        Assert.Equal((Sha, "live-eu", DeploymentTier.Production, Day(1)), (record.Commit, record.Environment, record.Tier, record.FinishedAt));
        Assert.Equal("https://gitlab.example/p/1", record.Url);
    }

    [Fact]
    public void GitLab_deployment_without_a_job_has_its_last_update_as_time() => Assert.Equal(Day(2), Single(GitLab("success", "null")).FinishedAt);

    [Theory]
    [InlineData("created")]
    [InlineData("running")]
    [InlineData("canceled")]
    [InlineData("blocked")]
    public void GitLab_deployment_that_did_not_end_is_no_deployment(string status) => Assert.Empty(Of(GitLab(status, "null")).Records);

    [Fact]
    public void Azure_record_is_joined_with_the_build_that_owns_it()
    {
        DeploymentRecord record = Single(AzureRecord(1, "deploy", "succeeded"), AzureBuild);

        Assert.Equal((Sha, "Production", "20260501.1", Day(1, 13)), (record.Commit, record.Environment, record.Version, record.FinishedAt));
    }

    [Fact]
    public void Azure_record_without_its_build_is_unplaced() =>
        Assert.Contains("azdo:build/42", Assert.Single(Of(AzureRecord(1, "deploy", "succeeded")).Unplaced).Reason, StringComparison.Ordinal);

    [Fact]
    public void Last_attempt_at_an_azure_stage_counts() =>
        Assert.Equal(DeploymentStatus.Success, Single(AzureRecord(2, "deploy", "succeeded"), AzureRecord(1, "deploy", "failed"), AzureBuild).Status);

    [Fact]
    public void Azure_stage_fails_when_one_of_its_jobs_does() =>
        Assert.Equal(DeploymentStatus.Failure, Single(AzureRecord(1, "one", "succeeded"), AzureRecord(1, "two", "failed"), AzureBuild).Status);

    [Fact]
    public void Octopus_build_information_says_what_was_built()
    {
        DeploymentRecord record = Assert.Single(Of($$"""{"Items":[{"Id":"BuildInformation-1","PackageId":"Acme.Web","Version":"1.4","BuildEnvironment":"X","BuildNumber":"77","VcsType":"Git","VcsCommitNumber":"{{Sha}}","Commits":[]}]}""").Records);

        Assert.Equal((DeploymentStatus.Built, Sha, "pkg:octopus/Acme.Web@1.4"), (record.Status, record.Commit, record.Artifact));
    }

    [Fact]
    public void Argo_history_lists_successes_with_their_revisions()
    {
        DeploymentReading reading = Of(Argo(images: "[]"));

        Assert.Equal([Sha, Sha2], reading.Records.Select(r => r.Commit));
        Assert.All(reading.Records, r => Assert.Equal(("shop", "prod"), (r.Service, r.Environment)));
        Assert.DoesNotContain("someone", DeploymentLine.Write(reading.Records), StringComparison.Ordinal);
    }

    [Fact]
    public void Argo_image_that_runs_now_leads_to_its_source_instead_of_the_manifests()
    {
        string provenance = $$"""{"predicateType":"https://slsa.dev/provenance/v1","subject":[{"name":"shop","digest":{"sha256":"{{Digest}}"} }],"predicate":{"buildDefinition":{"resolvedDependencies":[{"uri":"git+https://example.com/shop@refs/heads/main","digest":{"gitCommit":"3333333333333333333333333333333333333333"} }]} } }""";

        DeploymentReading reading = Of(Argo($"[\"registry.example/shop@sha256:{Digest}\"]"), provenance);

        Assert.Equal([Sha, new string('3', 40)], reading.Records.Where(r => r.Source == "argocd").Select(r => r.Commit));
    }

    [Fact]
    public void Argo_revision_of_a_chart_is_unplaced() =>
        Assert.Contains("chart", Assert.Single(Of(Argo("[]").Replace(Sha2, "1.2.3", StringComparison.Ordinal)).Unplaced).Reason, StringComparison.Ordinal);

    private const string AzureBuild = $$"""{"count":1,"value":[{"id":42,"buildNumber":"20260501.1","sourceVersion":"{{Sha}}","sourceBranch":"refs/heads/main","result":"succeeded"}]}""";

    private static string AzureRecord(int attempt, string job, string result) => $$"""
        {"value":[{"id":{{attempt}},"environmentId":3,"definition":{"id":1,"name":"shop"},"owner":{"id":42,"name":"20260501.1"},"planId":"p","stageName":"Production",
          "stageAttempt":{{attempt}},"jobName":"{{job}}","result":"{{result}}","startTime":"2026-05-01T12:30:00Z","finishTime":"2026-05-01T13:00:00Z"}]}
        """;

    private static string GitLab(string status, string job) => $$"""
        [{"id":7,"iid":1,"ref":"main","sha":"{{Sha}}","status":"{{status}}","created_at":"2026-05-01T10:00:00Z","updated_at":"2026-05-02T12:00:00Z",
          "environment":{"id":1,"name":"live-eu"},"deployable":{{job}} }]
        """;

    private static string Argo(string images) => $$"""
        {"kind":"Application","metadata":{"name":"shop","namespace":"argocd"},"spec":{"destination":{"namespace":"prod"} },
         "status":{"summary":{"images":{{images}} },"history":[
           {"id":0,"revision":"{{Sha}}","deployedAt":"2026-05-01T12:00:00Z","initiatedBy":{"username":"someone"} },
           {"id":1,"revision":"{{Sha2}}","deployedAt":"2026-05-02T12:00:00Z"}]} }
        """;
}
