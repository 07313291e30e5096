using System.Text;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Deployments;

/// <summary>CDEvents and what tells the commit of an artifact.</summary>
public class ArtifactTests
{
    private const string Purl = "pkg:oci/shop@sha256%3A" + DeploymentFileReader.Digest;

    [Theory]
    [InlineData("\"specversion\":\"0.5.1\"", "service.deployed.0.3.0")]
    [InlineData("\"version\":\"0.4.1\"", "service.upgraded.0.2.0")]
    [InlineData("\"version\":\"0.3.0\"", "service.deployed.0.1.1")]
    public void Event_of_any_version_is_joined_with_the_artifact_that_was_packaged(string version, string type)
    {
        DeploymentRecord record = DeploymentFileReader.Single(Service(version, type), Packaged);

        Assert.Equal((DeploymentFileReader.Sha, "production", "service/shop", DeploymentStatus.Success), (record.Commit, record.Environment, record.Service, record.Status));
    }

    [Fact]
    public void Event_in_a_cloud_event_is_the_same_event() =>
        Assert.Equal(
            DeploymentFileReader.Single(Service("\"version\":\"0.4.1\"", "service.deployed.0.2.0"), Packaged),
            DeploymentFileReader.Single($$"""{"specversion":"1.0","id":"x","type":"dev.cdevents.service.deployed.0.2.0","source":"s","data":{{Service("\"version\":\"0.4.1\"", "service.deployed.0.2.0")}} }""", Packaged));

    [Fact]
    public void Rollback_event_says_what_runs_again() =>
        Assert.Equal((DeploymentStatus.RolledBack, DeploymentFileReader.Sha), (DeploymentFileReader.Single(Service("\"version\":\"0.4.1\"", "service.rolledback.0.2.0"), Packaged).Status, DeploymentFileReader.Single(Service("\"version\":\"0.4.1\"", "service.rolledback.0.2.0"), Packaged).Commit));

    [Fact]
    public void Custom_data_may_name_the_commit() =>
        Assert.Equal(DeploymentFileReader.Sha2, DeploymentFileReader.Single(Service("\"version\":\"0.4.1\"", "service.deployed.0.2.0").Replace("\"customData\":{}", $"\"customData\":{{\"commit\":\"{DeploymentFileReader.Sha2}\"}}", StringComparison.Ordinal)).Commit);

    [Fact]
    public void Event_whose_artifact_nobody_packaged_is_unplaced() =>
        Assert.Contains("sha256:" + DeploymentFileReader.Digest, Assert.Single(DeploymentFileReader.Of(Service("\"version\":\"0.4.1\"", "service.deployed.0.2.0")).Unplaced).Reason, StringComparison.Ordinal);

    [Fact]
    public void Event_about_something_else_is_passed_over() => Assert.Empty(DeploymentFileReader.Of(Service("\"version\":\"0.4.1\"", "incident.detected.0.2.0")).Records);

    [Fact]
    public void Artifact_that_two_commits_claim_places_nothing()
    {
        DeploymentReading reading = DeploymentFileReader.Of(Service("\"version\":\"0.4.1\"", "service.deployed.0.2.0"), Packaged, Slsa(DeploymentFileReader.Sha2));

        Assert.Single(reading.Unplaced);
    }

    [Theory]
    [InlineData("1.0", "")]
    [InlineData("2.0", "\"mediaType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\",")]
    public void Provenance_is_read_out_of_its_envelope(string version, string bundle)
    {
        string envelope = $$"""{"payloadType":"application/vnd.in-toto+json","payload":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Slsa(DeploymentFileReader.Sha)))}}","signatures":[{"sig":"{{version}}"}]}""";

        DeploymentReading reading = DeploymentFileReader.Of(bundle.Length == 0 ? envelope : $$"""{ {{bundle}} "dsseEnvelope":{{envelope}} }""");

        Assert.Equal((DeploymentFileReader.Sha, "sha256:" + DeploymentFileReader.Digest), (Assert.Single(reading.Records).Commit, reading.Records[0].Artifact));
    }

    [Fact]
    public void Provenance_takes_the_source_of_the_workflow_among_several_materials()
    {
        string other = $$"""{"uri":"git+https://example.com/tools@refs/heads/main","digest":{"gitCommit":"{{DeploymentFileReader.Sha2}}"} },""";
        string workflow = "\"externalParameters\":{\"workflow\":{\"repository\":\"https://example.com/shop\"} },";
        string several = Slsa(DeploymentFileReader.Sha).Replace("\"resolvedDependencies\":[", "\"resolvedDependencies\":[" + other, StringComparison.Ordinal);

        Assert.Contains("several git commits", Assert.Single(DeploymentFileReader.Of(several).Unplaced).Reason, StringComparison.Ordinal);
        Assert.Equal(DeploymentFileReader.Sha, Assert.Single(DeploymentFileReader.Of(several.Replace("\"resolvedDependencies\"", workflow + "\"resolvedDependencies\"", StringComparison.Ordinal)).Records).Commit);
    }

    [Fact]
    public void Older_provenance_names_its_commit_among_the_materials() =>
        Assert.Equal(DeploymentFileReader.Sha, Assert.Single(DeploymentFileReader.Of($$"""{"predicateType":"https://slsa.dev/provenance/v0.2","subject":[{"name":"shop","digest":{"sha256":"{{DeploymentFileReader.Digest}}"} }],"predicate":{"materials":[{"uri":"git+https://example.com/shop@refs/heads/main","digest":{"sha1":"{{DeploymentFileReader.Sha}}"} }]} }""").Records).Commit);

    [Theory]
    [InlineData("org.opencontainers.image.revision")]
    [InlineData("org.label-schema.vcs-ref")]
    public void Image_label_says_which_commit_it_was_built_from(string label)
    {
        DeploymentRecord record = Assert.Single(DeploymentFileReader.Of($$"""[{"Id":"sha256:{{DeploymentFileReader.Digest}}","RepoDigests":["registry.example/shop@sha256:{{DeploymentFileReader.Digest}}"],"Config":{"Labels":{"{{label}}":"{{DeploymentFileReader.Sha}}"} } }]""").Records);

        Assert.Equal((DeploymentStatus.Built, DeploymentFileReader.Sha, "sha256:" + DeploymentFileReader.Digest), (record.Status, record.Commit, record.Artifact));
    }

    [Fact]
    public void Image_of_a_modified_tree_is_unplaced() =>
        Assert.Contains("-dirty", Assert.Single(DeploymentFileReader.Of($$"""{"Labels":{"org.opencontainers.image.revision":"{{DeploymentFileReader.Sha}}-dirty"} }""").Unplaced).Reason, StringComparison.Ordinal);

    [Fact]
    public void Nuspec_says_which_commit_a_package_was_built_from()
    {
        string nuspec = $"""<?xml version="1.0"?><package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>Acme.Lib</id><version>1.2.3</version><repository type="git" url="https://example.com/lib" commit="{DeploymentFileReader.Sha}" /></metadata></package>""";

        DeploymentRecord record = Assert.Single(DeploymentFileReader.Of("\uFEFF" + nuspec).Records);

        Assert.Equal((DeploymentFileReader.Sha, "1.2.3", "pkg:nuget/acme.lib@1.2.3"), (record.Commit, record.Version, record.Artifact));
    }

    [Theory]
    [InlineData("<package><metadata><id>A</id><version>1</version></metadata></package>", true)]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><package><metadata><id>&a;</id></metadata></package>", false)]
    [InlineData("<package>", false)]
    public void Nuspec_that_names_no_commit_is_unplaced_and_a_hostile_one_is_a_problem(string xml, bool isUnplaced)
    {
        DeploymentReading reading = DeploymentFileReader.Of(xml);

        Assert.Equal((isUnplaced ? 1 : 0, isUnplaced ? 0 : 1), (reading.Unplaced.Count, reading.Problems.Count));
    }

    [Theory]
    [InlineData("registry.example/shop:1@sha256:" + DeploymentFileReader.Digest, "sha256:" + DeploymentFileReader.Digest)]
    [InlineData("pkg:nuget/Acme.Lib@1.2?x=y", "pkg:nuget/acme.lib@1.2")]
    [InlineData("pkg:npm/%40acme/lib@1", "pkg:npm/@acme/lib@1")]
    [InlineData("shop-1.2", "shop-1.2")]
    public void Artifact_has_one_name(string name, string expected) => Assert.Equal(expected, ArtifactKey.Of(name));

    [Theory]
    [InlineData("production", DeploymentTier.Production)]
    [InlineData("EU Live", DeploymentTier.Production)]
    [InlineData("pre-prod", DeploymentTier.Staging)]
    [InlineData("qa-2", DeploymentTier.Testing)]
    [InlineData("review/feature-production", DeploymentTier.Development)]
    [InlineData("circle", DeploymentTier.Other)]
    [InlineData("nuget.org", DeploymentTier.Other)]
    internal void Tier_is_told_by_the_words_of_a_name(string environment, DeploymentTier expected) => Assert.Equal(expected, EnvironmentTiers.Of(environment));

    private const string Packaged = $$"""{"context":{"version":"0.4.1","id":"e1","source":"ci","type":"dev.cdevents.artifact.packaged.0.2.0","timestamp":"2026-05-01T10:00:00Z"},"subject":{"id":"{{Purl}}","type":"artifact","content":{"change":{"id":"{{DeploymentFileReader.Sha}}","source":"git"} } } }""";

    private static string Service(string version, string type) => $$"""
        {"context":{ {{version}},"id":"e2","source":"cd","type":"dev.cdevents.{{type}}","timestamp":"2026-05-01T12:00:00Z"},
         "subject":{"id":"service/shop","content":{"environment":{"id":"production"},"artifactId":"{{Purl}}"} },"customData":{} }
        """;

    private static string Slsa(string commit) => $$"""
        {"_type":"https://in-toto.io/Statement/v1","predicateType":"https://slsa.dev/provenance/v1","subject":[{"name":"shop","digest":{"sha256":"{{DeploymentFileReader.Digest}}"} }],
         "predicate":{"buildDefinition":{"resolvedDependencies":[{"uri":"git+https://example.com/shop@refs/heads/main","digest":{"gitCommit":"{{commit}}"} }]},
           "runDetails":{"metadata":{"invocationId":"run-1","finishedOn":"2026-05-01T10:00:00Z"} } } }
        """;
}
