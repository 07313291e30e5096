using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>What the shared homes do not show of the other agents.</summary>
public class OtherReaderTests
{
    private const string PiMessage = """{"type":"message","id":"p1","timestamp":"2026-05-01T10:00:05Z","message":{"role":"assistant","provider":"anthropic","model":"claude-haiku-4-5","usage":{"input":1,"output":2,"cacheRead":3,"cacheWrite":4,"cost":{"total":0.5}}}}""";

    [Fact]
    public void Copilot_end_of_a_resumed_session_replaces_the_one_before_and_a_fall_starts_anew()
    {
        using LogHome home = new LogHome().Write(".copilot/session-state/c1/events.jsonl", Shutdown(100), Shutdown(150), Shutdown(30));

        AgentSession session = home.Session();

        Assert.Equal((180L, Exactness.SessionTotal), (session.Usage.Output, session.Exactness));
    }

    [Fact]
    public void Copilot_without_an_end_knows_output_only()
    {
        using LogHome home = new LogHome().Write(".copilot/session-state/c1/events.jsonl", """{"type":"assistant.message","timestamp":"2026-05-01T10:00:00Z","data":{"outputTokens":9,"model":"gpt-5.2"}}""");

        AgentSession session = home.Session();

        Assert.Equal((new TokenUsage(0, 9), Exactness.Partial), (session.Usage, session.Exactness));
    }

    [Fact]
    public void Vs_code_counts_chat_spans_only()
    {
        using LogHome home = new LogHome().Database(
            ".config/Code/User/globalStorage/github.copilot-chat/agent-traces.db",
            "CREATE TABLE spans(span_id TEXT, trace_id TEXT, operation_name TEXT, start_time_ms INTEGER, chat_session_id TEXT, request_model TEXT, response_model TEXT, input_tokens INTEGER, output_tokens INTEGER, cached_tokens INTEGER, reasoning_tokens INTEGER)",
            "CREATE TABLE span_attributes(span_id TEXT, key TEXT, value TEXT)",
            "INSERT INTO spans VALUES('a','t','invoke_agent',1777629600000,'v1','gpt-5.2','gpt-5.2',100,10,40,5), ('b','t','chat',1777629600000,'v1','gpt-5.2','gpt-5.2',100,10,40,5)",
            "INSERT INTO span_attributes VALUES('b','gen_ai.usage.cache_creation.input_tokens','20')");

        Assert.Equal(new TokenUsage(40, 10, 40, 20, 0, 5), home.Session().Usage);
    }

    [Fact]
    public void Openclaw_database_and_archive_of_the_same_session_count_once()
    {
        using LogHome home = new LogHome()
            .Database(
                ".openclaw/agents/main/agent/openclaw-agent.sqlite",
                "CREATE TABLE transcript_events(session_id TEXT, seq INTEGER, event_json TEXT, event_zstd BLOB)",
                $"INSERT INTO transcript_events VALUES('o1', 1, '{PiMessage}', NULL)")
            .Write(".openclaw/agents/main/sessions/o1.jsonl.deleted.2026-05-02", PiMessage);

        Assert.Equal(new TokenUsage(1, 2, 3, 4), home.Session().Usage);
    }

    [Fact]
    public void Openclaw_folder_is_configurable()
    {
        using LogHome home = new LogHome().With("OPENCLAW_DIR", "house").Write("house/agents/main/sessions/o1.jsonl", PiMessage);

        Assert.Equal(("openclaw", 0.5m), (home.Session().Agent, home.Session().Responses[0].ReportedCost));
    }

    [Fact]
    public void Pi_fork_repeats_its_parent_without_counting()
    {
        using LogHome home = new LogHome()
            .Write(".pi/agent/sessions/--p--/a_p1.jsonl", """{"type":"session","id":"p1","timestamp":"2026-05-01T10:00:00Z","cwd":"/p"}""", PiMessage)
            .Write(".pi/agent/sessions/--p--/b_p2.jsonl", """{"type":"session","id":"p2","timestamp":"2026-05-01T11:00:00Z","cwd":"/p","parentSession":"/x/a_p1.jsonl"}""", PiMessage);

        Assert.Equal([2, 0], home.Sessions().Select(session => session.Usage.Output));
        Assert.Equal("p1", home.Sessions()[1].ParentId);
    }

    [Fact]
    public void Goose_tells_cached_input_apart_and_states_its_cost()
    {
        using LogHome home = new LogHome().Database(
            ".local/share/goose/sessions/sessions.db",
            "CREATE TABLE sessions(id TEXT, working_dir TEXT, created_at TEXT, updated_at TEXT, accumulated_total_tokens INTEGER, accumulated_input_tokens INTEGER, accumulated_output_tokens INTEGER, accumulated_cache_read_tokens INTEGER, accumulated_cache_write_tokens INTEGER, accumulated_cost REAL, provider_name TEXT, model_config_json TEXT)",
            """INSERT INTO sessions VALUES('g1','/src/app','2026-10-01 10:00:00','2026-10-01 10:05:00',125005,124611,394,112820,11777,0.0845,'anthropic','{"model_name":"claude-sonnet-4-5"}')""");

        AgentSession session = home.Session();

        Assert.Equal((new TokenUsage(14, 394, 112_820, 11_777), 0.0845m), (session.Usage, session.Responses[0].ReportedCost));
        Assert.Equal(0.08396175m, PriceTable.BuiltIn.CostOf(session).Computed);
    }

    [Fact]
    public void Cached_input_beyond_all_input_is_told()
    {
        using LogHome home = new LogHome().Database(
            ".copilot/session-store.db",
            "CREATE TABLE assistant_usage_events(id INTEGER, session_id TEXT, model TEXT, input_tokens INTEGER, output_tokens INTEGER, cache_read_tokens INTEGER)",
            "INSERT INTO assistant_usage_events VALUES(1, 'c1', 'gpt-5.2', 10, 5, 11)");

        Assert.Equal(Exactness.Partial, home.Session().Exactness);
        Assert.Contains("1 count(s) of tokens can be none", Assert.Single(home.Problems()));
    }

    [Fact]
    public void Kiro_has_credits_only()
    {
        using LogHome home = new LogHome().Write(".kiro/sessions/cli/k1.json", """{"session_id":"k1","cwd":"/p","session_state":{"conversation_metadata":{"user_turn_metadatas":[{"metering_usage":[{"value":0.4,"unit":"credit"},{"value":0.1}]}]}}}""");

        AgentSession session = home.Session();

        Assert.Equal((0.5m, Exactness.CreditsOnly, true), (session.Credits, session.Exactness, session.Usage.IsZero));
    }

    [Fact]
    public void Cursor_has_conversations_without_tokens()
    {
        using LogHome home = new LogHome().Database(
            ".config/Cursor/User/globalStorage/state.vscdb",
            "CREATE TABLE cursorDiskKV(key TEXT PRIMARY KEY, value BLOB)",
            """INSERT INTO cursorDiskKV VALUES('composerData:c1', '{"createdAt":1777629600000}'), ('bubbleId:c1:b1', '{}')""");

        Assert.Equal(("c1", Exactness.Absent), (home.Session().Id, home.Session().Exactness));
    }

    [Fact]
    public void Aider_history_is_rounded()
    {
        using LogHome home = new LogHome().Write(
            "repository/.aider.chat.history.md",
            "# aider chat started at 2026-05-01 10:00:00",
            "> Model: claude-haiku-4-5 with diff edit format",
            "> Tokens: 12k sent, 3k cache write, 5k cache hit, 1.2k received. Cost: $0.05 message, $0.31 session.");

        AgentSession session = home.Session();

        Assert.Equal((new TokenUsage(1_000, 1_200, 5_000, 3_000), Exactness.Rounded, 0.05m), (session.Usage, session.Exactness, session.Responses[0].ReportedCost!.Value));
    }

    [Fact]
    public void Aider_analytics_log_replaces_the_history()
    {
        using LogHome home = new LogHome().With("AIDER_ANALYTICS_LOG", "aider.jsonl")
            .Write("repository/.aider.chat.history.md", "# aider chat started at 2026-05-01 10:00:00", "> Tokens: 12k sent, 1.2k received.")
            .Write("aider.jsonl", """{"event":"message_send","properties":{"main_model":"claude-haiku-4-5","prompt_tokens":1200,"completion_tokens":150,"cost":0.0059},"user_id":"u","time":1777629605}""");

        Assert.Equal((new TokenUsage(1_200, 150), Exactness.Exact), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Torn_and_damaged_lines_cost_only_themselves()
    {
        using LogHome home = new LogHome().WriteBytes(
            ".pi/agent/sessions/p/x_p1.jsonl",
            System.Text.Encoding.UTF8.GetBytes($"not json\n\0\0\0\n{PiMessage}\n{PiMessage[..50]}"));

        Assert.Equal(2, home.Session().Usage.Output);
        Assert.Equal(["1 line(s) are not JSON and were left out", "the last line is cut off and was left out: the agent was writing it, or was stopped while it did"], home.Problems());
    }

    private static string Shutdown(int output) =>
        $$$"""{"type":"session.shutdown","timestamp":"2026-05-01T10:00:00Z","data":{"modelMetrics":{"gpt-5.2":{"usage":{"inputTokens":0,"outputTokens":{{{output}}}} } } } }""";
}
