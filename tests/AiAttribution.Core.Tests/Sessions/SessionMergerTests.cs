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

    private static string Print(IReadOnlyList<AgentSession> sessions) =>
        string.Join(';', sessions.Select(session => $"{session.Id}:{string.Join(',', session.Responses.Select(response => $"{response.Key}={response.Usage.Output}"))}"));
}
