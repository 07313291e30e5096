using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Testing.Json;

namespace AiAttribution.Core.Tests.Sessions.Notes;

public class SessionNoteTests
{
    [Fact]
    public void Allocation_comes_back_as_it_was_written()
    {
        Allocation allocation = Make("s1", "r1", "r2") with
        {
            Parent = "s0",
            To = new DateTimeOffset(2026, 5, 1, 10, 5, 0, TimeSpan.Zero),
            CostReported = 0.5m,
            CostComputed = 0.0431m,
            PriceTable = "2026-09",
            Models = [new ModelUsage("claude-sonnet-4-5", new TokenUsage(1, 2, 3, 4, 5, 1)), new ModelUsage("haiku", new TokenUsage(7, 8))],
        };

        Allocation read = Assert.Single(Parse(SessionNote.Write([allocation])).Allocations);

        Assert.Equal(SessionNote.Write([allocation]), SessionNote.Write([read]));
        Assert.Equal(new TokenUsage(8, 10, 3, 4, 5, 1), read.Usage);
        Assert.Equal(0.0431m, read.CostComputed);
    }

    [Fact]
    public void Every_line_of_a_note_is_valid_by_the_schema()
    {
        Allocation full = Make("s1", "r1", "r2") with
        {
            Parent = "s0",
            To = new DateTimeOffset(2026, 5, 1, 10, 5, 0, TimeSpan.Zero),
            CostReported = 0.5m,
            CostComputed = 0.0431m,
            PriceTable = "2026-09",
            Models = [new ModelUsage("claude-sonnet-4-5", new TokenUsage(1, 2, 3, 4, 5, 1)), new ModelUsage(null, new TokenUsage(7, 8))],
        };
        PublishedSchema schema = PublishedSchema.Read("nuget/ai-attribution-session.schema.json");

        string[] lines = SessionNote.Write([full, Make("s2")]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Empty(schema.Errors(line)));
        Assert.NotEmpty(schema.Errors(lines[0].Replace("\"s1\"", "7", StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_is_the_same_in_whatever_order_allocations_come_and_however_often()
    {
        Allocation one = Make("s1", "r1");
        Allocation two = Make("s2", "r2");

        Assert.Equal(SessionNote.Write([one, two]), SessionNote.Write([two, one, two]));
    }

    [Fact]
    public void Note_that_git_merged_by_sorting_its_lines_holds_each_allocation_once()
    {
        string ours = SessionNote.Write([Make("s1", "r1"), Make("s2", "r2")]);
        string theirs = SessionNote.Write([Make("s2", "r2"), Make("s3", "r3")]);
        string merged = string.Join('\n', (theirs + ours).Split('\n').Order(StringComparer.Ordinal).Distinct());

        Assert.Equal(["s1", "s2", "s3"], Parse(merged).Allocations.Select(a => a.Session).Order());
    }

    [Theory]
    [InlineData("not JSON", "it is not JSON")]
    [InlineData("[1]", "it is not a JSON object")]
    [InlineData("{\"v\":2}", "its version is not 1, so a newer reader is needed")]
    [InlineData("{\"version\":1}", "it has no version 'v'")]
    [InlineData("{\"v\":0}", "it has no version 'v'")]
    [InlineData("{\"v\":1,\"agent\":\"a\",\"id\":\"x\",\"exactness\":\"exact\"}", "'session' is missing")]
    [InlineData("{\"v\":1,\"agent\":\"a <b>\",\"session\":\"s\",\"id\":\"x\",\"exactness\":\"exact\"}", "'agent' is no plain word")]
    [InlineData("{\"v\":1,\"agent\":\"a\",\"session\":\"/home/dev\",\"id\":\"x\",\"exactness\":\"exact\"}", "'session' is no plain word")]
    [InlineData("{\"v\":1,\"agent\":\"a\",\"session\":\"s\",\"id\":\"x\",\"exactness\":\"guess\"}", "its exactness is none of the known words")]
    [InlineData("{\"v\":1,\"agent\":\"a\",\"session\":\"s\",\"id\":\"x\",\"exactness\":\"exact\",\"responses\":[\"abc\"]}", "its id does not fit its responses")]
    [InlineData("{\"v\":1,\"agent\":\"a\",\"session\":\"s\",\"id\":\"x\",\"exactness\":\"exact\",\"models\":[{\"input\":-1}]}", "'input' is no number of tokens")]
    [InlineData("{\"v\":1,\"agent\":\"a\",\"session\":\"s\",\"id\":\"x\",\"exactness\":\"exact\",\"models\":[{\"output\":1e30}]}", "'output' is no number of tokens")]
    public void Bad_line_is_left_out_and_named_and_the_others_are_read(string line, string problem)
    {
        SessionNoteReading reading = Parse(line + "\n" + SessionNote.Write([Make("s1", "r1")]));

        Assert.Equal(["line 1: " + problem], reading.Problems);
        Assert.Equal([line], reading.Unread);
        Assert.Equal("s1", Assert.Single(reading.Allocations).Session);
    }

    [Theory]
    [InlineData("{\"version\":1,\"generator\":\"Qwen-Coder\",\"files\":{}}")]
    [InlineData("src/A.cs")]
    [InlineData("  s_1::t_1 1-4")]
    [InlineData("reviewed by hand")]
    public void Line_of_another_tool_in_a_shared_reference_is_none_of_ours(string line)
    {
        SessionNoteReading reading = SessionNote.Parse(Encoding.UTF8.GetBytes(line + "\n" + SessionNote.Write([Make("s1", "r1")])), isOurs: false);

        Assert.Empty(reading.Problems);
        Assert.Equal([line], reading.Foreign);
        Assert.Equal("s1", Assert.Single(reading.Allocations).Session);
    }

    [Theory]
    [InlineData("{\"v\":1,\"id\":\"x\",\"agent\":\"a\",\"sess")]
    [InlineData("{\"id\":\"x\",\"v\":1,\"agent\":\"a\",\"session\":\"s\",\"exactness\":\"guess\"}")]
    public void Damaged_record_in_a_shared_reference_is_a_problem(string line)
    {
        SessionNoteReading reading = SessionNote.Parse(Encoding.UTF8.GetBytes(line), isOurs: false);

        Assert.Single(reading.Problems);
        Assert.Empty(reading.Foreign);
    }

    [Fact]
    public void Deep_or_endless_input_is_a_problem_and_no_crash()
    {
        Assert.NotEmpty(Parse(new string('[', 100_000)).Problems);
        Assert.NotEmpty(SessionNote.Parse(new byte[SessionNote.MaximumBytes + 1]).Problems);
    }

    [Theory]
    [InlineData("0197-aaaa.b_c", true)]
    [InlineData("/home/dev/x", false)]
    [InlineData("dev@example.com", false)]
    [InlineData("C:/work", false)]
    [InlineData("two words", false)]
    public void Id_that_could_tell_a_path_or_a_person_is_hashed(string id, bool kept)
    {
        string written = NoteWords.SessionId(id);

        Assert.Equal(kept, written == id);
        Assert.True(NoteWords.IsWord(written));
    }

    private static SessionNoteReading Parse(string text) => SessionNote.Parse(Encoding.UTF8.GetBytes(text));

    private static Allocation Make(string session, params string[] responses)
    {
        string[] keys = [.. responses.Select(r => ResponseKeys.Of("claude-code", new UsageRecord(r, null, null, default)))];
        return new Allocation
        {
            Id = ResponseKeys.IdOf("claude-code", session, keys),
            Agent = "claude-code",
            Session = session,
            From = new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero),
            Responses = [.. keys.Order(StringComparer.Ordinal)],
            Method = LinkMethod.Content,
        };
    }
}
