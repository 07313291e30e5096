using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Agents;

/// <summary>One conversation of Copilot in all its stores, each with another output, the richest first.</summary>
public class CopilotStoresTests
{
    private static readonly Action<LogHome>[] Stores =
    [
        home => home.Database(
            ".copilot/session-store.db",
            "CREATE TABLE assistant_usage_events(id INTEGER, session_id TEXT, model TEXT, input_tokens INTEGER, output_tokens INTEGER, created_at TEXT)",
            "INSERT INTO assistant_usage_events VALUES(1, 'c1', 'gpt-5.2', 8000, 800, '2026-10-01T10:00:01Z')"),
        home => home.Write(".copilot/otel/1.jsonl", Span("c1", 7000, 700)),
        home => home.Database(
            ".config/Code/User/globalStorage/github.copilot-chat/agent-traces.db",
            "CREATE TABLE spans(span_id TEXT, trace_id TEXT, operation_name TEXT, start_time_ms INTEGER, chat_session_id TEXT, response_model TEXT, input_tokens INTEGER, output_tokens INTEGER)",
            "CREATE TABLE span_attributes(span_id TEXT, key TEXT, value TEXT)",
            "INSERT INTO spans VALUES('b', 't', 'chat', 1790848801000, 'c1', 'gpt-5.2', 6000, 600)"),
        home => home.Write(
            ".config/Code/User/workspaceStorage/w/GitHub.copilot-chat/debug-logs/c1/main.jsonl",
            """{"type":"llm_request","ts":1790848801000,"attrs":{"model":"gpt-5.2","inputTokens":5000,"outputTokens":500}}"""),
        home => home.Write(
            ".copilot/session-state/c1/events.jsonl",
            """{"type":"session.start","timestamp":"2026-10-01T10:00:00Z","data":{"sessionId":"c1","context":{"cwd":"/src/app"}}}""",
            """{"type":"tool.execution_start","timestamp":"2026-10-01T10:00:01Z","data":{"toolName":"edit","arguments":{"path":"/src/app/A.cs","new_str":"x"}}}""",
            """{"type":"session.shutdown","timestamp":"2026-10-01T10:05:00Z","data":{"modelMetrics":{"gpt-5.2":{"usage":{"inputTokens":4000,"outputTokens":400}}}}}"""),
        home => home.Database(
            ".copilot/data.db",
            "CREATE TABLE sessions(id TEXT, model TEXT, total_input_tokens INTEGER, total_output_tokens INTEGER, created_at TEXT)",
            "INSERT INTO sessions VALUES('c1', 'gpt-5.2', 3000, 300, '2026-10-01T10:00:00Z')"),
        home => home.Write(
            ".config/Code/User/workspaceStorage/w/chatSessions/c1.jsonl",
            """{"kind":0,"v":{"creationDate":1790848800000,"requests":[{"requestId":"r1","timestamp":1790848800000,"promptTokens":2000,"completionTokens":200}]}}"""),
        home => home.Write(
            ".copilot/history-session-state/c1.jsonl",
            """{"type":"session.start","timestamp":"2026-10-01T10:00:00Z","data":{"sessionId":"c1"}}""",
            """{"type":"assistant.message","timestamp":"2026-10-01T10:00:01Z","data":{"outputTokens":100,"model":"gpt-5.2"}}"""),
    ];

    [Theory]
    [InlineData("""{"type":"span","traceId":"t","spanId":"2","endTime":[1790848806,0],"attributes":{"gen_ai.operation.name":"execute_tool","gen_ai.conversation.id":"c1","gen_ai.tool.name":"create","gen_ai.tool.call.arguments":"{\"path\":\"/src/app/A.cs\",\"file_text\":\"one\\ntwo\"}"}}""")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"t","spanId":"2","endTimeUnixNano":"1790848806000000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"execute_tool"}},{"key":"gen_ai.conversation.id","value":{"stringValue":"c1"}},{"key":"gen_ai.tool.name","value":{"stringValue":"replace_string_in_file"}},{"key":"gen_ai.tool.call.arguments","value":{"stringValue":"{\"filePath\":\"/src/app/A.cs\",\"newString\":\"one\\ntwo\"}"}}]}]}]}]}""")]
    public void Trace_that_holds_the_arguments_of_tools_tells_what_was_written(string call)
    {
        using LogHome home = new LogHome().Write(".copilot/otel/1.jsonl", Span("c1", 7000, 700), call);

        EditedFile edit = Assert.Single(home.Session().EditedFiles);

        Assert.Equal(("/src/app/A.cs", 2), (edit.Path, edit.LineHashes.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Richest_store_of_a_conversation_counts_alone(int richest)
    {
        using var home = new LogHome();
        foreach (Action<LogHome> store in Stores.Skip(richest).Reverse())
            store(home);

        AgentSession session = home.Session();

        Assert.Equal((800 - (100 * richest), 1), (session.Usage.Output, session.Responses.Count));
    }

    [Fact]
    public void Folder_and_edits_of_a_poorer_store_stay()
    {
        using var home = new LogHome();
        Stores[1](home);
        Stores[4](home);

        AgentSession session = home.Session();

        Assert.Equal((700, "/src/app", "/src/app/A.cs"), (session.Usage.Output, session.WorkingDirectory, Assert.Single(session.EditedFiles).Path));
    }

    [Fact]
    public void Another_conversation_counts_by_its_own_store()
    {
        using var home = new LogHome();
        Stores[0](home);
        home.Write(".copilot/otel/1.jsonl", Span("c2", 10, 1));

        Assert.Equal([("c1", 800), ("c2", 1)], home.Sessions().Select(session => (session.Id, session.Usage.Output)).Order());
    }

    [Fact]
    public void Span_whose_counts_cannot_be_is_told_and_leaves_a_lower_bound()
    {
        using LogHome home = new LogHome().Write(".copilot/otel/1.jsonl", Span("c1", 10, 1), Span("c1", -5, 2, id: "s2"), Span("c1", 5, 4, id: "s3"));

        Assert.Equal((new TokenUsage(15, 7), Exactness.Partial), (home.Session().Usage, home.Session().Exactness));
        Assert.Contains("negative", Assert.Single(home.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Span_without_a_conversation_belongs_to_its_trace() =>
        Assert.Equal("t1", Traced(Span("c1", 10, 1).Replace("gen_ai.conversation.id", "other", StringComparison.Ordinal)).Id);

    [Fact]
    public void Span_in_a_list_of_attributes_and_one_in_an_object_are_read_alike()
    {
        const string Listed = """{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"vs-copilot"}}]},"scopeSpans":[{"spans":[{"traceId":"t1","spanId":"s1","endTimeUnixNano":"1790848805000000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.conversation.id","value":{"stringValue":"c1"}},{"key":"gen_ai.response.model","value":{"stringValue":"gpt-5.2"}},{"key":"gen_ai.usage.input_tokens","value":{"intValue":"10"}},{"key":"gen_ai.usage.output_tokens","value":{"stringValue":"1"}}]}]}]}]}""";

        Assert.Equal(Traced(Span("c1", 10, 1)).Responses, Traced(Listed).Responses);
    }

    private static AgentSession Traced(string line)
    {
        using LogHome home = new LogHome().Write("AppData/Local/Temp/VSGitHubCopilotLogs/traces/1_a_VSGitHubCopilot_traces.jsonl", line);
        return home.Session();
    }

    private static string Span(string conversation, int input, int output, string id = "s1") =>
        $$"""{"type":"span","traceId":"t1","spanId":"{{id}}","endTime":[1790848805,0],"attributes":{"gen_ai.operation.name":"chat","gen_ai.conversation.id":"{{conversation}}","gen_ai.response.model":"gpt-5.2","gen_ai.usage.input_tokens":{{input}},"gen_ai.usage.output_tokens":{{output}} } }""";
}
