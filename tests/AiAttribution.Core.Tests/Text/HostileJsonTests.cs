using System.Text;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Text;

/// <summary>JSON that is no Unicode passes the parser of .NET and must end no run: its record is left out and told, the rest counts.</summary>
public class HostileJsonTests
{
    public static TheoryData<string> Readers =>
        ["policy", "agent trace", "session note", "git-ai note", "session file", "telemetry", "Entire checkpoint", "coverlet", "approvals", "deployments"];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Good_text_is_read_without_a_problem(string reader) =>
        Assert.Empty(HostileJson.Problems(reader, Encoding.UTF8.GetBytes(HostileJson.Good(reader))));

    [Theory]
    [MemberData(nameof(Readers))]
    public void Half_of_a_surrogate_pair_in_a_name_or_text_is_no_exception(string reader)
    {
        foreach (string half in new[] { """\ud800""", """\uDFFF""", """a\ud83d""", """\ud800\ud800""", """\udc00\ud800""", """\ud800\u0041""" })
        {
            HostileJson.Problems(reader, Encoding.UTF8.GetBytes($$"""{"{{half}}":1}"""));
            foreach (byte[] json in Everywhere(HostileJson.Good(reader), Encoding.ASCII.GetBytes(half)))
                HostileJson.Problems(reader, json);
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Bytes_that_are_not_utf8_in_a_name_or_text_are_no_exception(string reader)
    {
        foreach (byte[] bytes in new byte[][] { [0xFF], [0xC3], [0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80] })
        {
            HostileJson.Problems(reader, [.. "{\""u8, .. bytes, .. "\":1}"u8]);
            foreach (byte[] json in Everywhere(HostileJson.Good(reader), bytes))
                HostileJson.Problems(reader, json);
        }
    }

    [Theory]
    [InlineData("agent trace", ".agent-trace/a.jsonl(1): a text in it is not valid Unicode")]
    [InlineData("session note", "line 1: a text in it is not valid Unicode")]
    [InlineData("session file", ".ai-attribution/sessions/a.json: a text in it is not valid Unicode")]
    [InlineData("telemetry", ".ai-attribution/telemetry/a.json(1): a text in it is not valid Unicode")]
    [InlineData("Entire checkpoint", "a1/b2c3d4e5f6/0/metadata.json: a text in it is not valid Unicode")]
    [InlineData("coverlet", "(1,3): A text in this JSON is not valid Unicode. Run the tests again with coverage.")]
    public void Record_with_such_a_name_is_told_with_its_place(string reader, string problem) =>
        Assert.Equal(problem, Assert.Single(HostileJson.Problems(reader, Encoding.UTF8.GetBytes($$"""{"\ud800":{},{{HostileJson.Good(reader)[1..]}}"""))));

    [Fact]
    public void Policy_with_such_a_name_is_told_with_line_and_column() =>
        Assert.Equal("ai-attribution.json(2,3): This is not JSON: this text is not valid Unicode.", Assert.Single(PolicyReader.Read("{\n  \"\\ud800\": 1\n}", "ai-attribution.json").Problems).ToString());

    [Fact]
    public void Policy_with_such_a_text_is_told_with_line_and_column() =>
        Assert.Equal("ai-attribution.json(1,29): This is not JSON: this text is not valid Unicode.", Assert.Single(PolicyReader.Read("""{ "attribution": { "since": "\ud800" } }""", "ai-attribution.json").Problems).ToString());

    [Fact]
    public void Other_lines_of_a_trace_count()
    {
        List<string> problems = [];
        string good = HostileJson.Good("agent trace");

        IReadOnlyList<TraceRecord> records = AgentTrace.Parse(Encoding.UTF8.GetBytes($"{good}\n{{\"\\ud800\":1}}\n{good}\n"), "t", problems);

        Assert.Equal(2, records.Count);
        Assert.Equal("t(2): a text in it is not valid Unicode", Assert.Single(problems));
    }

    [Fact]
    public void Other_lines_of_a_note_count()
    {
        SessionNoteReading reading = SessionNote.Parse(Encoding.UTF8.GetBytes($"{HostileJson.Good("session note")}\n{{\"v\":1,\"\\ud800\":[]}}\n"));

        Assert.Single(reading.Allocations);
        Assert.Equal("line 2: a text in it is not valid Unicode", Assert.Single(reading.Problems));
    }

    [Fact]
    public void Other_records_of_a_session_file_count()
    {
        RecordedReading reading = RecordedFileReader.Read(RecordSource.SessionFile, (".ai-attribution/sessions/a.json", $$"""[{"x":"\ud800"},{{HostileJson.Good("session file")}}]"""));

        Assert.Single(reading.Allocations);
        Assert.Equal(".ai-attribution/sessions/a.json, record 1: a text in it is not valid Unicode", Assert.Single(reading.Problems));
    }

    [Fact]
    public void Other_lines_of_telemetry_count()
    {
        RecordedReading reading = RecordedFileReader.Read(RecordSource.Telemetry, (".ai-attribution/telemetry/a.jsonl", """{"resourceLogs":[{"resource":{"attributes":[{"\ud800":"a"}]}}]}""" + "\n" + HostileJson.Good("telemetry")));

        Assert.Single(reading.Sessions);
        Assert.Equal(".ai-attribution/telemetry/a.jsonl(1): a text in it is not valid Unicode", Assert.Single(reading.Problems));
    }

    [Fact]
    public void Counters_at_the_end_of_their_type_do_not_overflow()
    {
        const string Point = """{"attributes":[{"key":"session.id","value":{"stringValue":"s1"}},{"key":"type","value":{"stringValue":"output"}}],"timeUnixNano":"TIME","asInt":"9223372036854775807"}""";
        string points = $"{Point.Replace("TIME", "1777629600000000000", StringComparison.Ordinal)},{Point.Replace("TIME", "1777629660000000000", StringComparison.Ordinal)}";

        RecordedReading reading = RecordedFileReader.Read(RecordSource.Telemetry, (".ai-attribution/telemetry/a.json", """{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"claude_code.token.usage","sum":{"aggregationTemporality":1,"dataPoints":[POINTS]}}]}]}]}""".Replace("POINTS", points, StringComparison.Ordinal)));

        Assert.Equal(2_000_000_000_000, Assert.Single(reading.Sessions).Usage.Total);
    }

    /// <summary>The text with something put in front of each name and text of it, one after the other.</summary>
    private static IEnumerable<byte[]> Everywhere(string good, byte[] bad)
    {
        byte[] json = Encoding.UTF8.GetBytes(good);
        bool inside = false;
        for (int i = 0; i < json.Length; i++)
        {
            if (json[i] != '"')
                continue;
            inside = !inside;
            if (inside)
                yield return [.. json[..(i + 1)], .. bad, .. json[(i + 1)..]];
        }
    }
}
