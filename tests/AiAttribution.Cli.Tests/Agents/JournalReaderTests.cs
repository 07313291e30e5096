using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Tests.Agents;

/// <summary>Junie, Grok, Qwen Code and Kimi: what the shared homes do not show.</summary>
public class JournalReaderTests
{
    [Fact]
    public void Junie_counts_two_equal_calls_of_one_event_and_an_event_that_was_written_twice_once()
    {
        const string Event = """{"timestampMs":1790848801000,"event":{"agentEvent":{"kind":"LlmResponseMetadataEvent","modelUsage":[{"model":"gpt-5.5","inputTokens":5,"outputTokens":1},{"model":"gpt-5.5","inputTokens":5,"outputTokens":1}]}}}""";
        using LogHome home = new LogHome()
            .Write(".junie/sessions/s1/events.jsonl", Event, Event)
            .Write(".junie/sessions/s2/events.jsonl", Event);

        Assert.Equal([2, 0], home.Sessions().Select(session => session.Usage.Output));
    }

    [Fact]
    public void Junie_events_of_a_version_without_times_count_and_an_equal_one_leaves_a_doubt()
    {
        const string Event = """{"event":{"agentEvent":{"kind":"LlmResponseMetadataEvent","modelUsage":[{"model":"gpt-5.5","inputTokens":5,"outputTokens":1}]}}}""";
        using LogHome home = new LogHome()
            .Write(".junie/sessions/s1/events.jsonl", Event, Event.Replace(":5,", ":6,", StringComparison.Ordinal))
            .Write(".junie/sessions/s2/events.jsonl", Event, Event);

        Assert.Equal([("s1", 13L, Exactness.Exact), ("s2", 6L, Exactness.Partial)], home.Sessions().Select(session => (session.Id, session.Usage.Total, session.Exactness)).Order());
    }

    [Fact]
    public void Junie_step_that_ended_tells_the_lines_it_wrote_once()
    {
        const string Step = """{"kind":"SessionA2uxEvent","timestampMs":1790848805000,"event":{"agentEvent":{"kind":"FileChangesBlockUpdatedEvent","stepId":"a","status":"COMPLETED","changes":[{"beforeRelativePath":"src/A.cs","afterRelativePath":"src/A.cs","beforeContent":{"text":"one\ntwo\n"},"afterContent":{"text":"one\nnew\ntwo\n"}}]}}}""";
        using LogHome home = new LogHome().Write(
            ".junie/sessions/s1/events.jsonl",
            """{"kind":"SessionA2uxEvent","timestampMs":1790848800000,"event":{"agentEvent":{"kind":"CurrentDirectoryUpdatedEvent","currentDirectory":"/src/app"}}}""",
            Step.Replace("COMPLETED", "IN_PROGRESS", StringComparison.Ordinal),
            Step,
            Step);

        EditedFile edit = Assert.Single(home.Session().EditedFiles);

        Assert.Equal("src/A.cs", edit.Path);
        Assert.Equal(TextLines.Of("new").Hashes, edit.LineHashes);
    }

    [Fact]
    public void Junie_response_is_in_the_folder_of_its_time()
    {
        using LogHome home = new LogHome().Write(
            ".junie/sessions/s1/events.jsonl",
            """{"timestampMs":1790848800000,"event":{"agentEvent":{"kind":"CurrentDirectoryUpdatedEvent","currentDirectory":"/src/app"}}}""",
            """{"timestampMs":1790848801000,"event":{"agentEvent":{"kind":"CurrentDirectoryUpdatedEvent","currentDirectory":"/src/lib"}}}""",
            """{"timestampMs":1790848802000,"event":{"agentEvent":{"kind":"LlmResponseMetadataEvent","modelUsage":[{"model":"gpt-5.5","inputTokens":5,"outputTokens":1,"cost":0.5}]}}}""");

        AgentSession session = home.Session();

        Assert.Equal(("/src/app", "/src/lib", null), (session.WorkingDirectory, session.Responses[0].WorkingDirectory, session.Responses[0].ReportedCost));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("\"5\"")]
    [InlineData("1e400")]
    [InlineData("0.5")]
    [InlineData("9223372036854775807")]
    public void Count_that_can_be_none_is_told_and_the_rest_is_a_lower_bound(string count)
    {
        using LogHome home = new LogHome().Write(
            ".junie/sessions/s1/events.jsonl",
            $$$"""{"timestampMs":1790848802000,"event":{"agentEvent":{"kind":"LlmResponseMetadataEvent","modelUsage":[{"model":"gpt-5.5","inputTokens":{{{count}}},"outputTokens":1}]} } }""");

        Assert.Equal((new TokenUsage(0, 1), Exactness.Partial), (home.Session().Usage, home.Session().Exactness));
        Assert.Single(home.Problems());
    }

    [Fact]
    public void Grok_fork_repeats_its_parents_turns_and_the_models_of_a_turn_count_one_by_one()
    {
        using LogHome home = new LogHome()
            .Write(".grok/sessions/%2Fsrc%2Fapp/g1/updates.jsonl", Turn("p1", 100, """{"grok-4.6":{"inputTokens":100,"outputTokens":8,"cachedReadTokens":60,"costUsdTicks":100},"grok-4.6-mini":{"inputTokens":20,"outputTokens":2}}"""))
            .Write(".grok/sessions/%2Fsrc%2Fapp/g2/updates.jsonl", Turn("p1", 100, """{"grok-4.6":{"inputTokens":100,"outputTokens":8,"cachedReadTokens":60,"costUsdTicks":100},"grok-4.6-mini":{"inputTokens":20,"outputTokens":2}}""").Replace("\"timestamp\":1", "\"timestamp\":2", StringComparison.Ordinal), Turn("p2", 10, "{}"))
            .Write(".grok/sessions/%2Fsrc%2Fapp/g1/subagents/g3/updates.jsonl", Turn("p3", 999, "{}"));

        Assert.Equal(new TokenUsage(70, 20, 60), home.Sessions().Aggregate(default(TokenUsage), (sum, session) => sum + session.Usage));
        Assert.Equal(["grok-4.6", "grok-4.6-mini"], home.Sessions()[0].Models.Order());
    }

    [Fact]
    public void Grok_fork_owns_nothing_that_was_there_before_it_was_made()
    {
        using LogHome home = new LogHome()
            .Write(".grok/sessions/%2Fsrc%2Fapp/g1/updates.jsonl", Turn("p1", 10, "{}"))
            .Write(".grok/sessions/%2Fsrc%2Fapp/g0/summary.json", """{"created_at":"2026-10-01T11:00:00Z","parent_session_id":"g1"}""")
            .Write(".grok/sessions/%2Fsrc%2Fapp/g0/updates.jsonl", Turn("p1", 10, "{}"));

        Assert.Equal([("g1", 20), ("g0", 0)], home.Sessions().Select(session => (session.Id, session.Usage.Total)));
    }

    [Fact]
    public void Grok_turn_that_holds_more_than_its_models_counts_whole()
    {
        using LogHome home = new LogHome().Write(".grok/sessions/%2Fsrc%2Fapp/g1/updates.jsonl", Turn("p1", 100, """{"grok-4.6":{"inputTokens":40,"outputTokens":8}}"""));

        Assert.Equal((new TokenUsage(100, 10), "/src/app"), (home.Session().Usage, home.Session().WorkingDirectory));
    }

    [Fact]
    public void Fork_whose_answers_have_new_ids_counts_once_and_an_answer_of_another_time_by_itself()
    {
        const string Usage = """{"promptTokenCount":10,"candidatesTokenCount":4,"totalTokenCount":14}""";
        using LogHome home = new LogHome()
            .Write(".qwen/projects/p/chats/s1.jsonl", Qwen("q1", Usage))
            .Write(".qwen/projects/p/chats/s2.jsonl", Qwen("q2", Usage).Replace("\"s1\"", "\"s2\"", StringComparison.Ordinal), Qwen("q3", Usage).Replace("\"s1\"", "\"s2\"", StringComparison.Ordinal).Replace("00:05Z", "00:07Z", StringComparison.Ordinal))
            .Write(".grok/sessions/%2Fsrc%2Fapp/g1/updates.jsonl", Turn("p1", 10, "{}"))
            .Write(".grok/sessions/%2Fsrc%2Fapp/g2/updates.jsonl", Turn("p7", 10, "{}"), Turn("p8", 10, "{}").Replace("1790848801000", "1790848809000", StringComparison.Ordinal));

        Assert.Equal([("grok", 2), ("qwen-code", 2)], home.Sessions().GroupBy(session => session.Agent).Select(agent => (agent.Key, agent.Sum(session => session.Responses.Count))).Order());
    }

    [Fact]
    public void File_that_is_damaged_costs_its_session_the_word_exact_and_no_other_file_its_tokens()
    {
        const string Record = """{"type":"usage.record","model":"k3","usage":{"inputOther":5,"output":6},"usageScope":"turn","time":1790848801500}""";
        using LogHome home = new LogHome()
            .Write(".kimi-code/sessions/wd_app_1/session_1/agents/main/wire.jsonl", Record)
            .Write(".kimi-code/sessions/wd_app_1/session_1/agents/sub1/wire.jsonl", Record.Replace("801500", "809500", StringComparison.Ordinal), Record.Replace("801500", "810500", StringComparison.Ordinal).Replace("\"output\":6", "\"output\":-6", StringComparison.Ordinal));

        Assert.Equal((new TokenUsage(15, 12), Exactness.Partial), (home.Session().Usage, home.Session().Exactness));
    }

    [Fact]
    public void Grok_shows_its_diffs()
    {
        using LogHome home = new LogHome().Write(
            ".grok/sessions/%2Fsrc%2Fapp/g1/updates.jsonl",
            """{"timestamp":1790848801,"params":{"update":{"sessionUpdate":"tool_call_update","content":[{"type":"diff","path":"/src/app/A.cs","oldText":"x","newText":"int a;\nint b;"}]}}}""",
            Turn("p1", 10, "{}"));

        Assert.Equal(("/src/app/A.cs", 2), (Assert.Single(home.Session().EditedFiles).Path, home.Session().EditedFiles[0].LineHashes.Count));
    }

    [Fact]
    public void Qwen_thoughts_whose_place_nothing_tells_are_left_out_and_told()
    {
        using LogHome home = new LogHome().Write(".qwen/projects/p/chats/s1.jsonl", Qwen("q1", """{"promptTokenCount":10,"candidatesTokenCount":4,"thoughtsTokenCount":3}"""));

        Assert.Equal((4L, Exactness.Partial), (home.Session().Usage.Output, home.Session().Exactness));
        Assert.Contains("thoughts", Assert.Single(home.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Qwen_archive_repeats_nothing_and_its_edits_are_shown()
    {
        const string Usage = """{"promptTokenCount":10,"candidatesTokenCount":4,"totalTokenCount":14}""";
        using LogHome home = new LogHome()
            .Write(".qwen/projects/p/chats/s1.jsonl", Qwen("q1", Usage, """{"functionCall":{"name":"write_file","args":{"file_path":"/src/app/A.cs","content":"int a;"}}}"""))
            .Write(".qwen/projects/p/chats/archive/s1.jsonl", Qwen("q1", Usage));

        Assert.Equal((14, "/src/app/A.cs", "main"), (home.Session().Usage.Total, Assert.Single(home.Session().EditedFiles).Path, home.Session().Branch));
    }

    [Theory]
    [InlineData(8, 9, 13, 15)]
    [InlineData(5, 6, 5, 6)]
    public void Kimi_call_beside_the_turns_counts_and_a_record_that_sums_them_up_does_not(int input, int output, long allInput, long allOutput)
    {
        string session = $$$"""{"type":"usage.record","model":"k3","usage":{"inputOther":{{{input}}},"output":{{{output}}}},"usageScope":"session","time":1790848805000}""";
        using LogHome home = new LogHome()
            .Write(".kimi-code/sessions/wd_app_1/session_1/state.json", """{"version":2,"cwd":"/src/app","createdAt":1790848800000}""")
            .Write(".kimi-code/sessions/wd_app_1/session_1/agents/main/wire.jsonl", """{"type":"usage.record","model":"k3","usage":{"inputOther":5,"output":6},"usageScope":"turn","time":1790848801500}""", session);

        Assert.Equal((new TokenUsage(allInput, allOutput), "/src/app", Exactness.Exact), (home.Session().Usage, home.Session().WorkingDirectory, home.Session().Exactness));
    }

    [Fact]
    public void Kimi_call_whose_provider_told_no_tokens_leaves_a_doubt()
    {
        const string Record = """{"type":"usage.record","model":"k3","usage":{"inputOther":5,"output":6},"usageScope":"turn","time":1790848801500}""";
        using LogHome home = new LogHome().Write(".kimi-code/sessions/wd_app_1/session_1/agents/main/wire.jsonl", Record, Record.Replace(":5", ":0", StringComparison.Ordinal).Replace(":6}", ":0}", StringComparison.Ordinal));

        Assert.Equal((11, Exactness.Partial), (home.Session().Usage.Total, home.Session().Exactness));
        Assert.Contains("states no tokens", Assert.Single(home.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Kimi_session_that_was_brought_into_the_newer_store_counts_once()
    {
        using LogHome home = new LogHome()
            .Write(".kimi/sessions/p/s1/wire.jsonl", """{"timestamp":1790848801.5,"message":{"type":"StatusUpdate","payload":{"message_id":"k1","token_usage":{"input_other":5,"output":6,"input_cache_read":7,"input_cache_creation":8}}}}""")
            .Write(".kimi-code/sessions/wd_app_1/session_2/agents/main/wire.jsonl", """{"type":"usage.record","model":"k3","usage":{"inputOther":5,"output":6,"inputCacheRead":7,"inputCacheCreation":8},"usageScope":"turn","time":1790848801500}""");

        Assert.Equal(new TokenUsage(5, 6, 7, 8), home.Sessions().Aggregate(default(TokenUsage), (sum, session) => sum + session.Usage));
    }

    [Fact]
    public void Kimi_status_that_was_sent_again_counts_once_and_its_sub_agents_belong_to_it()
    {
        const string Status = """{"timestamp":1790848801.5,"message":{"type":"StatusUpdate","payload":{"message_id":"k1","token_usage":{"input_other":5,"output":6}}}}""";
        using LogHome home = new LogHome()
            .Write(".kimi/sessions/c7f3e2a2ad7b0dd31c37a3d10a9cd1c2/s1/wire.jsonl", Status, Status.Replace("801.5", "802.5", StringComparison.Ordinal))
            .Write(".kimi/sessions/c7f3e2a2ad7b0dd31c37a3d10a9cd1c2/s1/subagents/a1/wire.jsonl", Status.Replace("801.5", "803.5", StringComparison.Ordinal).Replace("k1", "k2", StringComparison.Ordinal));

        Assert.Equal(("s1", new TokenUsage(10, 12)), (home.Session().Id, home.Session().Usage));
    }

    [Fact]
    public void Kimi_folder_is_the_one_whose_digest_names_the_place()
    {
        string place = Convert.ToHexString(System.Security.Cryptography.MD5.HashData("/src/app"u8)).ToLowerInvariant();
        using LogHome home = new LogHome()
            .Write(".kimi/kimi.json", """{"work_dirs":[{"path":"/src/lib"},{"path":"/src/app"}]}""")
            .Write($".kimi/sessions/{place}/s1/wire.jsonl", """{"timestamp":1790848801.5,"message":{"type":"StatusUpdate","payload":{"message_id":"k1","token_usage":{"input_other":5,"output":6}}}}""");

        Assert.Equal("/src/app", home.Session().WorkingDirectory);
    }

    private static string Turn(string prompt, int input, string models) =>
        $$$"""{"timestamp":1790848801,"params":{"update":{"sessionUpdate":"turn_completed","prompt_id":"{{{prompt}}}","usage":{"inputTokens":{{{input}}},"outputTokens":10,"modelUsage":{{{models}}} } },"_meta":{"agentTimestampMs":1790848801000} } }""";

    private static string Qwen(string id, string usage, string part = "{}") =>
        $$"""{"uuid":"{{id}}","sessionId":"s1","timestamp":"2026-10-01T10:00:05Z","type":"assistant","cwd":"/src/app","gitBranch":"main","model":"qwen3.5-plus","message":{"parts":[{{part}}]},"usageMetadata":{{usage}} }""";
}
