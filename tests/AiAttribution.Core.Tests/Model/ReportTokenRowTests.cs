using AiAttribution.Core.Model;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model;

public class ReportTokenRowTests
{
    [Fact]
    public void Two_agents_of_one_builder_are_no_rows()
    {
        (IReadOnlyList<ReportTokenRow> rows, bool hidesSome) = Rows(("claude-code", 1, 100), ("gemini-cli", 1, 50));

        Assert.Empty(rows);
        Assert.True(hidesSome);
    }

    [Fact]
    public void Agents_that_may_be_told_come_by_tokens_and_the_others_last()
    {
        (IReadOnlyList<ReportTokenRow> rows, _) = Rows(
            [.. Each("amp", 10), .. Each("codex", 20), ("goose", 1, 500), ("goose", 2, 500), ("cline", 3, 500), ("cline", 4, 500), ("cline", 5, 500)]);

        Assert.Equal([("codex", 100L), ("amp", 50L), (null, 2500L)], rows.Select(r => (r.Name?.Agent, r.Spending.Usage.Total)));
    }

    private static IEnumerable<(string Agent, int Builder, long Tokens)> Each(string agent, long tokens) => Enumerable.Range(1, 5).Select(b => (agent, b, tokens));

    private static (IReadOnlyList<ReportTokenRow> Rows, bool HidesSome) Rows(params (string Agent, int Builder, long Tokens)[] uses) => ReportTokenRow.Of(
        TokenLedger.Of(uses.Select((u, i) => DeltaBuilder.Noted($"c{i}", 1, 1, DeltaBuilder.Allocation($"s{i}", u.Tokens, agent: u.Agent)))),
        commit => uses[int.Parse(commit[1..], System.Globalization.CultureInfo.InvariantCulture)].Builder);
}
