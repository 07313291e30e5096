using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Repository;

public class BaselineOfAdoptionTests
{
    private const string Reference = """<Project><ItemGroup><PackageReference Include="AiAttribution" Version="1.0.0" /></ItemGroup></Project>""";

    [Fact]
    public void Work_up_to_the_commit_that_brought_the_package_is_the_baseline()
    {
        using TestRepository repository = AgentRepository.AgentWrote("Old.cs");
        string adoption = repository.Write("App.csproj", Reference).Commit("Adopt");
        repository.Write("New.cs", AgentRepository.Source).Commit(AgentRepository.ByAgent);

        using CollectedRepository collection = Collect(repository);

        Assert.Equal((adoption, true), (collection.Policy.Since, collection.Policy.IsSinceAdoption));
        Assert.Equal(["New.cs"], AgentRepository.Collect(repository).Report.Members.Select(m => m.Path));
        Assert.Equal(1, AgentRepository.Collect(repository).Report.BaselineMembers);
    }

    [Fact]
    public void Tool_alone_judges_everything()
    {
        using TestRepository repository = AgentRepository.AgentWrote("Old.cs");

        using CollectedRepository collection = Collect(repository);

        Assert.Null(collection.Policy.Since);
    }

    [Theory]
    [InlineData("all", null)]
    [InlineData("v1", "v1")]
    public void Baseline_that_is_written_wins(string since, string? holds)
    {
        using TestRepository repository = AgentRepository.AgentWrote("Old.cs");
        repository.Write("App.csproj", Reference).Write("ai-attribution.json", $$"""{ "attribution": { "since": "{{since}}" } }""").Commit("Adopt");
        repository.Git("tag", "v1");

        using CollectedRepository collection = Collect(repository);

        Assert.Equal((holds, false), (collection.Policy.Since, collection.Policy.IsSinceAdoption));
    }

    [Fact]
    public void Change_gives_itself_no_baseline()
    {
        using TestRepository repository = AgentRepository.AgentWrote("Old.cs");
        repository.Git("branch", "base");
        repository.Write("App.csproj", Reference).Commit("Adopt");

        using CollectedRepository collection = Collect(repository, "base..HEAD");

        Assert.Null(collection.Policy.Since);
    }

    [Fact]
    public void Shallow_clone_without_that_commit_judges_what_it_knows_and_says_so()
    {
        using TestRepository repository = AgentRepository.AgentWrote("Old.cs");
        repository.Write("App.csproj", Reference).Commit("Adopt");
        repository.Write("New.cs", AgentRepository.Source).Commit(AgentRepository.ByAgent);
        string clone = Path.Combine(repository.Root, ".git", "clone");
        repository.Git("clone", "-q", "--depth", "1", "file://" + repository.Root, clone);

        using CollectedRepository collection = Collect(new TestRepository(clone));

        Assert.Null(collection.Policy.Since);
        Assert.Contains("everything known is judged", Assert.Single(collection.Notes).Text, StringComparison.Ordinal);
    }

    private static CollectedRepository Collect(TestRepository repository, string? range = null) =>
        Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false, Range = range });
}
