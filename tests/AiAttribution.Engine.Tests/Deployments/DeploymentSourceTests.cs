using AiAttribution.Core.Deployments;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Tests.Fixtures;

namespace AiAttribution.Engine.Tests.Deployments;

public sealed class DeploymentSourceTests : DeployedRepository
{
    [Fact]
    public void Note_on_the_deployed_commit_is_a_deployment()
    {
        string ai = CommitAi();
        Repository.Git("notes", "--ref=refs/notes/aiattribution/deployments", "add", "-m", """{"v":1,"source":"manual","sourceId":"1","env":"production","status":"success","finishedAt":"2026-01-02T00:00:00Z"}""", ai);

        Assert.Equal(DeploymentTrail.Deployed, Trail().Trail);
    }

    [Fact]
    public void Note_above_the_bound_is_told()
    {
        string ai = CommitAi();
        Repository.Write("note", new byte[(1 << 20) + 1]);
        Repository.Git("notes", "--ref=refs/notes/ai-attribution-deployments", "add", "-F", "note", ai);

        using CollectedRepository collection = Collect();

        Assert.Contains(collection.Notes, n => n.Diagnostic.Code == "AIA9010" && n.Message.Contains("larger than 1 MiB and was not read", StringComparison.Ordinal));
    }

    [Fact]
    public void Release_branch_that_the_policy_names_is_released_from()
    {
        CommitAi();
        Repository.Git("branch", "release/1");
        Repository.Write("ai-attribution.json", """{"deployment":{"branches":["release/*"],"environments":["release branch"]}}""");

        Assert.Equal("shipped in release/1, live", Trail().Words);
    }

    [Fact]
    public void Environment_that_the_policy_names_counts_as_live()
    {
        string ai = CommitAi();
        Deploy("kiosk", (2, ai));
        Assert.Equal(DeploymentTrail.Unknown, Trail().Trail);

        Repository.Write("ai-attribution.json", """{"deployment":{"environments":["kiosk"]}}""");
        Assert.Equal(DeploymentTrail.Deployed, Trail().Trail);
    }

    [Fact]
    public void Policy_reads_no_file_outside_of_theRepository()
    {
        CommitAi();
        string outside = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "outside-" + Path.GetFileName(Repository.Root));
        File.WriteAllText(outside, "{}");
        Repository.Write("ai-attribution.json", "{\"deployment\":{\"files\":[\"../" + Path.GetFileName(outside) + "\"]}}");
        try
        {
            using CollectedRepository collection = Collect();
            Assert.Empty(collection.Notes);
        }
        finally
        {
            File.Delete(outside);
        }
    }

    [Fact]
    public void Broken_line_of_the_file_is_told_with_its_place()
    {
        CommitAi();
        Repository.Write("deployments.jsonl", "{\"v\":1,\"source\":\"manual\"}\n{]\n");

        using CollectedRepository collection = Collect();

        Assert.Contains(collection.Notes, n => (n.Diagnostic.Code, n.File, n.Line, n.Column) == ("AIA9010", "deployments.jsonl", 2, 2));
    }
}
