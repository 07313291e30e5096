using AiAttribution.Core.Deployments;
using AiAttribution.Engine.Tests.Fixtures;

namespace AiAttribution.Engine.Tests.Deployments;

public sealed class DeploymentHistoryTests : DeployedRepository
{
    [Fact]
    public void Commit_in_the_deployed_history_is_live()
    {
        string ai = CommitAi();
        Deploy((1, Start), (2, ai));

        Assert.Equal("shipped in " + ai[..10] + " on production, live", Trail().Words);
    }

    [Fact]
    public void Tag_at_the_deployed_commit_names_the_deployment()
    {
        string ai = CommitAi();
        Repository.Git("tag", "v2.3");
        Deploy((2, ai));

        Assert.Equal("shipped in v2.3 on production, live", Trail().Words);
    }

    [Fact]
    public void Rolled_back_commit_is_not_live()
    {
        Deploy((1, Start), (2, CommitAi()), (3, Start));

        Assert.Equal(DeploymentTrail.RolledBack, Trail().Trail);
    }

    [Fact]
    public void Tag_does_not_make_live_what_production_does_not_run()
    {
        CommitAi();
        Repository.Git("tag", "v2.3");
        Deploy((1, Start));

        Assert.Equal(DeploymentTrail.Pending, Trail().Trail);
    }

    [Fact]
    public void Deployment_of_a_commit_that_is_not_here_makes_live_unknown()
    {
        CommitAi();
        Deploy((1, Start), (2, new string('e', 40)));

        Assert.Equal(DeploymentTrail.Unknown, Trail().Trail);
    }
}
