using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Repository;

public class CollectedMemberTests
{
    [Fact]
    public void Member_written_by_an_agent_cannot_be_judged_without_trails()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");

        CollectedProject project = AgentRepository.Collect(repository);

        MemberRecord member = Assert.Single(project.Report.Members);
        Assert.Equal(("All", "src/Lib/A.cs", 6), (member.Name, member.Path, member.Verdict.Tally.Ai));
        Assert.Equal(Verdict.NotMeasured, member.Verdict.Verdict);
        Assert.Equal([BuildProblemKinds.NothingToJudgeBy], project.Notes.Select(n => n.Diagnostic));
    }

    [Fact]
    public void Member_that_no_test_runs_and_no_tag_contains_is_found()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        AgentRepository.WriteCoverage(repository, "src/Lib/A.cs", hits: 0);

        MemberRecord member = Assert.Single(AgentRepository.Collect(repository).Report.Members);

        Assert.Equal((TestTrail.None, DeploymentTrail.Unknown), (member.Verdict.Test, member.Verdict.Deployment));
        Assert.Equal(Verdict.NeitherTestedNorDeployed, member.Verdict.Verdict);
    }

    [Fact]
    public void Member_that_a_test_runs_is_tested()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        AgentRepository.WriteCoverage(repository, "src/Lib/A.cs", hits: 1);

        CollectedProject project = AgentRepository.Collect(repository);

        Assert.Equal((TestTrail.Tested, Verdict.None), (project.Report.Members[0].Verdict.Test, project.Report.Members[0].Verdict.Verdict));
        Assert.Equal(1, project.Report.Tests.MeasuredFiles);
    }

    [Fact]
    public void Coverage_older_than_the_text_is_stale()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        string report = AgentRepository.WriteCoverage(repository, "src/Lib/A.cs", hits: 1);
        File.SetLastWriteTimeUtc(report, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(TestTrail.Stale, Assert.Single(AgentRepository.Collect(repository).Report.Members).Verdict.Test);
    }

    [Fact]
    public void Member_in_a_tag_is_deployed_with_that_tag()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        repository.Git("tag", "v1.0");
        repository.Git("tag", "nightly");

        CollectedProject project = AgentRepository.Collect(repository);

        MemberRecord member = Assert.Single(project.Report.Members);
        Assert.Equal((Verdict.None, "v1.0"), (member.Verdict.Verdict, member.Verdict.Sources[0].FirstDeployment));
        Assert.Equal((1, "v1.0"), (project.Report.Deployments.Count, project.Report.Deployments.Newest));
        Assert.Empty(project.Notes);
    }

    [Fact]
    public void Member_after_the_last_tag_is_pending_within_the_grace()
    {
        using var repository = new TestRepository();
        repository.Write("readme.txt", "x\n").Commit("Begin");
        repository.Git("tag", "v1.0");
        repository.Write("src/Lib/A.cs", AgentRepository.Source).Commit(AgentRepository.ByAgent);

        Assert.Equal(DeploymentTrail.Pending, Assert.Single(AgentRepository.Collect(repository).Report.Members).Verdict.Deployment);
    }

    [Fact]
    public void Ai_lines_of_the_baseline_are_counted_and_never_judged()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        repository.Git("tag", "v1.0");
        repository.Write("ai-attribution.json", "{ \"attribution\": { \"since\": \"v1.0\" } }");

        CollectedProject project = AgentRepository.Collect(repository);

        Assert.Equal((6, 6), (project.Report.Lines.Ai, project.Report.Lines.Baseline));
        Assert.Empty(project.Report.Members);
    }

    [Fact]
    public void Test_code_is_counted_and_never_judged()
    {
        using TestRepository repository = AgentRepository.AgentWrote("tests/A.cs");
        ProjectInput input = AgentRepository.Input(repository) with { IsTest = path => path.StartsWith("tests/", StringComparison.Ordinal) };

        CollectedProject project = AgentRepository.Collect(repository, input);

        Assert.Equal(6, project.Report.Lines.Ai);
        Assert.Empty(project.Report.Members);
        Assert.Equal(["tests/A.cs"], project.Snapshot.Files.Select(f => f.Path)); // for the analyzer of tests
    }

    [Fact]
    public void Without_a_member_finder_lines_are_still_told()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });

        CollectedProject project = collection.Project(AgentRepository.Input(repository), members: null);

        Assert.Equal(6, project.Report.Lines.Ai);
        Assert.Single(project.Snapshot.Files);
        Assert.Empty(project.Report.Members);
    }
}
