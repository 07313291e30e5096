using AiAttribution.Core.Deployments;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Repository;

public class CollectionNoteTests
{
    [Fact]
    public void Folder_without_a_repository_is_one_note()
    {
        using var folder = new TemporaryFolder();
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = folder.Path });

        Assert.Equal([BuildProblemKinds.NotARepository], collection.Notes.Select(n => n.Diagnostic));
        Assert.Null(collection.Project(new ProjectInput("Lib", folder.Path, []), null).Report.Commit);
    }

    [Fact]
    public void Repository_without_a_commit_is_one_note()
    {
        using var repository = new TestRepository();
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root });

        Assert.Equal([BuildProblemKinds.NoCommits], collection.Notes.Select(n => n.Diagnostic));
    }

    [Fact]
    public void Coverage_file_that_is_not_xml_is_a_note_with_its_place_and_the_rest_goes_on()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        repository.Write("TestResults/a.cobertura.xml", "not xml");
        AgentRepository.WriteCoverage(repository, "src/Lib/A.cs", hits: 1);

        CollectedProject project = AgentRepository.Collect(repository);

        BuildProblem note = Assert.Single(project.Notes);
        Assert.Equal((BuildProblemKinds.UnreadableTrail, "TestResults/a.cobertura.xml", 1), (note.Diagnostic, note.File, note.Line));
        Assert.Equal(TestTrail.Tested, project.Report.Members[0].Verdict.Test);
    }

    [Fact]
    public void Named_coverage_file_that_does_not_exist_is_a_note()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        var options = new CollectOptions { StartDirectory = repository.Root, Coverage = [Path.Combine(repository.Root, "gone.xml")], UseCache = false };
        using CollectedRepository collection = Collector.Collect(options);

        Assert.Equal("coverage report left out: it does not exist", Assert.Single(collection.Notes).Message);
    }

    [Fact]
    public void History_that_this_clone_alone_reads_otherwise_is_a_note()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        repository.Write("readme.txt", "x\n").Commit("End");
        repository.Git("replace", "HEAD~1", repository.Git("commit-tree", "HEAD~1^{tree}", "-m", "No agent").Trim());
        repository.Write(".git/info/grafts", $"{repository.Head}\n");

        BuildProblem note = AgentRepository.Collect(repository).Notes.Single(n => n.Diagnostic == BuildProblemKinds.Replaced);

        Assert.StartsWith("In this clone 1 object is read in place of others (refs/replace), and 1 commit has other parents (info/grafts), as in git blame;", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shallow_clone_is_a_note_and_deployments_are_unknown()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        repository.Git("tag", "v1.0");
        repository.Write("src/Lib/B.cs", AgentRepository.Source).Commit(AgentRepository.ByAgent);
        repository.Write("readme.txt", "x\n").Commit("End");
        using var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "clone", "-q", "--depth", "2", "file://" + repository.Root, "clone");
        var clone = new TestRepository(Path.Combine(folder.Path, "clone"));

        CollectedProject project = AgentRepository.Collect(clone);

        Assert.Contains(BuildProblemKinds.Shallow, project.Notes.Select(n => n.Diagnostic));
        Assert.All(project.Report.Members, m => Assert.Equal(DeploymentTrail.Unknown, m.Verdict.Deployment));
        Assert.True(project.Report.Lines.HistoryMissing > 0);
    }
}
