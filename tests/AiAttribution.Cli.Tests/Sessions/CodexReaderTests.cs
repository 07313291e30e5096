using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Sessions;

public class CodexReaderTests
{
    private const string Parent = "01970000-0000-7000-8000-000000000001";
    private const string Child = "01970000-0000-7000-8000-000000000002";

    [Fact]
    public void Counter_reset_counts_what_the_last_response_used()
    {
        using LogHome home = Rollout(Header(Parent), Count("10:00:10", (1_000, 0, 100), (1_000, 0, 100)), Count("10:00:20", (300, 0, 30), (300, 0, 30)), Count("10:00:30", (700, 0, 70), (400, 0, 40)));

        Assert.Equal(new TokenUsage(1_700, 170), home.Session().Usage);
    }

    [Fact]
    public void Total_that_only_fills_the_window_is_no_response()
    {
        using LogHome home = Rollout(
            Header(Parent),
            Count("10:00:10", (1_000, 0, 100), (1_000, 0, 100)),
            """{"timestamp":"2026-05-01T10:00:20Z","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":{"input_tokens":0,"cached_input_tokens":0,"output_tokens":0,"total_tokens":272000},"last_token_usage":{"input_tokens":0,"output_tokens":0,"total_tokens":272000}}}}""");

        Assert.Equal(new TokenUsage(1_000, 100), home.Session().Usage);
    }

    [Fact]
    public void Missing_last_usage_is_the_difference_of_totals()
    {
        using LogHome home = Rollout(Header(Parent), Count("10:00:10", (1_000, 200, 100), null), Count("10:00:20", (1_500, 300, 150), null));

        Assert.Equal(new TokenUsage(1_200, 150, 300), home.Session().Usage);
    }

    [Fact]
    public void Cached_and_written_tokens_are_within_input_and_reasoning_within_output()
    {
        using LogHome home = Rollout(Header(Parent), Record("r1", """{"input_tokens":2000,"cached_input_tokens":1200,"cache_write_input_tokens":300,"output_tokens":200,"reasoning_output_tokens":50,"total_tokens":2200}"""));

        Assert.Equal(new TokenUsage(500, 200, 1_200, 300, 0, 50), home.Session().Usage);
    }

    [Fact]
    public void Reasoning_beyond_all_output_is_told()
    {
        using LogHome home = Rollout(Header(Parent), Record("r1", """{"input_tokens":10,"output_tokens":5,"reasoning_output_tokens":9}"""));

        Assert.Equal((new TokenUsage(10, 5, Reasoning: 5), Exactness.Partial), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Web_searches_count_with_the_answer_that_follows()
    {
        const string Search = """{"timestamp":"2026-05-01T10:00:05Z","type":"response_item","payload":{"type":"web_search_call","status":"completed","action":{"type":"search","query":"x"}}}""";
        using LogHome home = Rollout(Header(Parent), Search, Search, Count("10:00:10", (1_000, 0, 100), (1_000, 0, 100)), Count("10:00:20", (1_300, 0, 130), (300, 0, 30)));

        Assert.Equal([2, 0], home.Session().Responses.Select(response => response.WebSearches));
    }

    [Fact]
    public void Records_alone_are_enough_and_count_once()
    {
        const string Usage = """{"input_tokens":100,"output_tokens":20,"total_tokens":120}""";
        using LogHome home = Rollout(Header(Parent), Record("r1", Usage), Record("r1", Usage), Record("r2", Usage));

        Assert.Equal(new TokenUsage(200, 40), home.Session().Usage);
    }

    [Fact]
    public void Records_replace_the_counters_from_the_first_one_on()
    {
        using LogHome home = Rollout(
            Header(Parent),
            Count("10:00:10", (1_000, 0, 100), (1_000, 0, 100)),
            Count("10:00:20", (1_100, 0, 120), (100, 0, 20)),
            Record("r2", """{"input_tokens":100,"output_tokens":20}"""),
            Count("10:00:30", (1_200, 0, 140), (100, 0, 20)),
            Record("r3", """{"input_tokens":100,"output_tokens":20}"""));

        Assert.Equal(new TokenUsage(1_200, 140), home.Session().Usage);
    }

    [Fact]
    public void Fork_does_not_repeat_its_parent_even_when_the_parent_is_gone()
    {
        using LogHome home = new LogHome().Write(
            $".codex/sessions/2026/05/01/rollout-2026-05-01T10-05-00-{Child}.jsonl",
            Header(Child, $$""","forked_from_id":"{{Parent}}" """),
            Header(Parent),
            Count("10:00:00", (1_000, 0, 100), (1_000, 0, 100)),
            Count("10:00:30", (1_500, 0, 150), (500, 0, 50)));

        AgentSession session = home.Session();

        Assert.Equal((new TokenUsage(500, 50), Parent), (session.Usage, session.ParentId));
    }

    [Fact]
    public void Slow_replay_has_the_parents_keys_and_counts_once()
    {
        using LogHome home = new LogHome()
            .Write($".codex/sessions/2026/05/01/rollout-2026-05-01T10-00-00-{Parent}.jsonl", Header(Parent), Count("10:00:10", (1_000, 0, 100), (1_000, 0, 100)))
            .Write(
                $".codex/sessions/2026/05/01/rollout-2026-05-01T10-05-00-{Child}.jsonl",
                Header(Child, $$""","forked_from_id":"{{Parent}}" """).Replace("10:00:00", "10:05:00"),
                Count("10:05:08", (1_000, 0, 100), (1_000, 0, 100)),
                Count("10:05:30", (1_500, 0, 150), (500, 0, 50)));

        Assert.Equal([100, 50], home.Sessions().Select(session => session.Usage.Output));
    }

    [Fact]
    public void Thread_that_is_archived_too_counts_once()
    {
        string[] lines = [Header(Parent), Count("10:00:10", (1_000, 0, 100), (1_000, 0, 100))];
        using LogHome home = Rollout(lines).Write($".codex/archived_sessions/rollout-2026-05-01T10-00-00-{Parent}.jsonl", lines);

        Assert.Equal(100, home.Session().Usage.Output);
    }

    [Fact]
    public void Model_that_no_turn_states_is_unknown()
    {
        using LogHome home = Rollout(Header(Parent), Count("10:00:10", (1_000, 0, 100), (1_000, 0, 100)));

        Assert.Null(Assert.Single(home.Session().Responses).Model);
    }

    [Fact]
    public void Patch_and_commit_are_seen()
    {
        using LogHome home = Rollout(
            Header(Parent),
            """{"timestamp":"2026-05-01T10:00:10Z","type":"response_item","payload":{"type":"custom_tool_call","name":"apply_patch","call_id":"c1","input":"*** Begin Patch\n*** Update File: src/A.cs\n@@\n-a\n+b\n+c\n*** Add File: src/B.cs\n+d\n*** End Patch"}}""",
            """{"timestamp":"2026-05-01T10:00:20Z","type":"response_item","payload":{"type":"function_call","name":"shell","call_id":"c2","arguments":"{\"command\":[\"bash\",\"-lc\",\"git commit -am x\"]}"}}""",
            """{"timestamp":"2026-05-01T10:00:21Z","type":"response_item","payload":{"type":"function_call_output","call_id":"c2","output":"{\"output\":\"[feature/y 0fedcba] x\\n 2 files\",\"metadata\":{}}"}}""");

        AgentSession session = home.Session();

        Assert.Equal(["src/A.cs:2", "src/B.cs:1"], session.EditedFiles.Select(edit => $"{edit.Path}:{edit.LineHashes.Count}"));
        Assert.Equal("0fedcba", Assert.Single(session.Commits).Id);
    }

    [Fact]
    public void Codex_home_moves_the_folder()
    {
        using LogHome home = new LogHome().With("CODEX_HOME", "elsewhere")
            .Write($"elsewhere/sessions/2026/05/01/rollout-2026-05-01T10-00-00-{Parent}.jsonl", Header(Parent), Count("10:00:10", (1_000, 0, 100), (1_000, 0, 100)));

        Assert.Equal(100, home.Session().Usage.Output);
    }

    private static LogHome Rollout(params string[] lines) =>
        new LogHome().Write($".codex/sessions/2026/05/01/rollout-2026-05-01T10-00-00-{Parent}.jsonl", lines);

    private static string Header(string id, string more = "") =>
        $$$"""{"timestamp":"2026-05-01T10:00:00Z","type":"session_meta","payload":{"id":"{{{id}}}","cwd":"/src/app","source":"cli","git":{"branch":"main"}{{{more}}} }}""";

    private static string Count(string time, (int Input, int Cached, int Output) total, (int Input, int Cached, int Output)? last) =>
        $$$"""{"timestamp":"2026-05-01T{{{time}}}Z","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":{{{Usage(total)}}}{{{Last(last)}}} } } }""";

    private static string Last((int Input, int Cached, int Output)? last) => last is { } used ? ",\"last_token_usage\":" + Usage(used) : "";

    private static string Record(string response, string usage) =>
        $$$"""{"timestamp":"2026-05-01T10:01:00Z","type":"token_usage_record","payload":{"thread_id":"{{{Parent}}}","response_id":"{{{response}}}","usage":{{{usage}}} }}""";

    private static string Usage((int Input, int Cached, int Output) usage) =>
        $$"""{"input_tokens":{{usage.Input}},"cached_input_tokens":{{usage.Cached}},"output_tokens":{{usage.Output}},"total_tokens":{{usage.Input + usage.Output}}}""";
}
