using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Sessions;

public class ClaudeCodeReaderTests
{
    private const string Log = ".claude/projects/-src-app/s1.jsonl";

    [Fact]
    public void Session_knows_where_when_and_what_it_edited()
    {
        using LogHome home = new LogHome().Write(
            Log,
            Answer("msg_1", 10, content: """[{"type":"tool_use","id":"t1","name":"Edit","input":{"file_path":"/src/app/A.cs","new_string":"one\ntwo"}}]"""));

        AgentSession session = home.Session();

        Assert.Equal(("claude-code", "s1", "/src/app", "main"), (session.Agent, session.Id, session.WorkingDirectory, session.Branch));
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero), session.Start);
        EditedFile edit = Assert.Single(session.EditedFiles);
        Assert.Equal(("/src/app/A.cs", 2), (edit.Path, edit.LineHashes.Count));
    }

    [Fact]
    public void Output_of_a_commit_command_shows_the_commit()
    {
        using LogHome home = new LogHome().Write(
            Log,
            Answer("msg_1", 10, content: """[{"type":"tool_use","id":"t1","name":"Bash","input":{"command":"git commit -m x"}}]"""),
            """{"type":"user","sessionId":"s1","cwd":"/src/app","timestamp":"2026-05-01T10:00:09Z","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"[main 1a2b3c4] x\n 1 file changed"}]}}""");

        Assert.Equal("1a2b3c4", Assert.Single(home.Session().Commits).Id);
    }

    [Fact]
    public void Output_of_another_command_shows_none()
    {
        using LogHome home = new LogHome().Write(
            Log,
            Answer("msg_1", 10, content: """[{"type":"tool_use","id":"t1","name":"Bash","input":{"command":"cat log.txt"}}]"""),
            """{"type":"user","sessionId":"s1","message":{"content":[{"type":"tool_result","tool_use_id":"t1","content":"[main 1a2b3c4] x"}]}}""");

        Assert.Empty(home.Session().Commits);
    }

    [Theory]
    [InlineData("""{"cache_creation_input_tokens":0,"cache_creation":{"ephemeral_5m_input_tokens":30,"ephemeral_1h_input_tokens":20}}""", 30, 20)]
    [InlineData("""{"cache_creation_input_tokens":70}""", 70, 0)]
    [InlineData("""{"cache_creation_input_tokens":70,"cache_creation":{"ephemeral_5m_input_tokens":30,"ephemeral_1h_input_tokens":20}}""", 50, 20)]
    public void Cache_writes_are_the_larger_of_sum_and_split(string usage, long fiveMinutes, long hour)
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", usage));

        Assert.Equal(new TokenUsage(0, 0, 0, fiveMinutes, hour), home.Session().Usage);
    }

    [Fact]
    public void Null_counts_of_a_proxy_are_zero()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", """{"input_tokens":null,"output_tokens":4,"cache_read_input_tokens":null,"cache_creation":null}"""));

        Assert.Equal(new TokenUsage(0, 4), home.Session().Usage);
    }

    [Fact]
    public void Api_errors_and_synthetic_answers_do_not_count()
    {
        using LogHome home = new LogHome().Write(
            Log,
            Answer("msg_1", 10),
            Answer("msg_2", 99).Replace("\"type\":\"assistant\"", "\"type\":\"assistant\",\"isApiErrorMessage\":true"),
            Answer("msg_3", 99).Replace("claude-opus-4-8", "<synthetic>"));

        Assert.Equal(10, home.Session().Usage.Output);
    }

    [Fact]
    public void Gateway_ids_count_once_within_a_session_and_again_in_another()
    {
        using LogHome home = new LogHome()
            .Write(Log, Answer("chatcmpl-1", 10), Answer("chatcmpl-1", 10))
            .Write(".claude/projects/-src-app/s2.jsonl", Answer("chatcmpl-1", 10).Replace("\"s1\"", "\"s2\""));

        Assert.Equal([10, 10], home.Sessions().Select(session => session.Usage.Output));
    }

    [Fact]
    public void Sub_agent_counts_for_its_parent()
    {
        using LogHome home = new LogHome()
            .Write(Log, Answer("msg_1", 10))
            .Write(".claude/projects/-src-app/s1/subagents/agent-7.jsonl", Answer("msg_2", 5).Replace("\"type\":\"assistant\"", "\"type\":\"assistant\",\"isSidechain\":true"));

        Assert.Equal(15, home.Session().Usage.Output);
    }

    [Theory]
    [InlineData("\"service_tier\":\"standard\"", "claude-opus-4-8")]
    [InlineData("\"service_tier\":\"batch\"", "claude-opus-4-8-batch")]
    [InlineData("\"service_tier\":\"priority\"", "claude-opus-4-8-priority")]
    [InlineData("\"service_tier\":\"Ultra\"", "claude-opus-4-8-tier-ultra")]
    [InlineData("\"service_tier\":\"one two/three\"", "claude-opus-4-8-tier-other")]
    [InlineData("\"service_tier\":null,\"speed\":null,\"inference_geo\":null", "claude-opus-4-8")]
    [InlineData("\"speed\":\"turbo\"", "claude-opus-4-8-speed-turbo")]
    [InlineData("\"inference_geo\":\"not_available\"", "claude-opus-4-8")]
    [InlineData("\"inference_geo\":\"global\"", "claude-opus-4-8")]
    [InlineData("\"inference_geo\":\"us\",\"service_tier\":\"batch\"", "claude-opus-4-8-batch-us")]
    [InlineData("\"inference_geo\":\"eu\",\"speed\":\"fast\"", "claude-opus-4-8-fast-geo-eu")]
    public void Service_with_a_price_of_its_own_is_another_model(string service, string model)
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", $$"""{"output_tokens":4,{{service}}}"""));

        Assert.Equal([model], home.Session().Models);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:07Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void Time_of_a_clock_that_was_never_set_is_no_time(string time)
    {
        using LogHome home = new LogHome().Write(Log, Answer("msg_1", 10), Answer("msg_2", 20).Replace("2026-05-01T10:00:00", time.TrimEnd('Z'), StringComparison.Ordinal));

        AgentSession session = home.Session();

        Assert.Equal((30, new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero), session.Start), (session.Usage.Output, session.Start, session.End));
        Assert.Single(session.Responses, response => response.Time is null);
    }

    [Fact]
    public void Log_in_utf_16_is_told_with_the_way_out()
    {
        using LogHome home = new LogHome().WriteBytes(Log, [.. System.Text.Encoding.Unicode.GetPreamble(), .. System.Text.Encoding.Unicode.GetBytes(Answer("msg_1", 10) + "\n")]);

        Assert.Contains("it is UTF-16, which agents do not write: make it UTF-8 again", home.Problems());
    }

    [Fact]
    public void Text_that_is_no_json_costs_no_counts_of_its_answer()
    {
        using LogHome home = new LogHome().Write(Log, Answer("msg_1", 10, content: """[{"type":"text","text":"half an escape \u12"}]"""), Answer("msg_2", 20));

        Assert.Equal(30, home.Session().Usage.Output);
    }

    [Fact]
    public void Call_that_is_no_json_is_told()
    {
        using LogHome home = new LogHome().Write(Log, Answer("msg_1", 10, content: """[{"type":"tool_use","name":"Edit",,}]"""), Answer("msg_2", 20));

        Assert.Equal(20, home.Session().Usage.Output);
        Assert.Equal("1 line(s) are not JSON and were left out", Assert.Single(home.Problems()));
    }

    [Fact]
    public void Fast_mode_is_another_model()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", """{"output_tokens":4,"speed":"fast"}"""));

        Assert.Equal(["claude-opus-4-8-fast"], home.Session().Models);
    }

    [Fact]
    public void Advisor_inside_an_answer_counts_with_its_own_model()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", """{"input_tokens":20,"output_tokens":130,"cache_read_input_tokens":5000,"iterations":[{"type":"message","input_tokens":20,"output_tokens":130,"cache_read_input_tokens":5000},{"type":"advisor_message","model":"claude-opus-4-8","input_tokens":40000,"output_tokens":900}]}""").Replace("\"model\":\"claude-opus-4-8\",\"content\"", "\"model\":\"claude-sonnet-5\",\"content\""));

        AgentSession session = home.Session();

        Assert.Equal((new TokenUsage(40_020, 1_030, 5_000), Exactness.Exact), (session.Usage, session.Exactness));
        Assert.Equal(["claude-opus-4-8", "claude-sonnet-5"], session.Models);
        Assert.Equal(0.22484m, PriceTable.BuiltIn.CostOf(session).Computed);
    }

    [Fact]
    public void Compaction_inside_an_answer_counts_with_the_answers_model()
    {
        const string Usage = """{"input_tokens":45,"output_tokens":1234,"iterations":[{"type":"compaction","input_tokens":180000,"output_tokens":3500},{"type":"message","input_tokens":45,"output_tokens":1234}]}""";
        using LogHome home = new LogHome().Write(Log, Line("msg_1", """{"input_tokens":45,"output_tokens":1}"""), Line("msg_1", Usage), Line("msg_1", Usage));

        Assert.Equal(new TokenUsage(180_045, 4_734), home.Session().Usage);
        Assert.Equal(["claude-opus-4-8"], home.Session().Models);
    }

    [Fact]
    public void Iteration_of_an_unknown_kind_makes_the_session_partial()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", """{"input_tokens":45,"output_tokens":1,"iterations":[{"type":"oracle","input_tokens":7,"output_tokens":7}]}"""));

        Assert.Equal((new TokenUsage(45, 1), Exactness.Partial), (home.Session().Usage, home.Session().Exactness));
    }

    [Theory]
    [InlineData("{\"output_tokens\":4,\"iterations\":{\"type\":\"compaction\"}}")]
    [InlineData("{\"output_tokens\":4,\"cache_creation\":5}")]
    [InlineData("{\"output_tokens\":4,\"server_tool_use\":\"x\"}")]
    [InlineData("[4]")]
    [InlineData("\"4\"")]
    public void Usage_of_another_shape_makes_the_session_partial(string usage)
    {
        using LogHome home = new LogHome().Write(Log, Answer("msg_1", 10), Line("msg_2", usage));

        Assert.Equal(Exactness.Partial, home.Session().Exactness);
        Assert.StartsWith("1 count(s)", Assert.Single(home.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_share_an_id_under_load_count_one_by_one()
    {
        using LogHome home = new LogHome().Write(Log, [.. Enumerable.Range(100, 5).Select(output => Requested("msg_1", $"req_{output}", $$"""{"input_tokens":10,"output_tokens":{{output}} }""", $$"""[{"type":"tool_use","id":"t{{output}}","name":"Read","input":{} }]"""))]);

        Assert.Equal(new TokenUsage(50, 510), home.Session().Usage);
    }

    [Fact]
    public void Answers_that_share_an_id_without_calls_count_one_by_one_and_once_in_a_copy()
    {
        string[] lines = [.. Enumerable.Range(100, 5).Select(output => Requested("msg_1", $"req_{output}", $$"""{"input_tokens":10,"output_tokens":{{output}} }"""))];
        using LogHome home = new LogHome().Write(Log, lines).Write(".claude/projects/-src-app/s2.jsonl", [.. lines.Skip(2).Select(line => line.Replace("\"s1\"", "\"s2\""))]);

        Assert.Equal(510, home.Sessions().Sum(session => session.Usage.Output));
    }

    [Fact]
    public void Side_chain_that_replays_an_id_under_a_new_request_counts_nothing()
    {
        using LogHome home = new LogHome().Write(
            Log,
            Requested("msg_1", "req_1", """{"input_tokens":10,"output_tokens":100}"""),
            Requested("msg_1", "req_2", """{"input_tokens":10,"output_tokens":900}""").Replace("\"type\":\"assistant\"", "\"type\":\"assistant\",\"isSidechain\":true"));

        Assert.Equal(100, home.Session().Usage.Output);
    }

    [Fact]
    public void Session_of_copies_alone_is_no_unknown_format()
    {
        using LogHome home = new LogHome().Write(Log, Answer("msg_1", 10)).Write(".claude/projects/-src-app/s2.jsonl", Answer("msg_1", 10).Replace("\"s1\"", "\"s2\""));

        Assert.Equal([false, true], home.Sessions().Select(session => session.HasCopies));
        Assert.False(SessionSummary.Of(home.Sessions()[1], PriceTable.BuiltIn).LacksTokens);
    }

    [Fact]
    public void Damaged_line_leaves_the_session_partial()
    {
        using LogHome home = new LogHome().Write(Log, Answer("msg_1", 10), "{\"type\":\"assistant\",", Answer("msg_2", 5));

        Assert.Equal((15L, Exactness.Partial), (home.Session().Usage.Output, home.Session().Exactness));
    }

    [Fact]
    public void Configured_folders_replace_the_default()
    {
        using LogHome home = new LogHome()
            .With("CLAUDE_CONFIG_DIR", "one")
            .Write(Log, Answer("msg_1", 10))
            .Write("one/projects/x/s9.jsonl", Answer("msg_2", 20));

        Assert.Equal(20, home.Session().Usage.Output);
    }

    private static string Answer(string id, int output, string content = "[]") => Line(id, $$"""{"input_tokens":1,"output_tokens":{{output}} }""", content);

    private static string Requested(string id, string request, string usage, string content = "[]") =>
        Line(id, usage, content).Replace("\"type\":\"assistant\"", $"\"type\":\"assistant\",\"requestId\":\"{request}\"");

    private static string Line(string id, string usage, string content = "[]") =>
        $$$"""{"type":"assistant","sessionId":"s1","cwd":"/src/app","gitBranch":"main","timestamp":"2026-05-01T10:00:00Z","message":{"id":"{{{id}}}","model":"claude-opus-4-8","content":{{{content}}},"usage":{{{usage}}} }}""";
}
