using AiAttribution.Core.Sessions;

namespace AiAttribution.Core.Tests.Sessions;

public class SessionMergerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Streamed_response_counts_once_with_its_last_word()
    {
        AgentSession merged = One(Session("a", Response("r", 1), Response("r", 159), Response("r", 40)));

        Assert.Equal(159, merged.Usage.Output);
    }

    [Fact]
    public void Response_repeated_in_another_session_belongs_to_the_one_that_began_first()
    {
        IReadOnlyList<AgentSession> merged = SessionMerger.Merge(
            [Session("later", Response("r", 5), Response("own", 7)) with { Start = Noon.AddHours(1) }, Session("first", Response("r", 5)) with { Start = Noon }]);

        Assert.Equal(["first", "later"], merged.Select(session => session.Id));
        Assert.Equal([5, 7], merged.Select(session => session.Usage.Output));
    }

    [Fact]
    public void Copy_that_starts_at_the_same_time_gives_way_to_the_one_that_ended_first()
    {
        IReadOnlyList<AgentSession> merged = SessionMerger.Merge(
            [Session("a-copy", Response("r", 5)) with { Start = Noon, End = Noon.AddHours(2) }, Session("b-original", Response("r", 5)) with { Start = Noon, End = Noon.AddHours(1) }]);

        Assert.Equal(5, merged.Single(session => session.Id == "b-original").Usage.Output);
    }

    [Fact]
    public void Main_line_wins_over_a_side_line_that_counts_more()
    {
        AgentSession merged = One(Session("a", Response("r", 900) with { IsSideLine = true }, Response("r", 20)));

        Assert.Equal(20, merged.Usage.Output);
    }

    [Fact]
    public void Responses_with_one_key_and_several_requests_count_one_by_one()
    {
        AgentSession merged = One(Session("a", Response("r", 10) with { SubKey = "1" }, Response("r", 20) with { SubKey = "2" }, Response("r", 20) with { SubKey = "2" }));

        Assert.Equal(30, merged.Usage.Output);
    }

    [Fact]
    public void Same_key_of_two_agents_is_two_responses() =>
        Assert.Equal(2, SessionMerger.Merge([Session("a", Response("r", 1)), Session("a", Response("r", 1)) with { Agent = "codex" }]).Sum(session => session.Responses.Count));

    [Fact]
    public void Better_source_of_a_session_replaces_the_worse()
    {
        AgentSession merged = One(
            Session("a", Response("total", 100)) with { Exactness = Exactness.SessionTotal, Branch = "main" },
            Session("a", Response("1", 60), Response("2", 41)));

        Assert.Equal(101, merged.Usage.Output);
        Assert.Equal(Exactness.Exact, merged.Exactness);
        Assert.Equal("main", merged.Branch);
    }

    [Fact]
    public void Richer_of_two_sources_of_one_worth_counts_alone()
    {
        AgentSession merged = One(Session("a", Response("span", 7)) with { Rank = 1 }, Session("a", Response("row", 5)));

        Assert.Equal((5L, Exactness.Exact), (merged.Usage.Output, merged.Exactness));
    }

    [Theory]
    [InlineData("m")]
    [InlineData("m-by-another-name")]
    public void Sum_of_a_time_counts_with_what_the_responses_of_that_time_do_not_hold(string model)
    {
        UsageRecord sum = new("sum", Noon.AddHours(1), model, new TokenUsage(100, 1_000)) { Since = Noon.AddHours(-1) };

        AgentSession merged = One(Session("a", sum) with { Exactness = Exactness.SessionTotal }, Session("a", Response("row", 60), Response("later", 7) with { Time = Noon.AddHours(2) }));

        Assert.Equal((new TokenUsage(101, 1_007), Exactness.SessionTotal), (merged.Usage, merged.Exactness));
    }

    [Fact]
    public void Sum_that_the_responses_hold_leaves_them_exact()
    {
        UsageRecord sum = new("sum", Noon.AddHours(1), "m", new TokenUsage(1, 60)) { Since = Noon.AddHours(-1), ReportedCost = 0.5m };

        AgentSession merged = One(Session("a", sum) with { Exactness = Exactness.SessionTotal, IsDoubtful = true }, Session("a", Response("row", 60)));

        Assert.Equal((60L, Exactness.Exact, 0.5m), (merged.Usage.Output, merged.Exactness, merged.Responses[0].ReportedCost));
    }

    [Fact]
    public void Doubtful_counts_are_not_exact() =>
        Assert.Equal(Exactness.Partial, One(Session("a", Response("1", 1)) with { IsDoubtful = true }).Exactness);

    [Fact]
    public void Doubt_about_one_file_does_not_take_the_counts_of_another()
    {
        AgentSession merged = One(Session("a", Response("1", 1)) with { IsDoubtful = true }, Session("a", Response("2", 2)));

        Assert.Equal((3L, Exactness.Partial), (merged.Usage.Output, merged.Exactness));
    }

    [Fact]
    public void Copy_under_another_key_counts_for_the_session_that_began_first()
    {
        IReadOnlyList<AgentSession> merged = SessionMerger.Merge(
            [Session("fork", Copy("x1", 5), Response("own", 7)) with { Start = Noon.AddHours(1) }, Session("first", Copy("y1", 5)) with { Start = Noon }]);

        Assert.Equal([5, 7], merged.Select(session => session.Usage.Output));
        Assert.Equal([false, true], merged.Select(session => session.HasCopies));
    }

    [Fact]
    public void Answers_that_are_seen_to_be_no_copies_stay_whatever_their_names()
    {
        IReadOnlyList<AgentSession> merged = SessionMerger.Merge(
            [Session("a", Copy("x1", 5) with { MayBeCopy = false }) with { Start = Noon }, Session("b", Copy("y1", 5) with { MayBeCopy = false }) with { Start = Noon.AddHours(1) }]);

        Assert.Equal([5, 5], merged.Select(session => session.Usage.Output));
    }

    [Theory]
    [InlineData(1, 2, 7, 8, 2)]
    [InlineData(1, 1, 7, 8, 1)]
    [InlineData(1, 2, 7, 7, 1)]
    [InlineData(0, 2, 7, 8, 1)]
    public void Key_of_several_answers_is_told_apart_by_request_and_call(int request, int otherRequest, int call, int otherCall, int answers) =>
        Assert.Equal(answers, One(Session("a", Response("r", 10) with { Request = (ulong)request, Call = (ulong)call }, Response("r", 11) with { Request = (ulong)otherRequest, Call = (ulong)otherCall })).Responses.Count);

    [Theory]
    [InlineData(10, 10, 1)]
    [InlineData(10, 11, 2)]
    public void Answers_without_calls_under_one_key_and_two_requests_are_one_when_they_count_the_same(int output, int other, int answers) =>
        Assert.Equal(answers, One(Session("a", Response("r", output) with { Request = 1 }, Response("r", other) with { Request = 2 })).Responses.Count);

    [Fact]
    public void Order_of_files_changes_nothing()
    {
        AgentSession[] files =
        [
            Session("a", Response("1", 1), Response("2", 2)) with { Start = Noon },
            Session("b", Response("2", 2), Response("3", 3)) with { Start = Noon.AddMinutes(1) },
            Session("a", Response("1", 9)) with { Start = Noon.AddMinutes(2) },
        ];

        Assert.Equal(Print(SessionMerger.Merge(files)), Print(SessionMerger.Merge(files.Reverse())));
    }

    [Fact]
    public void Edits_and_commits_of_a_copy_belong_to_the_original()
    {
        var edit = new EditedFile("/app/A.cs", Noon, [1, 2]);
        var commit = new SeenCommit("0123abc", Noon, "/app");

        IReadOnlyList<AgentSession> merged = SessionMerger.Merge(
            [Session("copy") with { Start = Noon.AddHours(1), EditedFiles = [edit], Commits = [commit] }, Session("original") with { Start = Noon, EditedFiles = [edit], Commits = [commit] }]);

        Assert.Equal([1, 0], merged.Select(session => session.EditedFiles.Count));
        Assert.Equal([1, 0], merged.Select(session => session.Commits.Count));
    }

    private static AgentSession One(params AgentSession[] files) => Assert.Single(SessionMerger.Merge(files));

    private static AgentSession Session(string id, params UsageRecord[] responses) => new("claude-code", id) { Responses = responses };

    private static UsageRecord Response(string key, long output) => new(key, Noon, "m", new TokenUsage(1, output));

    private static UsageRecord Copy(string key, long output) => Response(key, output) with { Alias = "name", MayBeCopy = true };

    private static string Print(IReadOnlyList<AgentSession> sessions) =>
        string.Join(';', sessions.Select(session => $"{session.Id}:{string.Join(',', session.Responses.Select(response => $"{response.Key}={response.Usage.Output}"))}"));
}
