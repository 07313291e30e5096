using System.Globalization;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>Forks and sub-agents of Codex: what they copied from their parent, and what is their own.</summary>
public class CodexForkTests
{
    private const string P = "01970000-0000-7000-8000-000000000001";
    private const string C = "01970000-0000-7000-8000-000000000002";
    private const string D = "01970000-0000-7000-8000-000000000003";
    private const string Forked = $$""","forked_from_id":"{{P}}" """;
    private const string Spawned = $$""","parent_thread_id":"{{P}}" """;

    [Fact]
    public void Copies_end_with_the_threads_own_turn_however_long_they_take_and_whatever_is_gone()
    {
        using LogHome home = File(C, [Header(C, 0, Forked), Header(P, 0), .. Copies(40, 1.98), Started(1.99, C), Context(1.995), Count(6, 40_000 + 2_000, 2_000, 1_500, 70)]);

        AgentSession session = home.Session();

        Assert.Equal((new TokenUsage(500, 70, 1_500), Exactness.Exact, "gpt-5.5"), (session.Usage, session.Exactness, session.Models[0]));
    }

    [Fact]
    public void Turn_that_was_made_after_the_thread_is_its_own_and_one_before_is_the_parents()
    {
        const string Thread = "019a0000-0000-7000-8000-000000000001";
        using LogHome home = File(
            Thread,
            [Header(Thread, 0, Forked), Header(P, 0), Started(0.01, "01980000-0000-7000-8000-000000000007"), .. Copies(3, 0.5), Started(0.6, "019a0000-0001-7000-8000-000000000007"), Count(0.7, 5_000, 2_000, 1_500, 70)]);

        Assert.Equal((new TokenUsage(500, 70, 1_500), Exactness.Exact), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Fork_without_a_turn_of_its_own_counts_nothing_and_has_no_unknown_format()
    {
        const string Thread = "019a0000-0000-7000-8000-000000000001";
        using LogHome home = File(Thread, [Header(Thread, 0, Forked), Header(P, 0), Started(0.01, "01980000-0000-7000-8000-000000000007"), .. Copies(3, 0.5)]);

        Assert.True(home.Session().Usage.IsZero);
        Assert.False(SessionSummary.Of(home.Session(), PriceTable.BuiltIn).LacksTokens);
    }

    [Fact]
    public void Own_header_ends_the_copies()
    {
        using LogHome home = File(C, [Header(C, 0, Forked), Header(P, 0), .. Copies(3, 0.5), Header(C, 0.6), Count(0.9, 5_000, 2_000, 1_500, 70)]);

        Assert.Equal((new TokenUsage(500, 70, 1_500), Exactness.Exact), (home.Session().Usage, home.Session().Exactness));
    }

    [Theory]
    [InlineData("\"subagent_history_start_ordinal\":4")]
    [InlineData("\"history_base\":{\"end_ordinal_exclusive\":4}")]
    public void Number_of_the_first_own_line_ends_the_copies(string mark)
    {
        string[] lines = [Header(C, 0, $"{Spawned},{mark}"), Header(P, 0), .. Copies(2, 0.5), Count(0.9, 5_000, 2_000, 1_500, 70)];
        using LogHome home = File(C, [.. lines.Select((line, i) => line.Replace("{\"timestamp\"", $"{{\"ordinal\":{i.ToString(CultureInfo.InvariantCulture)},\"timestamp\""))]);

        Assert.Equal((new TokenUsage(500, 70, 1_500), Exactness.Exact), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Lines_older_than_the_thread_are_copies()
    {
        using LogHome home = File(C, [Header(C, 100, Spawned), .. Copies(3, 50), Count(110, 5_000, 2_000, 1_500, 70)]);

        Assert.Equal((new TokenUsage(500, 70, 1_500), Exactness.Exact), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Copies_that_only_a_pause_ends_leave_the_session_partial_and_told()
    {
        using LogHome home = File(C, [Header(C, 0, Forked), Header(P, 0), .. Copies(40, 1.98), Count(6, 42_000, 2_000, 1_500, 70)]);

        Assert.Equal((new TokenUsage(500, 70, 1_500), Exactness.Partial), (home.Session().Usage, home.Session().Exactness));
        Assert.Contains("told by no mark", Assert.Single(home.Problems()));
    }

    [Fact]
    public void Copies_of_counts_whose_parent_has_records_count_once()
    {
        string[] parent = [.. Enumerable.Range(1, 20).SelectMany(i => new[] { Count(i * 10, i * 1_500, 1_500, 1_200, 200), Record(i * 10, P, $"r{i}", 1_500, 1_200, 200) })];
        string[] copies = [.. Enumerable.Range(1, 20).Select(i => Count(1_000 + (i * 0.1), i * 1_500, 1_500, 1_200, 200))];
        using LogHome home = File(P, [Header(P, 0), .. parent]);
        Add(home, C, [Header(C, 1_000, Forked), .. copies, Count(1_020, 31_500, 1_500, 1_200, 200)]);

        Assert.Equal([20, 1], home.Sessions().Select(session => session.Responses.Count));
        Assert.Equal([new TokenUsage(6_000, 4_000, 24_000), new TokenUsage(300, 200, 1_200)], home.Sessions().Select(session => session.Usage));
    }

    [Fact]
    public void Copies_of_what_came_after_a_reset_count_once()
    {
        using LogHome home = File(P, [Header(P, 0), Count(10, 5_000, 5_000, 4_000, 500), Count(20, 1_000, 1_000, 800, 90), Count(30, 2_100, 1_100, 900, 80)]);
        Add(home, C, [Header(C, 100, Forked), Count(103, 1_000, 1_000, 800, 90), Count(106, 2_100, 1_100, 900, 80), Count(120, 2_600, 500, 400, 30)]);

        Assert.Equal([3, 1], home.Sessions().Select(session => session.Responses.Count));
    }

    [Fact]
    public void Fork_of_a_fork_counts_its_own_only()
    {
        using LogHome home = File(P, [Header(P, 0), Count(10, 1_000, 1_000, 800, 50)]);
        Add(home, C, [Header(C, 100, Forked), Header(P, 100), Count(100.1, 1_000, 1_000, 800, 50), Started(101, C), Count(110, 2_000, 1_000, 800, 60)]);
        Add(home, D, [Header(D, 200, $$""","forked_from_id":"{{C}}" """), Header(C, 200), Header(P, 200), Count(200.1, 1_000, 1_000, 800, 50), Count(200.2, 2_000, 1_000, 800, 60), Started(201, D), Count(210, 3_000, 1_000, 800, 70)]);

        Assert.Equal([50, 60, 70], home.Sessions().Select(session => session.Usage.Output));
    }

    [Fact]
    public void Sub_agents_with_fresh_counters_and_equal_counts_are_two()
    {
        string[] counts = [Count(5, 9_035, 9_035, 0, 20), Count(9, 18_135, 9_100, 9_000, 30)];
        using LogHome home = File(C, [Header(C, 0, Spawned), .. counts]);
        Add(home, D, [Header(D, 0, Spawned), .. counts]);

        Assert.Equal([new TokenUsage(9_135, 50, 9_000), new TokenUsage(9_135, 50, 9_000)], home.Sessions().Select(session => session.Usage));
    }

    [Fact]
    public void Sub_agent_without_its_parents_header_has_copied_nothing()
    {
        using LogHome home = File(C, [Header(C, 0, Spawned), Count(0.9, 500, 500, 0, 5), Count(4, 1_100, 600, 0, 6)]);

        Assert.Equal((new TokenUsage(1_100, 11), Exactness.Exact), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Sub_agent_that_begins_after_its_parents_header_counts_all_of_its_own()
    {
        using LogHome home = File(C, [Header(C, 0, Spawned), Header(P, 0), Started(0.1, "t1"), Context(0.2), Count(5, 500, 500, 0, 5), Count(9, 1_100, 600, 0, 6)]);

        Assert.Equal((new TokenUsage(1_100, 11), Exactness.Exact), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Huge_totals_of_a_parent_that_were_not_copied_do_not_count()
    {
        using LogHome home = File(C, [Header(C, 0, Forked), Started(0.5, C), Count(5, 3_000_000, 500, 0, 5)]);

        Assert.Equal(new TokenUsage(500, 5), home.Session().Usage);
    }

    [Theory]
    [InlineData("priority", "gpt-5.5-priority")]
    [InlineData("fast", "gpt-5.5-priority")]
    [InlineData("flex", "gpt-5.5-flex")]
    [InlineData("default", "gpt-5.5")]
    public void Service_tier_of_a_turn_is_part_of_the_model(string tier, string model)
    {
        using LogHome home = File(P, [Header(P, 0), Context(1).Replace("\"model\"", $"\"service_tier\":\"{tier}\",\"model\""), Count(5, 500, 500, 0, 5)]);

        Assert.Equal([model], home.Session().Models);
    }

    [Fact]
    public void Service_tier_of_a_record_is_part_of_its_model()
    {
        using LogHome home = File(P, [Header(P, 0), Context(1), Record(5, P, "r1", 500, 0, 5).Replace("\"response_id\"", "\"service_tier\":\"priority\",\"response_id\"")]);

        Assert.Equal(["gpt-5.5-priority"], home.Session().Models);
    }

    private static LogHome File(string thread, string[] lines) => Add(new LogHome(), thread, lines);

    private static LogHome Add(LogHome home, string thread, string[] lines) => home.Write($".codex/sessions/2026/10/01/rollout-2026-10-01T10-00-00-{thread}.jsonl", lines);

    private static string[] Copies(int count, double seconds) => [.. Enumerable.Range(1, count).Select(i => Count(i * seconds / count, i * 1_000, 1_000, 800, 50))];

    private static string Header(string id, double second, string more = "") => Line(second, "session_meta", $$"""{"id":"{{id}}","cwd":"/src/app"{{more}}}""");

    private static string Started(double second, string turn) => Line(second, "event_msg", $$"""{"type":"task_started","turn_id":"{{turn}}"}""");

    private static string Context(double second) => Line(second, "turn_context", """{"model":"gpt-5.5"}""");

    private static string Count(double second, int total, int input, int cached, int output) => Line(
        second,
        "event_msg",
        $$$"""{"type":"token_count","info":{"total_token_usage":{"input_tokens":{{{total}}},"cached_input_tokens":{{{total / 2}}},"output_tokens":{{{total / 20}}}},"last_token_usage":{{{Usage(input, cached, output)}}}}}""");

    private static string Record(double second, string thread, string response, int input, int cached, int output) =>
        Line(second, "token_usage_record", $$"""{"thread_id":"{{thread}}","response_id":"{{response}}","usage":{{Usage(input, cached, output)}}}""");

    private static string Usage(int input, int cached, int output) => $$"""{"input_tokens":{{input}},"cached_input_tokens":{{cached}},"output_tokens":{{output}}}""";

    private static string Line(double second, string type, string payload) =>
        $$"""{"timestamp":"{{new DateTime(2026, 10, 1, 10, 0, 0, DateTimeKind.Utc).AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}}","type":"{{type}}","payload":{{payload}}}""";
}
