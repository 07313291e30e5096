using AiAttribution.Core.Model;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Model;

public class AgentCountsTests
{
    [Fact]
    public void Agents_of_five_builders_each_are_told_apart()
    {
        AgentCounts counts = Used(("codex", 3, 5), ("amp", 7, 5));

        Assert.Equal([new NamedCount("amp", 35), new("codex", 15)], counts);
        Assert.False(counts.HidesSome);
        Assert.Null(counts.Hidden);
    }

    [Fact]
    public void Agents_of_one_builder_are_not_told_apart()
    {
        AgentCounts counts = Used(("claude-code", 12, 1), ("gemini-cli", 7, 1));

        Assert.Empty(counts);
        Assert.Equal("Agents and models are not told apart: fewer than 5 builders stand behind them, or one for most.", counts.Hidden);
    }

    [Fact]
    public void Agent_of_one_builder_cannot_be_found_by_taking_the_others_from_the_total()
    {
        AgentCounts counts = Used(("amp", 1, 1), ("codex", 3, 5), ("copilot", 4, 6));

        Assert.Equal([new NamedCount("copilot", 24), new("others", 16)], counts);
        Assert.Equal("Agents and models behind which fewer than 5 builders stand, or one for most, are put together.", counts.Hidden);
    }

    [Fact]
    public void Others_come_last_however_many_they_are()
    {
        AgentCounts counts = Used(("amp", 90, 4), ("codex", 80, 4), ("copilot", 4, 5), ("goose", 5, 5));
        for (int builder = 5; builder < 9; builder++)
            counts.Add("amp2", 90, builder);

        Assert.Equal(["goose", "copilot", "others"], counts.LargestFirst.Select(c => c.Name));
    }

    [Fact]
    public void Machine_is_no_builder()
    {
        var counts = new AgentCounts();
        for (int commit = 0; commit < 9; commit++)
            counts.Add("copilot", 10, null);

        Assert.Empty(counts);
    }

    private static AgentCounts Used(params (string Agent, int Each, int Builders)[] agents)
    {
        var counts = new AgentCounts();
        foreach ((string agent, int each, int builders) in agents)
        {
            for (int builder = 1; builder <= builders; builder++)
                counts.Add(agent, each, builder);
        }

        return counts;
    }
}
