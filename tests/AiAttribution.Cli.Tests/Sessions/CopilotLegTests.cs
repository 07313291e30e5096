using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>Resumed sessions of Copilot CLI: what the ends of their legs sum up, and what no end does.</summary>
public class CopilotLegTests
{
    private const string Log = ".copilot/session-state/c1/events.jsonl";
    private const string Resume = """{"type":"session.resume","timestamp":"2026-10-01T10:10:00Z","data":{}}""";
    private const string Compaction = """{"type":"session.compaction_complete","timestamp":"2026-10-01T10:10:00Z","data":{"success":true}}""";

    [Fact]
    public void Sums_that_begin_anew_with_each_leg_are_added()
    {
        using LogHome home = new LogHome().Write(Log, Message("10:01", 100), End("10:05", 1_000, 500, 100), Resume, Message("10:11", 300), End("10:15", 5_000, 4_000, 300));

        Assert.Equal((new TokenUsage(1_500, 400, 4_500), Exactness.SessionTotal), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Sums_that_go_on_over_the_legs_count_once()
    {
        using LogHome home = new LogHome().Write(Log, Message("10:01", 100), End("10:05", 1_000, 500, 100), Resume, Message("10:11", 300), End("10:15", 6_000, 4_500, 400));

        Assert.Equal(new TokenUsage(1_500, 400, 4_500), home.Session().Usage);
    }

    [Fact]
    public void Sums_begin_anew_after_a_compaction()
    {
        using LogHome home = new LogHome().Write(Log, Message("10:01", 100), End("10:05", 1_000, 500, 100), Resume, Compaction, Message("10:11", 300), End("10:15", 5_000, 4_000, 300), Resume, Message("10:21", 50), End("10:25", 5_600, 4_100, 350));

        Assert.Equal(new TokenUsage(500 + 1_500, 450, 4_600), home.Session().Usage);
    }

    [Fact]
    public void Answers_before_a_compaction_that_no_end_sums_up_are_partial()
    {
        using LogHome home = new LogHome().Write(Log, Message("10:01", 100), Compaction, Message("10:11", 300), End("10:15", 5_000, 4_000, 300));

        Assert.Equal((new TokenUsage(1_000, 400, 4_000), Exactness.Partial), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Leg_without_an_end_counts_with_its_output_and_is_partial()
    {
        using LogHome home = new LogHome().Write(Log, Message("10:01", 100), End("10:05", 1_000, 500, 100), Resume, Message("10:11", 300));

        Assert.Equal((new TokenUsage(500, 400, 500), Exactness.Partial), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Store_counts_with_what_an_end_holds_beyond_it()
    {
        using LogHome home = Store("(1, 'c1', 'gpt-5.2', 1000, 50, 0, '2026-10-01T10:01:00Z')").Write(Log, End("10:05", 900_000, 800_000, 9_000));

        Assert.Equal((new TokenUsage(100_000, 9_000, 800_000), Exactness.SessionTotal), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Store_of_the_second_leg_takes_nothing_from_the_first()
    {
        using LogHome home = Store("(1, 'c1', 'gpt-5.2', 5000, 300, 4000, '2026-10-01T10:12:00Z')")
            .Write(Log, Message("10:01", 100), End("10:05", 1_000, 500, 100), Resume, Message("10:11", 300), End("10:15", 5_000, 4_000, 300));

        Assert.Equal(new TokenUsage(1_500, 400, 4_500), home.Session().Usage);
    }

    [Fact]
    public void Store_that_holds_all_is_exact_whatever_the_answers_tell()
    {
        using LogHome home = Store("(1, 'c1', 'gpt-5.2', 1000, 100, 0, '2026-10-01T10:01:00Z')").Write(Log, Message("10:01", 100));

        Assert.Equal((new TokenUsage(1_000, 100), Exactness.Exact), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Details_of_an_end_without_sums_by_model_are_read_class_by_class()
    {
        using LogHome home = new LogHome().Write(
            Log,
            Message("10:01", 42),
            """{"type":"session.shutdown","timestamp":"2026-10-01T10:05:00Z","data":{"modelMetrics":{},"totalNanoAiu":2655750000,"tokenDetails":{"input":{"tokenCount":10},"cache_write":{"tokenCount":21070},"output":{"tokenCount":42}}}}""");

        AgentSession session = home.Session();

        Assert.Equal((new TokenUsage(10, 42, 0, 21_070), "gpt-5.2", 0.0265575m), (session.Usage, session.Models[0], session.Responses[0].ReportedCost));
    }

    [Fact]
    public void Units_of_the_store_are_a_stated_cost()
    {
        using LogHome home = new LogHome().Database(
            ".copilot/session-store.db",
            "CREATE TABLE assistant_usage_events(id INTEGER, session_id TEXT, model TEXT, input_tokens INTEGER, output_tokens INTEGER, total_nano_aiu INTEGER)",
            "INSERT INTO assistant_usage_events VALUES(1, 'c1', 'gpt-5.2', 10, 5, 2655750000)");

        Assert.Equal(0.0265575m, home.Session().Responses[0].ReportedCost);
    }

    [Fact]
    public void Units_that_go_on_over_the_legs_are_stated_once()
    {
        using LogHome home = new LogHome().Write(Log, Message("10:01", 100), End("10:05", 1_000, 500, 100, units: 100_000_000_000), Resume, Message("10:11", 300), End("10:15", 6_000, 4_500, 400, units: 300_000_000_000));

        Assert.Equal([1m, 2m], home.Session().Responses.Select(response => response.ReportedCost));
    }

    private static LogHome Store(string row) => new LogHome().Database(
        ".copilot/session-store.db",
        "CREATE TABLE assistant_usage_events(id INTEGER, session_id TEXT, model TEXT, input_tokens INTEGER, output_tokens INTEGER, cache_read_tokens INTEGER, created_at TEXT)",
        $"INSERT INTO assistant_usage_events VALUES{row}");

    private static string Message(string time, int output) =>
        $$$"""{"type":"assistant.message","timestamp":"2026-10-01T{{{time}}}:00Z","data":{"outputTokens":{{{output}}},"model":"gpt-5.2"}}""";

    private static string End(string time, int input, int cached, int output, long units = 0) =>
        $$$"""{"type":"session.shutdown","timestamp":"2026-10-01T{{{time}}}:00Z","data":{"totalNanoAiu":{{{units}}},"modelMetrics":{"gpt-5.2":{"usage":{"inputTokens":{{{input}}},"cacheReadTokens":{{{cached}}},"outputTokens":{{{output}}} } } } } }""";
}
