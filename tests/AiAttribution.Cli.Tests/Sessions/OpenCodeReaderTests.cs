using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>What the shared homes do not show of OpenCode: copied answers, and its second version beside the first.</summary>
public class OpenCodeReaderTests
{
    private const string OpenCode = ".local/share/opencode/opencode.db";

    [Fact]
    public void Opencode_message_that_was_migrated_counts_once()
    {
        const string Message = """{"id":"msg_1","sessionID":"ses_1","role":"assistant","modelID":"claude-haiku-4-5","cost":0,"tokens":{"input":1,"output":2,"reasoning":3,"cache":{"read":4,"write":5}}}""";
        using LogHome home = new LogHome()
            .Write(".local/share/opencode/storage/message/ses_1/msg_1.json", Message)
            .Database(
                ".local/share/opencode/opencode.db",
                "CREATE TABLE session(id TEXT, parent_id TEXT, directory TEXT)",
                "CREATE TABLE message(id TEXT, session_id TEXT, data TEXT)",
                "INSERT INTO session VALUES('ses_1', NULL, '/src/app')",
                $"INSERT INTO message VALUES('msg_1', 'ses_1', '{Message}')");

        AgentSession session = home.Session();

        Assert.Equal((new TokenUsage(1, 5, 4, 5, 0, 3), "/src/app"), (session.Usage, session.WorkingDirectory));
        Assert.Null(session.Responses[0].ReportedCost);
    }

    [Fact]
    public void Opencode_fork_that_copies_answers_under_new_ids_counts_its_own_only()
    {
        string[] parent = [Answer("a1", "ses_a", 0), Answer("a2", "ses_a", 1), Answer("a3", "ses_a", 2)];
        string[] fork = [Answer("b1", "ses_b", 0), Answer("b2", "ses_b", 1), Answer("b3", "ses_b", 2), Answer("b4", "ses_b", 60)];
        using LogHome home = new LogHome().Database(OpenCode, ["CREATE TABLE session(id TEXT, parent_id TEXT, directory TEXT)", "CREATE TABLE message(id TEXT, session_id TEXT, data TEXT)", "INSERT INTO session VALUES('ses_a', NULL, '/src/app'), ('ses_b', NULL, '/src/app')", .. fork, .. parent]);

        Assert.Equal([("ses_a", new TokenUsage(300, 45, 3_000, 150, 0, 15)), ("ses_b", new TokenUsage(100, 15, 1_000, 50, 0, 5))], home.Sessions().Select(session => (session.Id, session.Usage)));
    }

    [Fact]
    public void Opencode_fork_of_a_session_that_went_on_counts_its_own_only()
    {
        using LogHome home = new LogHome().Database(
            OpenCode,
            "CREATE TABLE session(id TEXT, parent_id TEXT, directory TEXT, time_created INTEGER)",
            "CREATE TABLE message(id TEXT, session_id TEXT, data TEXT)",
            "INSERT INTO session VALUES('ses_a', NULL, '/src/app', 1790000000000), ('ses_b', NULL, '/src/app', 1790000030000)",
            Answer("b1", "ses_b", 0),
            Answer("a1", "ses_a", 0),
            Answer("a9", "ses_a", 600));

        Assert.Equal([("ses_a", 2), ("ses_b", 0)], home.Sessions().Select(session => (session.Id, session.Responses.Count)));
    }

    [Fact]
    public void Opencode_answers_with_equal_counts_at_other_times_are_two()
    {
        using LogHome home = new LogHome().Database(OpenCode, "CREATE TABLE message(id TEXT, session_id TEXT, data TEXT)", Answer("a1", "ses_a", 0), Answer("b1", "ses_b", 1));

        Assert.Equal(2, home.Sessions().Sum(session => session.Responses.Count));
    }

    [Fact]
    public void Opencode_2_is_read_beside_the_tables_of_version_1()
    {
        using LogHome home = new LogHome().Database(
            OpenCode,
            "CREATE TABLE message(id TEXT, session_id TEXT, data TEXT)",
            Answer("old", "ses_old", 0),
            "CREATE TABLE session_v2(id TEXT, parent_id TEXT, fork_session_id TEXT, directory TEXT, time_created INTEGER)",
            "CREATE TABLE session_message(id TEXT, session_id TEXT, type TEXT, seq INTEGER, time_created INTEGER, time_updated INTEGER, data TEXT)",
            "INSERT INTO session_v2 VALUES('ses_new', NULL, NULL, '/src/app', 1790000050000), ('ses_fork', NULL, 'ses_new', '/src/app', 1790000070000)",
            Answer2("m1", "ses_new", 60),
            Answer2("f1", "ses_fork", 60),
            Answer2("f2", "ses_fork", 80),
            "INSERT INTO session_message VALUES('u1', 'ses_new', 'user', 0, 1, 1, '{}')");

        Assert.Equal([("ses_old", 1), ("ses_new", 1), ("ses_fork", 1)], home.Sessions().Select(session => (session.Id, session.Responses.Count)));
        Assert.Equal((new TokenUsage(70, 9, 700, 70, 0, 2), "claude-sonnet-4-6", 0.02m), (home.Sessions()[1].Usage, home.Sessions()[1].Models[0], home.Sessions()[1].Responses[0].ReportedCost));
        Assert.Equal("ses_new", home.Sessions()[2].ParentId);
    }

    private static string Answer(string id, string session, int second) =>
        $$$"""INSERT INTO message VALUES('{{{id}}}', '{{{session}}}', '{"role":"assistant","modelID":"claude-haiku-4-5","tokens":{"input":100,"output":10,"reasoning":5,"cache":{"read":1000,"write":50}},"time":{"created":{{{1790000000000 + (second * 1000L)}}}}}')""";

    private static string Answer2(string id, string session, int second) =>
        $$$"""INSERT INTO session_message VALUES('{{{id}}}', '{{{session}}}', 'assistant', {{{second}}}, 1, 1, '{"model":{"id":"claude-sonnet-4-6","providerID":"anthropic"},"tokens":{"input":70,"output":7,"reasoning":2,"cache":{"read":700,"write":70}},"cost":0.02,"time":{"created":{{{1790000000000 + (second * 1000L)}}}}}')""";
}
