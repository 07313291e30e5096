using AiAttribution.Core.Model;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Repository;

public class CollectionPolicyTests
{
    [Fact]
    public void Policy_that_is_a_link_attributes_nothing()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        File.CreateSymbolicLink(Path.Combine(repository.Root, "ai-attribution.json"), "/dev/null");

        Assert.Equal("the policy file is a link, a folder or larger than 1 MB", Assert.Single(AgentRepository.Collect(repository).Notes).Message);
    }

    [Fact]
    public void Policy_with_a_typo_attributes_nothing_and_says_where()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        repository.Write("ai-attribution.json", "{\n  \"haevy\": {}\n}");

        CollectedProject project = AgentRepository.Collect(repository);

        BuildProblem note = Assert.Single(project.Notes);
        Assert.Equal((BuildProblemKinds.PolicyFile, "ai-attribution.json", 2, 3), (note.Diagnostic, note.File, note.Line, note.Column));
        Assert.Contains("Did you mean 'heavy'?", note.Message, StringComparison.Ordinal);
        Assert.Null(project.Report.Commit);
        Assert.Empty(project.Snapshot.Files);
    }

    [Fact]
    public void Policy_path_that_does_not_exist_attributes_nothing()
    {
        using TestRepository repository = AgentRepository.AgentWrote("src/Lib/A.cs");
        var options = new CollectOptions { StartDirectory = repository.Root, PolicyPath = Path.Combine(repository.Root, "eng/policy.json"), UseCache = false };
        using CollectedRepository collection = Collector.Collect(options);

        BuildProblem note = Assert.Single(collection.Notes);
        Assert.Equal((BuildProblemKinds.PolicyFile, "eng/policy.json"), (note.Diagnostic, note.File));
        Assert.Null(collection.History);
    }
}
