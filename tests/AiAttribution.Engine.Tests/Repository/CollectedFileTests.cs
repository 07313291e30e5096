using AiAttribution.Core.Model;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Repository;

public class CollectedFileTests
{
    [Fact]
    public void Lines_changed_since_the_commit_are_unknown()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        repository.Write("src/Lib/A.cs", "zero\n" + AgentRepository.Source);

        LineTally lines = AgentRepository.Collect(repository).Report.Lines;

        Assert.Equal((7, 6, 0, 1, 0), (lines.Total, lines.Ai, lines.Other, lines.NotCommitted, lines.HistoryMissing));
    }

    [Fact]
    public void Paths_of_the_snapshot_start_from_the_project()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Shared/A.cs");
        ProjectInput input = AgentRepository.Input(repository) with { Directory = Path.Combine(repository.Root, "src", "Lib") };

        Assert.Equal("../Shared/A.cs", Assert.Single(AgentRepository.Collect(repository, input).Snapshot.Files).Path);
    }

    [Fact]
    public void File_outside_the_repository_is_left_out()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        using var elsewhere = new TemporaryFolder();
        string file = Path.Combine(elsewhere.Path, "B.cs");
        File.WriteAllText(file, AgentRepository.Source);

        CollectedProject project = AgentRepository.Collect(repository, AgentRepository.Input(repository) with { Files = [file] });

        Assert.Equal(0, project.Report.Lines.Total);
    }

    [Fact]
    public void Link_that_leads_out_of_the_repository_is_left_out()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(Path.Combine(elsewhere.Path, "B.cs"), AgentRepository.Source);
        File.CreateSymbolicLink(Path.Combine(repository.Root, "src/Lib/B.cs"), Path.Combine(elsewhere.Path, "B.cs"));

        Assert.Equal(6, AgentRepository.Collect(repository).Report.Lines.Total);
    }

    [Fact]
    public void File_that_is_gone_is_left_out()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        ProjectInput input = AgentRepository.Input(repository);
        File.Delete(Path.Combine(repository.Root, "src/Lib/A.cs"));

        Assert.Equal(0, AgentRepository.Collect(repository, input).Report.Lines.Total);
    }
}
