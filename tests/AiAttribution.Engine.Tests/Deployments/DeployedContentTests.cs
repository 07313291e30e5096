using AiAttribution.Core.Deployments;
using AiAttribution.Engine.Tests.Fixtures;

namespace AiAttribution.Engine.Tests.Deployments;

public sealed class DeployedContentTests : DeployedRepository
{
    [Fact]
    public void Cherry_picked_commit_is_live_by_its_content()
    {
        string ai = CommitAi();
        Repository.Git("checkout", "-q", "-b", "release", Start);
        Repository.Write("Fix.cs", "class D;\n").Commit("Fix");
        Repository.Git("cherry-pick", ai);
        Deploy((2, Repository.Head));
        Repository.Git("checkout", "-q", "main");

        Deployment deployment = Trail();

        Assert.Equal((DeploymentTrail.Deployed, true), (deployment.Trail, deployment.ByContent));
    }

    [Fact]
    public void Branch_whose_work_was_squashed_and_deployed_is_live_by_its_content()
    {
        Repository.Git("checkout", "-q", "-b", "feature");
        CommitAi();
        Repository.Git("checkout", "-q", "main");
        Repository.Git("merge", "-q", "--squash", "feature");
        string squashed = Repository.CommitStaged("All of it");
        Repository.Git("checkout", "-q", "feature");
        Deploy((2, squashed));

        Assert.True(Trail().ByContent);
    }

    [Fact]
    public void Deployed_branch_that_holds_a_part_of_the_lines_is_unknown()
    {
        CommitAi();
        Repository.Git("checkout", "-q", "-b", "release", Start);
        string part = Repository.Write("C.cs", WithAdded.Replace("        Go(6);\n", "", StringComparison.Ordinal)).Commit("Some of it");
        Deploy((2, part));
        Repository.Git("checkout", "-q", "main");

        Assert.Equal(DeploymentTrail.Unknown, Trail().Trail);
    }

    [Fact]
    public void Deployed_branch_with_other_changes_to_the_file_does_not_hold_the_lines()
    {
        CommitAi();
        Repository.Git("checkout", "-q", "-b", "release", Start);
        string other = Repository.Write("C.cs", Base.Replace("Go(9)", "Go(10)", StringComparison.Ordinal)).Commit("Hotfix");
        Deploy((2, other));
        Repository.Git("checkout", "-q", "main");

        Assert.Equal(DeploymentTrail.Pending, Trail().Trail);
    }

    [Fact]
    public void Commit_that_the_deployed_branch_reverted_is_not_live()
    {
        string ai = CommitAi();
        Repository.Git("checkout", "-q", "-b", "release");
        Deploy((1, ai), (2, Repository.Write("C.cs", Base).Commit("Any message")));
        Repository.Git("checkout", "-q", "main");
        Repository.Write("Other.cs", "class D;\n").Commit("More");

        Assert.Equal(DeploymentTrail.RolledBack, Trail().Trail);
    }

    [Fact]
    public void Revert_of_a_revert_ships_again_with_the_next_deployment()
    {
        CommitAi();
        Repository.Write("C.cs", Base).Commit("Take it out");
        string again = CommitAi();
        Deploy((1, Start), (5, again));

        Assert.Equal((DeploymentTrail.Deployed, new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero)), (Trail().Trail, Trail().Shipped));
    }
}
