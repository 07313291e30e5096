using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Deployments;

/// <summary>GitLab, Azure DevOps, Octopus and Argo CD.</summary>
public class ProviderTests
{
    [Fact]
    public void GitLab_time_is_the_jobs_finish_where_there_is_a_job()
    {
        DeploymentRecord record = DeploymentFileReader.Single(GitLab("success", """{"finished_at":"2026-05-01T12:00:00Z","pipeline":{"web_url":"https://gitlab.example/p/1"} }"""));

        Assert.Equal((DeploymentFileReader.Sha, "live-eu", DeploymentTier.Production, DeploymentFileReader.Day(1)), (record.Commit, record.Environment, record.Tier, record.FinishedAt));
        Assert.Equal("https://gitlab.example/p/1", record.Url);
    }

    [Fact]
    public void GitLab_deployment_without_a_job_has_its_last_update_as_time() => Assert.Equal(DeploymentFileReader.Day(2), DeploymentFileReader.Single(GitLab("success", "null")).FinishedAt);

    [Theory]
    [InlineData("created")]
    [InlineData("running")]
    [InlineData("canceled")]
    [InlineData("blocked")]
    public void GitLab_deployment_that_did_not_end_is_no_deployment(string status) => Assert.Empty(DeploymentFileReader.Of(GitLab(status, "null")).Records);

    [Fact]
    public void Azure_record_is_joined_with_the_build_that_owns_it()
    {
        DeploymentRecord record = DeploymentFileReader.Single(AzureRecord(1, "deploy", "succeeded"), AzureBuild);

        Assert.Equal((DeploymentFileReader.Sha, "Production", "20260501.1", DeploymentFileReader.Day(1, 13)), (record.Commit, record.Environment, record.Version, record.FinishedAt));
    }

    [Fact]
    public void Azure_record_without_its_build_is_unplaced() =>
        Assert.Contains("azdo:build/42", Assert.Single(DeploymentFileReader.Of(AzureRecord(1, "deploy", "succeeded")).Unplaced).Reason, StringComparison.Ordinal);

    [Fact]
    public void Last_attempt_at_an_azure_stage_counts() =>
        Assert.Equal(DeploymentStatus.Success, DeploymentFileReader.Single(AzureRecord(2, "deploy", "succeeded"), AzureRecord(1, "deploy", "failed"), AzureBuild).Status);

    [Fact]
    public void Azure_stage_fails_when_one_of_its_jobs_does() =>
        Assert.Equal(DeploymentStatus.Failure, DeploymentFileReader.Single(AzureRecord(1, "one", "succeeded"), AzureRecord(1, "two", "failed"), AzureBuild).Status);

    [Fact]
    public void Octopus_build_information_says_what_was_built()
    {
        DeploymentRecord record = Assert.Single(DeploymentFileReader.Of($$"""{"Items":[{"Id":"BuildInformation-1","PackageId":"Acme.Web","Version":"1.4","BuildEnvironment":"X","BuildNumber":"77","VcsType":"Git","VcsCommitNumber":"{{DeploymentFileReader.Sha}}","Commits":[]}]}""").Records);

        Assert.Equal((DeploymentStatus.Built, DeploymentFileReader.Sha, "pkg:octopus/Acme.Web@1.4"), (record.Status, record.Commit, record.Artifact));
    }

    [Fact]
    public void Argo_history_lists_successes_with_their_revisions()
    {
        DeploymentReading reading = DeploymentFileReader.Of(Argo(images: "[]"));

        Assert.Equal([DeploymentFileReader.Sha, DeploymentFileReader.Sha2], reading.Records.Select(r => r.Commit));
        Assert.All(reading.Records, r => Assert.Equal(("shop", "prod"), (r.Service, r.Environment)));
        Assert.DoesNotContain("someone", DeploymentLine.Write(reading.Records), StringComparison.Ordinal);
    }

    [Fact]
    public void Argo_image_that_runs_now_leads_to_its_source_instead_of_the_manifests()
    {
        string provenance = $$"""{"predicateType":"https://slsa.dev/provenance/v1","subject":[{"name":"shop","digest":{"sha256":"{{DeploymentFileReader.Digest}}"} }],"predicate":{"buildDefinition":{"resolvedDependencies":[{"uri":"git+https://example.com/shop@refs/heads/main","digest":{"gitCommit":"3333333333333333333333333333333333333333"} }]} } }""";

        DeploymentReading reading = DeploymentFileReader.Of(Argo($"[\"registry.example/shop@sha256:{DeploymentFileReader.Digest}\"]"), provenance);

        Assert.Equal([DeploymentFileReader.Sha, new string('3', 40)], reading.Records.Where(r => r.Source == "argocd").Select(r => r.Commit));
    }

    [Fact]
    public void Argo_revision_of_a_chart_is_unplaced() =>
        Assert.Contains("chart", Assert.Single(DeploymentFileReader.Of(Argo("[]").Replace(DeploymentFileReader.Sha2, "1.2.3", StringComparison.Ordinal)).Unplaced).Reason, StringComparison.Ordinal);

    private const string AzureBuild = $$"""{"count":1,"value":[{"id":42,"buildNumber":"20260501.1","sourceVersion":"{{DeploymentFileReader.Sha}}","sourceBranch":"refs/heads/main","result":"succeeded"}]}""";

    private static string AzureRecord(int attempt, string job, string result) => $$"""
        {"value":[{"id":{{attempt}},"environmentId":3,"definition":{"id":1,"name":"shop"},"owner":{"id":42,"name":"20260501.1"},"planId":"p","stageName":"Production",
          "stageAttempt":{{attempt}},"jobName":"{{job}}","result":"{{result}}","startTime":"2026-05-01T12:30:00Z","finishTime":"2026-05-01T13:00:00Z"}]}
        """;

    private static string GitLab(string status, string job) => $$"""
        [{"id":7,"iid":1,"ref":"main","sha":"{{DeploymentFileReader.Sha}}","status":"{{status}}","created_at":"2026-05-01T10:00:00Z","updated_at":"2026-05-02T12:00:00Z",
          "environment":{"id":1,"name":"live-eu"},"deployable":{{job}} }]
        """;

    private static string Argo(string images) => $$"""
        {"kind":"Application","metadata":{"name":"shop","namespace":"argocd"},"spec":{"destination":{"namespace":"prod"} },
         "status":{"summary":{"images":{{images}} },"history":[
           {"id":0,"revision":"{{DeploymentFileReader.Sha}}","deployedAt":"2026-05-01T12:00:00Z","initiatedBy":{"username":"someone"} },
           {"id":1,"revision":"{{DeploymentFileReader.Sha2}}","deployedAt":"2026-05-02T12:00:00Z"}]} }
        """;
}
