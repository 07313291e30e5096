using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Core.Tests.Sessions.Ledger;

public class TokenLedgerTests
{
    [Fact]
    public void Lines_bear_their_share_only()
    {
        TokenLedger ledger = TokenLedger.Of([Commit("aa", aiLines: 3, addedLines: 10, Make("s", 1000))]);

        Assert.Equal((1000, 300), (ledger.Total.Usage.Total, ledger.OnLines.Usage.Total));
        Assert.Equal(100, ledger.Of("aa")!.ShareOf(1).Usage.Total);
    }

    [Fact]
    public void Commit_without_a_surviving_line_bears_nothing_on_lines()
    {
        TokenLedger ledger = TokenLedger.Of([Commit("aa", 0, 0, Make("s", 1000))]);

        Assert.Equal((1000, 0), (ledger.Total.Usage.Total, ledger.OnLines.Usage.Total));
    }

    [Fact]
    public void Allocation_of_two_commits_counts_at_the_one_with_lines()
    {
        TokenLedger ledger = TokenLedger.Of([Commit("aa", 0, 0, Make("s", 1000)), Commit("bb", 1, 1, Make("s", 1000))]);

        Assert.Equal(1000, ledger.Total.Usage.Total);
        Assert.Equal("bb", Assert.Single(ledger.Commits).Commit);
    }

    [Fact]
    public void Allocation_outside_of_the_history_counts_there_only_when_the_history_lacks_it()
    {
        NotedCommit outside = Commit("aa", 0, 0, Make("s", 1000), Make("t", 10)) with { InHistory = false };

        TokenLedger ledger = TokenLedger.Of([outside, Commit("bb", 1, 1, Make("s", 1000))]);

        Assert.Equal(1000, ledger.Total.Usage.Total);
        Assert.Equal("t", Assert.Single(ledger.Elsewhere).Session);
    }

    [Fact]
    public void Of_allocations_with_the_same_response_the_larger_one_counts()
    {
        Allocation small = Make("s", 10) with { Id = "small", Responses = ["r1"] };
        Allocation large = Make("s", 30) with { Id = "large", Responses = ["r1", "r2"] };

        TokenLedger ledger = TokenLedger.Of([Commit("aa", 1, 1, small), Commit("bb", 1, 1, large)]);

        Assert.Equal((30, 1), (ledger.Total.Usage.Total, ledger.Overlaps));
    }

    [Fact]
    public void Tokens_without_a_price_are_counted_and_cost_nothing_that_is_known()
    {
        TokenLedger ledger = TokenLedger.Of([Commit("aa", 1, 1, Make("s", 10) with { CostComputed = 0.5m }, Make("t", 30))]);

        Assert.Equal((0.5m, 30L), (ledger.Total.Cost, ledger.Total.Unpriced));
        Assert.Null(TokenLedger.Of([Commit("aa", 1, 1, Make("t", 30))]).Total.Cost);
    }

    [Fact]
    public void Shares_of_all_lines_never_sum_to_more_than_the_whole()
    {
        CommitTokens commit = TokenLedger.Of([Commit("aa", 7, 7, Make("s", 1_000_000_000_000))]).Commits.Single();

        long sum = Enumerable.Range(0, 7).Sum(_ => commit.ShareOf(1).Usage.Total);

        Assert.InRange(sum, 1_000_000_000_000 - 7, 1_000_000_000_000);
        Assert.Equal(1_000_000_000_000, commit.ShareOf(100).Usage.Total);
    }

    [Fact]
    public void Of_two_sources_of_a_session_the_more_exact_one_counts()
    {
        Allocation note = Make("s", 100) with { Exactness = Exactness.SessionTotal };
        Allocation telemetry = Make("s", 120) with { Id = "t", Source = RecordSource.Telemetry };

        TokenLedger ledger = TokenLedger.Of([Commit("aa", 1, 1, note), Commit("bb", 1, 1, telemetry)]);

        Assert.Equal(120, ledger.Total.Usage.Total);
        Assert.Equal([new SourceOverlap(RecordSource.Telemetry, RecordSource.Note, 1)], ledger.SourceOverlaps);
    }

    [Fact]
    public void Of_two_sources_that_are_as_exact_our_notes_count_and_sub_agents_with_them()
    {
        Allocation child = Make("child", 5) with { Parent = "s" };
        Allocation entire = Make("s", 100) with { Id = "e", Source = RecordSource.Entire };

        TokenLedger ledger = TokenLedger.Of([Commit("aa", 1, 1, child, entire)], [new UnlinkedSession("claude-code", "s", RecordSource.Telemetry, Exactness.Exact, new TokenUsage(0, 70), RestReason.NoCommit)]);

        Assert.Equal((5, 0), (ledger.Total.Usage.Total, ledger.Unlinked.Count));
    }

    [Fact]
    public void Source_that_does_not_name_the_agent_still_tells_of_the_same_session()
    {
        Allocation entire = Make("s", 100) with { Id = "e", Agent = "unknown", Source = RecordSource.Entire };

        Assert.Equal(10, TokenLedger.Of([Commit("aa", 1, 1, Make("s", 10), entire)]).Total.Usage.Total);
    }

    private static NotedCommit Commit(string id, int aiLines, int addedLines, params Allocation[] allocations) =>
        new(id, DateTimeOffset.UnixEpoch, InHistory: true, aiLines, addedLines, allocations);

    private static Allocation Make(string session, long output) => new()
    {
        Id = session,
        Agent = "claude-code",
        Session = session,
        Models = [new ModelUsage("m", new TokenUsage(0, output))],
    };
}
