namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>The smallest log of each agent that has one session with something in it.</summary>
internal static class LogBuilder
{
    public static void Write(LogHome home, string path, string agent, int id = 1)
    {
        if (path.EndsWith("db", StringComparison.Ordinal))
            home.Database(path, Database(agent));
        else
            home.Write(path, path.EndsWith(".md", StringComparison.Ordinal) ? "# aider chat started at 2026-05-01 10:00:00\n> Tokens: 12k sent, 1.2k received." : Text(agent, id));
    }

    private static string Text(string agent, int id) => agent switch
    {
        "aider" => """{"event":"message_send","properties":{"main_model":"claude-haiku-4-5","prompt_tokens":1200,"completion_tokens":150},"time":1777629605}""",
        "amp" => $$"""{"id":"T-{{id}}","messages":[{"role":"assistant","messageId":1,"usage":{"model":"claude-haiku-4-5","timestamp":"2026-05-01T10:00:05Z","inputTokens":16,"outputTokens":160} }]}""",
        "claude-code" => $$"""{"type":"assistant","sessionId":"s{{id}}","timestamp":"2026-05-01T10:00:00Z","requestId":"r{{id}}","message":{"id":"msg_{{id}}","role":"assistant","model":"claude-haiku-4-5","usage":{"input_tokens":1,"output_tokens":2} } }""",
        "codex" => """{"timestamp":"2026-05-01T10:00:00Z","type":"session_meta","payload":{"id":"s1"}}""" + "\n" + """{"timestamp":"2026-05-01T10:01:00Z","type":"token_usage_record","payload":{"thread_id":"s1","response_id":"r1","usage":{"input_tokens":2000,"cached_input_tokens":1200,"output_tokens":200}}}""",
        "copilot" => """{"type":"assistant.message","timestamp":"2026-05-01T10:00:00Z","data":{"outputTokens":9,"model":"gpt-5.2"}}""",
        "factory-droid" => """{"model":"claude-haiku-4-5","tokenUsage":{"inputTokens":15,"outputTokens":150}}""",
        "gemini-cli" => """{"sessionId":"s1","startTime":"2026-05-01T10:00:00Z"}""" + "\n" + """{"id":"g1","timestamp":"2026-05-01T10:00:05Z","type":"gemini","model":"gemini-2.5-pro","tokens":{"input":1000,"output":100,"cached":400,"thoughts":30,"tool":0,"total":1130}}""",
        "kiro" => """{"session_id":"k1","session_state":{"conversation_metadata":{"user_turn_metadatas":[{"metering_usage":[{"value":0.4,"unit":"credit"}]}]}}}""",
        "opencode" => """{"id":"msg_1","sessionID":"ses_1","role":"assistant","modelID":"claude-haiku-4-5","tokens":{"input":1,"output":2,"reasoning":3,"cache":{"read":4,"write":5}}}""",
        "openclaw" or "pi" => $$$"""{"type":"session","id":"s{{{id}}}","timestamp":"2026-05-01T10:00:00Z"}""" + "\n" + $$$"""{"type":"message","id":"p{{{id}}}","timestamp":"2026-05-01T10:00:0{{{id}}}Z","message":{"role":"assistant","provider":"anthropic","model":"claude-haiku-4-5","usage":{"input":1,"output":2} } }""",
        _ => throw new ArgumentOutOfRangeException(nameof(agent), agent, "no sample"),
    };

    private static string[] Database(string agent) => agent switch
    {
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
