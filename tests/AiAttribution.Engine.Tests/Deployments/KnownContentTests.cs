using AiAttribution.Core.Deployments;
using AiAttribution.Core.Lines;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Tests.Fixtures;

namespace AiAttribution.Engine.Tests.Deployments;

/// <summary>What deployed files hold is kept from one run to the next.</summary>
public sealed class KnownContentTests : DeployedRepository
{
    [Fact]
    public void Answer_that_is_kept_is_the_one_that_was_found()
    {
        DeployByContent();

        Deployment first = Again();
        byte[] kept = File.ReadAllBytes(Kept());
        Deployment second = Again();

        Assert.Equal((DeploymentTrail.Deployed, true), (first.Trail, first.ByContent));
        Assert.Equal(first, second);
        Assert.Equal(kept, File.ReadAllBytes(Kept()));
    }

    [Fact]
    public void Damaged_answers_are_found_again()
    {
        DeployByContent();
        Deployment first = Again();
        byte[] kept = File.ReadAllBytes(Kept());
        for (int length = 0; length < kept.Length; length += 7)
        {
            File.WriteAllBytes(Kept(), kept[..length]);

            Assert.Equal(first, Again());
            Assert.Equal(kept, File.ReadAllBytes(Kept()));
        }
    }

    [Fact]
    public void Another_attribution_has_answers_of_its_own()
    {
        DeployByContent();
        Again();
        Repository.Write("C.cs", WithAdded.Replace("Go(9)", "Go(10)", StringComparison.Ordinal)).Commit("Later");

        Assert.True(Again().ByContent);
        Assert.Equal(2, Files().Length);
    }

    private void DeployByContent()
    {
        string ai = CommitAi();
        Repository.Git("checkout", "-q", "-b", "release", Start);
        Repository.Write("Fix.cs", "class D;\n").Commit("Fix");
        Repository.Git("cherry-pick", ai);
        Deploy((2, Repository.Head));
        Repository.Git("checkout", "-q", "main");
    }

    private Deployment Again()
    {
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = Repository.Root });
        return collection.History!.DeploymentOf(Assert.Single<LineSource>(collection.History.Scan.Attribution.Sources, s => s.Evidence.Count > 0));
    }

    private string Kept() => Assert.Single(Files());

    private string[] Files() => Directory.GetFiles(Path.Combine(Repository.Root, ".git", "ai-attribution"), "held-*.cache");
}
