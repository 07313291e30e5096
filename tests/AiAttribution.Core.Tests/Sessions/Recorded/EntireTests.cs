using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Sessions.Recorded;

public class EntireTests
{
    private const string Branch = "refs/heads/entire/checkpoints/v1/";

    [Fact]
    public void Checkpoint_gives_the_tokens_of_its_session_with_those_of_sub_agents()
    {
        RecordedReading reading = Read([
            (Branch + "a1/b2c3d4e5f6/metadata.json", """{"checkpoint_id":"a1b2c3d4e5f6","token_usage_version":2}"""),
            (Branch + "a1/b2c3d4e5f6/0/metadata.json", """
                {"checkpoint_id":"a1b2c3d4e5f6","session_id":"s1","agent":"Claude Code","model":"claude-opus-4-8","created_at":"2026-05-01T10:00:00Z",
                 "token_usage":{"input_tokens":1,"cache_creation_tokens":20,"cache_creation_1h_tokens":5,"cache_read_tokens":300,"output_tokens":4000,"thinking_tokens":7,"api_call_count":2,
                 "subagent_tokens":{"input_tokens":10,"output_tokens":100,"subagent_tokens":{"output_tokens":1000}}}}
                """)]);

        RecordedAllocation record = Assert.Single(reading.Allocations);
        Assert.Equal(new SessionKey("entire", "a1b2c3d4e5f6"), record.Key);
        Assert.Equal(new TokenUsage(11, 5100, 300, 15, 5, 7), record.Allocation.Usage);
        Assert.Equal(("claude-code", "s1", "claude-opus-4-8", Exactness.SessionTotal), (record.Allocation.Agent, record.Allocation.Session, record.Allocation.Models[0].Model, record.Allocation.Exactness));
    }

    [Fact]
    public void Checkpoint_with_a_reference_of_its_own_is_read_too_and_counts_once()
    {
        const string Json = """{"checkpoint_id":"01HZXW5J8KQ2N3P4R5S6T7V8W9","session_id":"s1","agent":"Gemini CLI","token_usage":{"output_tokens":9}}""";

        RecordedReading reading = Read([
            ("refs/entire/checkpoints/W9/01HZXW5J8KQ2N3P4R5S6T7V8W9/0/metadata.json", Json),
            (Branch + "01/HZXW5J8KQ2N3P4R5S6T7V8W9/0/metadata.json", Json)]);

        Assert.Equal(("gemini-cli", 9L), (reading.Allocations.Single().Allocation.Agent, reading.Allocations.Single().Allocation.Usage.Total));
    }

    [Fact]
    public void Counts_of_version_2_are_those_since_the_checkpoint_before() =>
        Assert.Equal([100, 40], Outputs(2, (100, 0), (40, 0)));

    [Fact]
    public void Older_counts_from_the_start_stand_for_everything_before_them() =>
        Assert.Equal([100, 40, 60], Outputs(0, (100, 0), (40, 50), (200, 0)));

    [Fact]
    public void Older_count_from_the_start_that_is_less_than_what_was_before_replaces_it() =>
        Assert.Equal([30, 5], Outputs(0, (100, 0), (40, 50), (30, 0), (5, 90)));

    [Fact]
    public void Agent_that_a_checkpoint_leaves_out_is_the_one_of_its_session()
    {
        Allocation[] records = [.. Read([.. Rows(2, [(1, 0), (2, 0)], agent: ["", "Claude Code"])]).Allocations.Select(r => r.Allocation)];

        Assert.All(records, record => Assert.Equal("claude-code", record.Agent));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"checkpoint_id":"../../etc","session_id":"s1","token_usage":{"output_tokens":9}}""")]
    [InlineData("""{"checkpoint_id":"a1b2c3d4e5f6","session_id":"s1","token_usage":null}""")]
    [InlineData("""{"checkpoint_id":"a1b2c3d4e5f6","session_id":"s1","token_usage":{"output_tokens":-9,"input_tokens":"x"}}""")]
    public void What_is_no_checkpoint_counts_nothing(string text) =>
        Assert.Empty(Read([(Branch + "a1/b2c3d4e5f6/0/metadata.json", text)]).Allocations);

    private static IEnumerable<long> Outputs(int version, params (long Output, int Start)[] rows) =>
        Read([.. Rows(version, rows)]).Allocations.Select(r => r.Allocation.Usage.Output);

    private static IEnumerable<(string, string)> Rows(int version, (long Output, int Start)[] rows, string[]? agent = null)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            string folder = $"{Branch}a{i}/b2c3d4e5f6/";
            yield return (folder + "metadata.json", $$"""{"token_usage_version":{{version}}}""");
            yield return (folder + "0/metadata.json", $$"""
                {"checkpoint_id":"a{{i}}b2c3d4e5f6","session_id":"s1","agent":"{{agent?[i] ?? "Claude Code"}}","created_at":"2026-05-01T1{{i}}:00:00Z",
                 "checkpoint_transcript_start":{{rows[i].Start}},"token_usage":{"output_tokens":{{rows[i].Output}} } }
                """);
        }
    }

    private static RecordedReading Read((string Path, string Text)[] files) => RecordedFileReader.Read(RecordSource.Entire, files);
}
