using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Core.Tests.Sessions.Ledger;

public class RecordedJoinTests
{
    [Fact]
    public void Session_is_the_commits_that_names_it()
    {
        RecordedJoin join = Join([Commit("aa", 1, new SessionKey("claude", "s1"))], Make("s1"));

        Assert.Equal(100, Assert.Single(join.ByCommit["aa"]).Usage.Total);
        Assert.Empty(join.Unlinked);
    }

    [Fact]
    public void Git_ai_note_that_lost_its_metadata_still_names_the_session() =>
        Assert.Single(Join([Commit("aa", 1, new SessionKey("git-ai", SessionKeys.GitAiKey("claude", "s1")))], Make("s1")).ByCommit);

    [Fact]
    public void Key_of_git_ai_is_its_own_hash() =>
        Assert.Equal("s_59382cac373d67", SessionKeys.GitAiKey("codex", "019f4d61-2b6b-7de2-aa3a-fabc29d38f19"));

    [Fact]
    public void Sub_agent_goes_with_the_commit_that_names_its_parent() =>
        Assert.Single(Join([Commit("aa", 1, new SessionKey("claude", "s1"))], Make("child") with { Parent = "s1" }).ByCommit);

    [Fact]
    public void Session_that_no_commit_names_is_told()
    {
        UnlinkedSession rest = Assert.Single(Join([Commit("aa", 1, new SessionKey("claude", "other"))], Make("s1")).Unlinked);

        Assert.Equal(("s1", 100L, RestReason.NoCommit), (rest.Session, rest.Usage.Total, rest.Reason));
    }

    [Fact]
    public void Sum_without_a_time_is_not_shared_out_over_several_commits() =>
        Assert.Equal(RestReason.SeveralCommits, Assert.Single(Join([Commit("aa", 1, new SessionKey("claude", "s1")), Commit("bb", 2, new SessionKey("claude", "s1"))], Make("s1")).Unlinked).Reason);

    [Fact]
    public void Record_with_a_time_goes_to_the_next_commit_that_names_its_session() =>
        Assert.Equal(["bb"], Join([Commit("aa", 1, new SessionKey("claude", "s1")), Commit("bb", 3, new SessionKey("claude", "s1"))], Make("s1") with { To = At(2) }).ByCommit.Keys);

    [Fact]
    public void Responses_of_telemetry_are_shared_out_by_their_times()
    {
        var reading = new RecordedReading();
        reading.Add(new AgentSession("codex", "s1") { Responses = [Response("r1", 0.5, 10), Response("r2", 1.5, 20), Response("r3", 99, 30)] });
        var join = new RecordedJoin([Commit("aa", 1, new SessionKey("codex", "s1")), Commit("bb", 2, new SessionKey("codex", "s1"))], PriceTable.BuiltIn);

        join.Add(reading, RecordSource.Telemetry);

        Assert.Equal((10L, 20L, 30L), (join.ByCommit["aa"].Single().Usage.Total, join.ByCommit["bb"].Single().Usage.Total, join.Unlinked.Single().Usage.Total));
        Assert.Equal(RecordSource.Telemetry, join.ByCommit["aa"].Single().Source);
        Assert.NotNull(join.ByCommit["aa"].Single().CostComputed);
    }

    private static RecordedJoin Join(KeyedCommit[] commits, params Allocation[] records)
    {
        var reading = new RecordedReading();
        Array.ForEach(records, record => reading.Add(new RecordedAllocation(record)));
        var join = new RecordedJoin(commits, PriceTable.BuiltIn);
        join.Add(reading, RecordSource.SessionFile);
        return join;
    }

    private static KeyedCommit Commit(string id, double minute, params SessionKey[] keys) => new(id, At(minute), keys);

    private static DateTimeOffset At(double minutes) => DateTimeOffset.UnixEpoch.AddMinutes(minutes);

    private static UsageRecord Response(string key, double minute, long output) => new(key, At(minute), "gpt-5", new TokenUsage(0, output));

    private static Allocation Make(string session) => new()
    {
        Id = session,
        Agent = "claude-code",
        Session = session,
        Models = [new ModelUsage("m", new TokenUsage(0, 100))],
        Source = RecordSource.SessionFile,
    };
}
