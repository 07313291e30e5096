using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Repository;

public class AgentGroupTests
{
    [Fact]
    public void Agent_that_one_person_used_is_counted_and_not_told_apart()
    {
        using TestRepository repository = AgentRepository.AgentWrote("A.cs");

        ReportModel report = AgentRepository.Collect(repository).Report;

        Assert.Equal((6, true), (report.Lines.Ai, report.Lines.Agents.HidesSome));
        Assert.Empty(report.Lines.Agents);
        Assert.Empty(report.Evidence!.Agents);
    }

    [Fact]
    public void Agent_that_five_people_used_is_told_apart()
    {
        using TestRepository repository = new();
        for (int n = 1; n <= 5; n++)
            repository.Write($"F{n}.cs", AgentRepository.Source).Commit(AgentRepository.ByAgent, $"Dev{n} <dev{n}@example.com>");

        ReportModel report = AgentRepository.Collect(repository).Report;

        Assert.Equal(new NamedCount("claude-code", 30), Assert.Single(report.Lines.Agents));
        Assert.Equal(new NamedCount("claude-code", 5), Assert.Single(report.Evidence!.Agents));
    }
}
