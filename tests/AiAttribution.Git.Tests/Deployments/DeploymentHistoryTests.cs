using AiAttribution.Core.Trails;
using AiAttribution.Core.Trails.Deployments;
using AiAttribution.Git.Collection;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Deployments;

/// <summary>Deployment trails of AI lines in real repositories. The AI commit adds <c>Added</c> to a file.</summary>
public sealed class DeploymentHistoryTests : IDisposable
{
    private const string Base = "class C\n{\n    void First()\n    {\n        Go(1);\n    }\n\n    void Last()\n    {\n        Go(9);\n    }\n}\n";
    private const string Added = "\n    void Added()\n    {\n        Go(5);\n        Go(6);\n        Go(7);\n    }\n";
    private static readonly string WithAdded = Base.Replace("\n    void Last", Added + "\n    void Last", StringComparison.Ordinal);

    private readonly TestRepository _repository = new();
    private readonly string _base;

    public DeploymentHistoryTests() => _base = _repository.Write("C.cs", Base).Commit("Begin");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Commit_in_the_deployed_history_is_live()
    {
        string ai = CommitAi();
        Deploy((1, _base), (2, ai));

        Assert.Equal("shipped in " + ai[..10] + " on production, live", Trail().Words);
    }

    [Fact]
    public void Tag_at_the_deployed_commit_names_the_deployment()
    {
        string ai = CommitAi();
        _repository.Git("tag", "v2.3");
        Deploy((2, ai));

        Assert.Equal("shipped in v2.3 on production, live", Trail().Words);
    }

    [Fact]
    public void Rolled_back_commit_is_not_live()
    {
        Deploy((1, _base), (2, CommitAi()), (3, _base));

        Assert.Equal(DeploymentTrail.RolledBack, Trail().Trail);
    }

    [Fact]
    public void Tag_does_not_make_live_what_production_does_not_run()
    {
        CommitAi();
        _repository.Git("tag", "v2.3");
        Deploy((1, _base));

        Assert.Equal(DeploymentTrail.Pending, Trail().Trail);
    }

    [Fact]
    public void Cherry_picked_commit_is_live_by_its_content()
    {
        string ai = CommitAi();
        _repository.Git("checkout", "-q", "-b", "release", _base);
        _repository.Write("Fix.cs", "class D;\n").Commit("Fix");
        _repository.Git("cherry-pick", ai);
        Deploy((2, _repository.Head));
        _repository.Git("checkout", "-q", "main");

        Deployment deployment = Trail();

        Assert.Equal((DeploymentTrail.Deployed, true), (deployment.Trail, deployment.ByContent));
    }

    [Fact]
    public void Branch_whose_work_was_squashed_and_deployed_is_live_by_its_content()
    {
        _repository.Git("checkout", "-q", "-b", "feature");
        CommitAi();
        _repository.Git("checkout", "-q", "main");
        _repository.Git("merge", "-q", "--squash", "feature");
        string squashed = _repository.CommitStaged("All of it");
        _repository.Git("checkout", "-q", "feature");
        Deploy((2, squashed));

        Assert.True(Trail().ByContent);
    }

    [Fact]
    public void Deployed_branch_that_holds_a_part_of_the_lines_is_unknown()
    {
        CommitAi();
        _repository.Git("checkout", "-q", "-b", "release", _base);
        string part = _repository.Write("C.cs", WithAdded.Replace("        Go(6);\n", "", StringComparison.Ordinal)).Commit("Some of it");
        Deploy((2, part));
        _repository.Git("checkout", "-q", "main");

        Assert.Equal(DeploymentTrail.Unknown, Trail().Trail);
    }

    [Fact]
    public void Deployed_branch_with_other_changes_to_the_file_does_not_hold_the_lines()
    {
        CommitAi();
        _repository.Git("checkout", "-q", "-b", "release", _base);
        string other = _repository.Write("C.cs", Base.Replace("Go(9)", "Go(10)", StringComparison.Ordinal)).Commit("Hotfix");
        Deploy((2, other));
        _repository.Git("checkout", "-q", "main");

        Assert.Equal(DeploymentTrail.Pending, Trail().Trail);
    }

    [Fact]
    public void Commit_that_the_deployed_branch_reverted_is_not_live()
    {
        string ai = CommitAi();
        _repository.Git("checkout", "-q", "-b", "release");
        Deploy((1, ai), (2, _repository.Write("C.cs", Base).Commit("Any message")));
        _repository.Git("checkout", "-q", "main");
        _repository.Write("Other.cs", "class D;\n").Commit("More");

        Assert.Equal(DeploymentTrail.RolledBack, Trail().Trail);
    }

    [Fact]
    public void Revert_of_a_revert_ships_again_with_the_next_deployment()
    {
        CommitAi();
        _repository.Write("C.cs", Base).Commit("Take it out");
        string again = CommitAi();
        Deploy((1, _base), (5, again));

        Assert.Equal((DeploymentTrail.Deployed, new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero)), (Trail().Trail, Trail().Shipped));
    }

    [Fact]
    public void Deployment_of_a_commit_that_is_not_here_makes_live_unknown()
    {
        CommitAi();
        Deploy((1, _base), (2, new string('e', 40)));

        Assert.Equal(DeploymentTrail.Unknown, Trail().Trail);
    }

    [Fact]
    public void Note_on_the_deployed_commit_is_a_deployment()
    {
        string ai = CommitAi();
        _repository.Git("notes", "--ref=refs/notes/ai-attribution-deployments", "add", "-m", """{"v":1,"source":"manual","sourceId":"1","env":"production","status":"success","finishedAt":"2026-01-02T00:00:00Z"}""", ai);

        Assert.Equal(DeploymentTrail.Deployed, Trail().Trail);
    }

    [Fact]
    public void Release_branch_that_the_policy_names_is_released_from()
    {
        CommitAi();
        _repository.Git("branch", "release/1");
        _repository.Write("ai-attribution.json", """{"deployment":{"branches":["release/*"],"environments":["release branch"]}}""");

        Assert.Equal("shipped in release/1, live", Trail().Words);
    }

    [Fact]
    public void Environment_that_the_policy_names_counts_as_live()
    {
        string ai = CommitAi();
        Deploy("kiosk", (2, ai));
        Assert.Equal(DeploymentTrail.Unknown, Trail().Trail);

        _repository.Write("ai-attribution.json", """{"deployment":{"environments":["kiosk"]}}""");
        Assert.Equal(DeploymentTrail.Deployed, Trail().Trail);
    }

    [Fact]
    public void Policy_reads_no_file_outside_of_the_repository()
    {
        CommitAi();
        string outside = Path.Combine(Path.GetDirectoryName(_repository.Root)!, "outside-" + Path.GetFileName(_repository.Root));
        File.WriteAllText(outside, "{}");
        _repository.Write("ai-attribution.json", "{\"deployment\":{\"files\":[\"../" + Path.GetFileName(outside) + "\"]}}");
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
        _repository.Write("deployments.jsonl", "{\"v\":1,\"source\":\"manual\"}\n{]\n");

        using CollectedRepository collection = Collect();

        Assert.Contains(collection.Notes, n => (n.Diagnostic.Code, n.File, n.Line, n.Column) == ("AIA9010", "deployments.jsonl", 2, 2));
    }

    private string CommitAi() => _repository.Write("C.cs", WithAdded).Commit("Add\n\nCo-authored-by: Claude <noreply@anthropic.com>");

    private void Deploy(params (int Day, string Commit)[] deployments) => Deploy("production", deployments);

    private void Deploy(string environment, params (int Day, string Commit)[] deployments) =>
        File.WriteAllText(Path.Combine(_repository.Root, "deployments.jsonl"), DeploymentLine.Write(deployments.Select(d => new DeploymentRecord
        {
            Source = "manual",
            SourceId = $"{d.Day}",
            Environment = environment,
            Tier = EnvironmentTiers.Of(environment),
            Commit = d.Commit,
            FinishedAt = new DateTimeOffset(2026, 1, d.Day, 0, 0, 0, TimeSpan.Zero),
        })));

    private Deployment Trail()
    {
        using CollectedRepository collection = Collect();
        return collection.History!.DeploymentOf(Assert.Single(collection.History.Scan.Attribution.Sources, s => s.Evidence.Count > 0));
    }

    private CollectedRepository Collect() => Collector.Collect(new CollectOptions { StartDirectory = _repository.Root, UseCache = false });
}
