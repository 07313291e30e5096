using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model.Release;

public class SmallGroupTests
{
    [Fact]
    public void Agents_of_five_builders_each_are_told_apart_in_order_of_the_alphabet()
    {
        ReleaseCost yield = Yield([.. Used("codex", 1, 2, 3, 4, 5), .. Used("amp", 4, 5, 6, 7, 8)]);

        Assert.Equal(["amp", "codex"], yield.Groups.Select(g => g.Name?.Agent));
        Assert.False(yield.HidesGroups);
    }

    [Fact]
    public void Agents_of_four_builders_are_not_told_apart_and_the_total_stays()
    {
        ReleaseCost yield = Yield([.. Used("codex", 1, 2, 3, 4), .. Used("amp", 1, 2, 3, 4)]);

        Assert.Empty(yield.Groups);
        Assert.True(yield.HidesGroups);
        Assert.Equal(80, yield.Spent.Usage.Total);
    }

    [Fact]
    public void Small_agents_that_are_large_together_are_one_row()
    {
        ReleaseCost yield = Yield([.. Used("codex", 1, 2, 3, 4, 5), .. Used("amp", 1, 2, 3), .. Used("goose", 4, 5, 6)]);

        Assert.Equal([("codex", 50L), (null, 60L)], yield.Groups.Select(g => (g.Name?.Agent, g.Spent.Usage.Total)));
    }

    [Fact]
    public void Small_agent_cannot_be_found_by_taking_the_others_from_the_total()
    {
        ReleaseCost yield = Yield([.. Used("codex", 1, 2, 3, 4, 5), .. Used("copilot", 1, 2, 3, 4, 5, 6), .. Used("amp", 9)]);

        Assert.Equal(["copilot", null], yield.Groups.Select(g => g.Name?.Agent));
    }

    [Fact]
    public void Agent_that_one_builder_used_for_most_is_not_told_apart()
    {
        (string, int, long)[] uneven = [.. Used("codex", 1, 2, 3, 4), ("codex", 5, 1000)];

        Assert.Empty(Yield(uneven).Groups);
    }

    [Fact]
    public void Machines_are_no_builders() =>
        Assert.Empty(ReleaseCost.Of([.. Enumerable.Range(0, 9).Select(n => new RangeCommit($"c{n}", true, null))], TokenLedger.Of(Enumerable.Range(0, 9).Select(n => DeltaBuilder.Noted($"c{n}", 1, 1, DeltaBuilder.Allocation($"s{n}", 1)))), [])!.Groups);

    [Fact]
    public void No_form_prints_a_number_of_builders()
    {
        var names = typeof(ReleaseCost).GetProperties().Concat(typeof(CostGroup).GetProperties()).Concat(typeof(ReleaseDelta).GetProperties()).Select(p => p.Name);

        Assert.DoesNotContain(names, n => n.Contains("Builder", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Agent, int Builder, long Tokens)> Used(string agent, params int[] builders) => builders.Select(b => (agent, b, 10L));

    private static ReleaseCost Yield(IReadOnlyList<(string Agent, int Builder, long Tokens)> uses) => ReleaseCost.Of(
        [.. uses.Select((u, i) => new RangeCommit($"c{i}", true, u.Builder))],
        TokenLedger.Of(uses.Select((u, i) => DeltaBuilder.Noted($"c{i}", 1, 1, DeltaBuilder.Allocation($"s{i}", u.Tokens, agent: u.Agent)))),
        [])!;
}
