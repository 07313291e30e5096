namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>The smallest log of each agent that has one session with something in it.</summary>
internal static class LogBuilder
{
    public static void Write(LogHome home, string path, string agent, int id = 1)
    {
        if (agent == "crush")
            Crush(home, path);
        else if (path.EndsWith("db", StringComparison.Ordinal) || path.EndsWith(".sqlite3", StringComparison.Ordinal))
            home.Database(path, Database(agent, path));
        else
            home.Write(path, path.EndsWith(".md", StringComparison.Ordinal) ? "# aider chat started at 2026-05-01 10:00:00\n> Tokens: 12k sent, 1.2k received." : Text(agent, id, path));
    }

    // The registry of projects leads to the database of one.
    private static void Crush(LogHome home, string path) => home
        .Write(path, $$"""[{"path":{{System.Text.Json.JsonSerializer.Serialize(home.PathOf("project"))}},"data_dir":".crush"}]""")
        .Database("project/.crush/crush.db", "CREATE TABLE sessions(id TEXT, parent_session_id TEXT, prompt_tokens INTEGER, completion_tokens INTEGER, cost REAL, created_at INTEGER, updated_at INTEGER)", "INSERT INTO sessions VALUES('r', NULL, 1, 1, 0.5, 1790848800, 1790848860)");

    private static string Text(string agent, int id, string path) => agent switch
    {
        "aider" => """{"event":"message_send","properties":{"main_model":"claude-haiku-4-5","prompt_tokens":1200,"completion_tokens":150},"time":1777629605}""",
        "amp" => $$"""{"id":"T-{{id}}","messages":[{"role":"assistant","messageId":1,"usage":{"model":"claude-haiku-4-5","timestamp":"2026-05-01T10:00:05Z","inputTokens":16,"outputTokens":160} }]}""",
        "claude-code" => $$"""{"type":"assistant","sessionId":"s{{id}}","timestamp":"2026-05-01T10:00:00Z","requestId":"r{{id}}","message":{"id":"msg_{{id}}","role":"assistant","model":"claude-haiku-4-5","usage":{"input_tokens":1,"output_tokens":2} } }""",
        "codex" => """{"timestamp":"2026-05-01T10:00:00Z","type":"session_meta","payload":{"id":"s1"}}""" + "\n" + """{"timestamp":"2026-05-01T10:01:00Z","type":"token_usage_record","payload":{"thread_id":"s1","response_id":"r1","usage":{"input_tokens":2000,"cached_input_tokens":1200,"output_tokens":200}}}""",
        "cline" => """{"messages":[{"id":"m1","role":"assistant","ts":1790848805000,"modelInfo":{"id":"claude-haiku-4-5"},"metrics":{"inputTokens":10,"outputTokens":2,"cacheReadTokens":4}}]}""",
        "grok" => """{"params":{"update":{"sessionUpdate":"turn_completed","prompt_id":"p1","usage":{"inputTokens":10,"outputTokens":2,"cachedReadTokens":4,"modelUsage":{"grok-4.6":{"inputTokens":10,"outputTokens":2,"cachedReadTokens":4}}}},"_meta":{"agentTimestampMs":1790848805000}}}""",
        "kimi" when path.Contains("agents", StringComparison.Ordinal) => """{"type":"usage.record","model":"k3","usage":{"inputOther":5,"output":6,"inputCacheRead":7,"inputCacheCreation":8},"usageScope":"turn","time":1790848805000}""",
        "kimi" => """{"timestamp":1790848805.5,"message":{"type":"StatusUpdate","payload":{"message_id":"k1","token_usage":{"input_other":2,"output":3}}}}""",
        "qwen-code" => """{"uuid":"q1","sessionId":"s1","timestamp":"2026-10-01T10:00:05Z","type":"assistant","model":"qwen3.5-plus","usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":2,"totalTokenCount":12}}""",
        "copilot" when !path.Contains("session-state", StringComparison.Ordinal) => """{"type":"span","traceId":"t1","spanId":"s1","endTime":[1790848805,0],"attributes":{"gen_ai.operation.name":"chat","gen_ai.conversation.id":"c1","gen_ai.response.model":"gpt-5.2","gen_ai.usage.input_tokens":10,"gen_ai.usage.output_tokens":2}}""",
        "copilot" => """{"type":"assistant.message","timestamp":"2026-05-01T10:00:00Z","data":{"outputTokens":9,"model":"gpt-5.2"}}""",
        "factory-droid" => """{"model":"claude-haiku-4-5","tokenUsage":{"inputTokens":15,"outputTokens":150}}""",
        "gemini-cli" => """{"sessionId":"s1","startTime":"2026-05-01T10:00:00Z"}""" + "\n" + """{"id":"g1","timestamp":"2026-05-01T10:00:05Z","type":"gemini","model":"gemini-2.5-pro","tokens":{"input":1000,"output":100,"cached":400,"thoughts":30,"tool":0,"total":1130}}""",
        "junie" => """{"kind":"SessionA2uxEvent","timestampMs":1790848805000,"event":{"agentEvent":{"kind":"LlmResponseMetadataEvent","modelUsage":[{"model":"gpt-5.5","inputTokens":5,"outputTokens":6}]}}}""",
        "kiro" => """{"session_id":"k1","session_state":{"conversation_metadata":{"user_turn_metadatas":[{"metering_usage":[{"value":0.4,"unit":"credit"}]}]}}}""",
        "opencode" => """{"id":"msg_1","sessionID":"ses_1","role":"assistant","modelID":"claude-haiku-4-5","tokens":{"input":1,"output":2,"reasoning":3,"cache":{"read":4,"write":5}}}""",
        "openclaw" or "pi" => $$$"""{"type":"session","id":"s{{{id}}}","timestamp":"2026-05-01T10:00:00Z"}""" + "\n" + $$$"""{"type":"message","id":"p{{{id}}}","timestamp":"2026-05-01T10:00:0{{{id}}}Z","message":{"role":"assistant","provider":"anthropic","model":"claude-haiku-4-5","usage":{"input":1,"output":2} } }""",
        _ => throw new ArgumentOutOfRangeException(nameof(agent), agent, "no sample"),
    };

    private static string[] Database(string agent, string path) => agent switch
    {
        "devin" =>
        [
            "CREATE TABLE message_nodes(session_id TEXT, node_id INTEGER, chat_message TEXT, created_at INTEGER)",
            """INSERT INTO message_nodes VALUES('s1', 1, '{"role":"assistant","message_id":"m1","metadata":{"request_id":"r1","metrics":{"input_tokens":5,"output_tokens":6}}}', 1790848805)""",
        ],
        "hermes" =>
        [
            "CREATE TABLE sessions(id TEXT, model TEXT, cwd TEXT, input_tokens INTEGER, output_tokens INTEGER, started_at REAL, ended_at REAL)",
            "INSERT INTO sessions VALUES('h1', 'claude-haiku-4-5', '/src/app', 5, 6, 1790848800, 1790848860)",
        ],
        "kilo" =>
        [
            "CREATE TABLE session(id TEXT, parent_id TEXT, directory TEXT)",
            "CREATE TABLE message(id TEXT, session_id TEXT, data TEXT)",
            """INSERT INTO message VALUES('m1', 's1', '{"role":"assistant","modelID":"claude-haiku-4-5","time":{"created":1790848805000},"tokens":{"input":1,"output":2,"reasoning":3,"cache":{"read":4,"write":5}}}')""",
        ],
        "kiro" =>
        [
            "CREATE TABLE conversations_v2(key TEXT, conversation_id TEXT, value TEXT, created_at INTEGER, updated_at INTEGER)",
            """INSERT INTO conversations_v2 VALUES('/src/app', 'k1', '{"history":[{"request_metadata":{"request_start_timestamp_ms":1790848805000}}]}', 1790848800000, 1790848860000)""",
        ],
        "zed" =>
        [
            "CREATE TABLE threads(id TEXT, updated_at TEXT, data_type TEXT, data BLOB, folder_paths TEXT, created_at TEXT)",
            """INSERT INTO threads VALUES('z1', '2026-10-01T10:00:05Z', 'json', CAST('{"cumulative_token_usage":{"input_tokens":5,"output_tokens":6},"model":{"model":"claude-haiku-4-5"}}' AS BLOB), '/src/app', '2026-10-01T10:00:00Z')""",
        ],
        "copilot" when path.EndsWith("data.db", StringComparison.Ordinal) =>
        [
            "CREATE TABLE sessions(id TEXT, model TEXT, total_input_tokens INTEGER, total_output_tokens INTEGER, total_cached_tokens INTEGER, created_at TEXT)",
            "INSERT INTO sessions VALUES('d1', 'gpt-5.2', 10, 2, 4, '2026-10-01T10:00:00Z')",
        ],
        "copilot" =>
        [
            "CREATE TABLE spans(span_id TEXT, trace_id TEXT, operation_name TEXT, start_time_ms INTEGER, chat_session_id TEXT, request_model TEXT, response_model TEXT, input_tokens INTEGER, output_tokens INTEGER, cached_tokens INTEGER, reasoning_tokens INTEGER)",
            "CREATE TABLE span_attributes(span_id TEXT, key TEXT, value TEXT)",
            "INSERT INTO spans VALUES('b','t','chat',1777629600000,'v1','gpt-5.2','gpt-5.2',100,10,40,5)",
        ],
        "cursor" => ["CREATE TABLE cursorDiskKV(key TEXT PRIMARY KEY, value BLOB)", """INSERT INTO cursorDiskKV VALUES('composerData:c1', '{"createdAt":1777629600000}'), ('bubbleId:c1:b1', '{}')"""],
        "goose" =>
        [
            "CREATE TABLE sessions(id TEXT, working_dir TEXT, created_at TEXT, updated_at TEXT, accumulated_total_tokens INTEGER, accumulated_input_tokens INTEGER, accumulated_output_tokens INTEGER, provider_name TEXT, model_config_json TEXT)",
            """INSERT INTO sessions VALUES('20260501_1','/src/app','2026-05-01 10:00:00','2026-05-01 10:05:00',1870,1700,170,'anthropic','{"model_name":"claude-sonnet-4-5"}')""",
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(agent), agent, "no sample"),
    };
}
