using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Sessions.Recorded;

public class TelemetryTests
{
    private const string Path = ".ai-attribution/telemetry/day.jsonl";

    [Fact]
    public void Delta_points_are_added_and_one_that_was_sent_twice_counts_once()
    {
        AgentSession session = Session(
            Metric(1, "claude_code.token.usage", ("output", "1777629600000000000", 100), ("cacheRead", "1777629600000000000", 7)),
            Metric(1, "claude_code.token.usage", ("output", "1777629660000000000", 20)),
            Metric(1, "claude_code.token.usage", ("output", "1777629660000000000", 20)));

        Assert.Equal(("claude-code", "s1", new TokenUsage(0, 120, 7), Exactness.SessionTotal), (session.Agent, session.Id, session.Usage, session.Exactness));
        Assert.Equal("claude-sonnet-4-5", Assert.Single(session.Models));
    }

    [Fact]
    public void Cumulative_points_tell_the_sum_and_a_counter_may_begin_anew() =>
        Assert.Equal(150, Session(
            Metric(2, "claude_code.token.usage", ("output", "1777629600000000000", 100)),
            Metric(2, "claude_code.token.usage", ("output", "1777629660000000000", 120)),
            Metric(2, "claude_code.token.usage", ("output", "1777629720000000000", 30))).Usage.Total);

    [Fact]
    public void Input_of_gemini_holds_its_cache_and_thoughts_are_output_besides() =>
        Assert.Equal(new TokenUsage(607, 130, 400, Reasoning: 30), Session(
            Metric(1, "gemini_cli.token.usage", ("input", "1777629600000000000", 1000), ("cache", "1777629600000000000", 400), ("output", "1777629600000000000", 100), ("thought", "1777629600000000000", 30), ("tool", "1777629600000000000", 7))).Usage);

    [Theory]
    [InlineData("claude_code.api_request", "claude-code", 10, 20, 30, 40, 0, "session.id=s1", "input_tokens=10", "output_tokens=20", "cache_read_tokens=30", "cache_creation_tokens=40")]
    [InlineData("gemini_cli.api_response", "gemini-cli", 607, 130, 400, 0, 30, "session.id=s1", "input_token_count=1000", "output_token_count=100", "cached_content_token_count=400", "thoughts_token_count=30", "tool_token_count=7")]
    [InlineData("codex.sse_event", "codex", 600, 100, 400, 0, 30, "conversation.id=s1", "event.kind=response.completed", "input_token_count=1000", "output_token_count=100", "cached_token_count=400", "reasoning_token_count=30")]
    public void Logged_response_is_exact(string name, string agent, long input, long output, long read, long write, long reasoning, params string[] attributes)
    {
        AgentSession session = Session(Log(name, attributes));

        Assert.Equal((agent, new TokenUsage(input, output, read, write, 0, reasoning), Exactness.Exact), (session.Agent, session.Usage, session.Exactness));
    }

    [Fact]
    public void Request_that_was_logged_twice_counts_once() =>
        Assert.Equal(5, Session(
            Log("claude_code.api_request", "session.id=s1", "request_id=r1", "output_tokens=5"),
            Log("claude_code.api_request", "session.id=s1", "request_id=r1", "output_tokens=5")).Usage.Total);

    [Fact]
    public void Logged_responses_come_before_the_metrics_of_the_same_session() =>
        Assert.Equal(5, Session(
            Metric(1, "claude_code.token.usage", ("output", "1777629600000000000", 100)),
            Log("claude_code.api_request", "session.id=s1", "request_id=r1", "output_tokens=5")).Usage.Total);

    [Fact]
    public void Chat_spans_count_and_the_span_of_the_whole_agent_does_not()
    {
        const string Spans = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"github-copilot"}}]},"scopeSpans":[{"spans":[
            {"traceId":"t","spanId":"1","endTimeUnixNano":"1777629600000000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.conversation.id","value":{"stringValue":"c1"}},
             {"key":"gen_ai.response.model","value":{"stringValue":"gpt-5"}},{"key":"gen_ai.usage.input_tokens","value":{"intValue":"1000"}},{"key":"gen_ai.usage.cache_read.input_tokens","value":{"intValue":"900"}},{"key":"gen_ai.usage.output_tokens","value":{"intValue":50}}]},
            {"traceId":"t","spanId":"2","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"invoke_agent"}},{"key":"gen_ai.conversation.id","value":{"stringValue":"c1"}},{"key":"gen_ai.usage.output_tokens","value":{"intValue":"50"}}]}]}]}]}
            """;

        AgentSession session = Assert.Single(RecordedFileReader.Read(RecordSource.Telemetry, (".ai-attribution/telemetry/spans.json", Spans)).Sessions);

        Assert.Equal(("copilot", "c1", new TokenUsage(100, 50, 900)), (session.Agent, session.Id, session.Usage));
    }

    [Fact]
    public void Span_that_stands_alone_on_its_line_counts_with_the_cost_that_copilot_states()
    {
        AgentSession session = Session(Span("""{"gen_ai.usage.input_tokens":35925,"gen_ai.usage.cache_read.input_tokens":35067,"gen_ai.usage.cache_creation.input_tokens":857,"gen_ai.usage.output_tokens":"9","github.copilot.aiu":2655750000}"""));

        Assert.Equal(("copilot", "c1", new TokenUsage(1, 9, 35_067, 857)), (session.Agent, session.Id, session.Usage));
        Assert.Equal((0.0265575m, new DateTimeOffset(2026, 10, 1, 10, 0, 5, TimeSpan.Zero)), (session.Responses[0].ReportedCost!.Value, session.Responses[0].Time!.Value));
    }

    [Fact]
    public void Fast_mode_and_service_tiers_are_models_of_their_own()
    {
        string fast = Metric(1, "claude_code.token.usage", ("output", "1777629600000000000", 100)).Replace("\"attributes\":[", $"\"attributes\":[{Attribute("speed=fast")},", StringComparison.Ordinal);
        string priority = Span("""{"gen_ai.response.model":"gpt-5.5","openai.response.service_tier":"priority","gen_ai.usage.output_tokens":9}""");

        Assert.Equal(["claude-sonnet-4-5-fast"], Session(fast).Models);
        Assert.Equal(["gpt-5.5-priority"], Session(priority).Models);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("0.5")]
    [InlineData("1e300")]
    [InlineData("\"many\"")]
    public void Count_that_can_be_none_is_told_and_leaves_a_part(string count)
    {
        RecordedReading reading = RecordedFileReader.Read(RecordSource.Telemetry, (Path, Span($$"""{"gen_ai.usage.input_tokens":{{count}},"gen_ai.usage.output_tokens":9}""")));

        Assert.Equal((new TokenUsage(0, 9), Exactness.Partial), (reading.Sessions[0].Usage, reading.Sessions[0].Exactness));
        Assert.StartsWith(Path, Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_line_is_named_and_the_others_count()
    {
        RecordedReading reading = RecordedFileReader.Read(RecordSource.Telemetry, (Path, Log("claude_code.api_request", "session.id=s1", "output_tokens=5") + "\n{torn\n"));

        Assert.Equal([Path + "(2): it is not JSON"], reading.Problems);
        Assert.Single(reading.Sessions);
    }

    [Fact]
    public void Points_without_a_session_are_nobodys() =>
        Assert.Empty(RecordedFileReader.Read(RecordSource.Telemetry, (Path, Metric(1, "claude_code.token.usage", ("output", "1", 5)).Replace("session.id", "other", StringComparison.Ordinal))).Sessions);

    private static string Span(string usage) =>
        $$"""{"type":"span","traceId":"t","spanId":"1","endTime":[1790848805,0],"attributes":{"gen_ai.operation.name":"chat","gen_ai.provider.name":"github","gen_ai.conversation.id":"c1",{{usage[1..]}} }""";

    private static AgentSession Session(params string[] lines) =>
        Assert.Single(RecordedFileReader.Read(RecordSource.Telemetry, (Path, string.Concat(lines.Select(line => line + "\n")))).Sessions);

    private static string Metric(int temporality, string name, params (string Type, string Time, int Count)[] points)
    {
        IEnumerable<string> all = points.Select(p => $$"""
            {"startTimeUnixNano":"1777629000000000000","timeUnixNano":"{{p.Time}}","asInt":"{{p.Count}}","attributes":[{{Attribute("session.id=s1")}},{{Attribute("model=claude-sonnet-4.5")}},{{Attribute("type=" + p.Type)}}]}
            """.Trim());
        return $$"""{"resourceMetrics":[{"resource":{},"scopeMetrics":[{"metrics":[{"name":"{{name}}","sum":{"aggregationTemporality":{{temporality}},"dataPoints":[{{string.Join(',', all)}}] } }]}]}]}""";
    }

    private static string Log(string name, params string[] attributes) =>
        $$"""{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1777629600000000000","body":{"stringValue":"{{name}}"},"attributes":[{{Attribute("event.name=" + name)}},{{string.Join(',', attributes.Select(Attribute))}}]}]}]}]}""";

    private static string Attribute(string pair) => $$"""{"key":"{{pair.Split('=')[0]}}","value":{"stringValue":"{{pair.Split('=')[1]}}"} }""";
}
