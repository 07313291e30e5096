using System.IO.Compression;
using System.Text;
using AiAttribution.Core.Model.Envelopes;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Core.Tests.Model.Envelopes;

public class EnvelopeReaderTests
{
    private static readonly string Whole = TextOf(Make(rows: [LineRow("ai", 12), LineRow("other", 88), WeekRow("2026-10-05", 1, 2.5m, 0.5m)]));

    [Fact]
    public void What_is_written_is_read_again() => Assert.Equal(Whole, TextOf(EnvelopeReader.ReadFile(EnvelopePack.Pack(Whole))));

    [Fact]
    public void File_is_named_by_its_bytes_and_the_same_each_time()
    {
        byte[] packed = EnvelopePack.Pack(Whole);

        Assert.Equal(packed, EnvelopePack.Pack(Whole));
        Assert.Equal(EnvelopePack.Digest(packed), EnvelopePack.DigestOf(EnvelopePack.NameOf(packed)));
        Assert.Null(EnvelopePack.DigestOf("AiAttribution.envelope.jsonl.gz"));
    }

    [Theory]
    [InlineData("\"lines\":88,", "\"lines\":-1,", "line 3: 'lines' is no count")]
    [InlineData("\"lines\":88,", "", "line 3 has no 'lines'")]
    [InlineData("\"state\":\"other\"", "\"state\":\"human\"", "line 3: 'state' is no word of ai, other, unknown, in part")]
    [InlineData("\"low\":1,", "\"low\":3,", "line 4: these figures of a week do not fit together")]
    [InlineData("\"ai\":0.5,", "\"ai\":0.9,", "line 4: these figures of a week do not fit together")]
    [InlineData("2026-10-05", "2026-10-06", "line 4: these figures of a week do not fit together")]
    [InlineData("\"state\":\"other\",\"grade\":\"none\"", "\"state\":\"ai\",\"grade\":\"declared\"", "line 3 says again what another line says")]
    [InlineData("\"rows\":3", "\"rows\":4", "it has 3 rows and says 4")]
    [InlineData("host.example/owner/shop", "Host.Example/owner/shop", "'repository' is no host and path in lower case")]
    [InlineData("host.example/owner/shop", "../../etc", "'repository' is no host and path in lower case")]
    [InlineData("\"repository\":\"host.example/owner/shop\"", "\"repository\":null", "line 1 has no 'repository'")]
    [InlineData("\"known\":\"2026-10-06T12:00:00Z\"", "\"known\":\"2026-10-05T12:00:00Z\"", "'known' lies before 'time'")]
    [InlineData("\"evidence\":0.9", "\"evidence\":1.1", "'evidence' is more than all")]
    [InlineData("\"t\":\"build\",\"v\":1", "\"t\":\"lines\",\"v\":1", "its first line is no head of an envelope")]
    public void Envelope_that_contradicts_itself_is_refused(string before, string after, string why) =>
        Assert.Equal(why, Assert.Throws<EnvelopeException>(() => Read(Whole.Replace(before, after, StringComparison.Ordinal))).Message);

    [Fact]
    public void Envelope_of_a_newer_version_is_told_apart_from_a_damaged_one()
    {
        EnvelopeException newer = Assert.Throws<EnvelopeException>(() => Read(Whole.Replace("\"v\":1,", "\"v\":2,", StringComparison.Ordinal)));

        Assert.True(newer.IsUnknownVersion);
        Assert.Contains("version 2", newer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_newer_tool_adds_is_passed_over()
    {
        string newer = Whole.Replace("\"rows\":3", "\"rows\":4,\"more\":true", StringComparison.Ordinal) + "{\"t\":\"later\",\"x\":1}\n";

        Assert.Equal(3, Read(newer).Rows.Count);
    }

    [Fact]
    public void Envelope_cut_off_anywhere_is_refused()
    {
        for (int length = 0; length < Whole.Length; length += 7)
            Assert.Throws<EnvelopeException>(() => Read(Whole[..length]));
        byte[] packed = EnvelopePack.Pack(Whole);
        for (int length = 0; length < packed.Length; length += 7)
            Assert.Throws<EnvelopeException>(() => EnvelopeReader.ReadFile(packed[..length]));
    }

    [Fact]
    public void Small_file_of_much_text_is_refused_before_it_fills_the_memory()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++)
                gzip.Write(zeros);
        }

        Assert.InRange(bomb.Length, 1, 1 << 17);
        Assert.Equal("it unpacks to more than 32 MB", Assert.Throws<EnvelopeException>(() => EnvelopeReader.ReadFile(bomb.ToArray())).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("{\"t\":\"build\"}")]
    public void What_is_no_gzip_is_refused(string text) =>
        Assert.Throws<EnvelopeException>(() => EnvelopeReader.ReadFile(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Project_tells_nothing_of_its_repository()
    {
        string text = TextOf(Make(project: "Shop", rows: [LineRow("ai", 12), WeekRow("2026-10-05", 1, 1)]));

        Assert.Equal("line 3: a project tells no outcome", Assert.Throws<EnvelopeException>(() => Read(text)).Message);
    }

    [Fact]
    public void Sixty_trillion_tokens_are_a_number()
    {
        const long tokens = 60_000_000_000_000;

        Assert.Equal(tokens, Read(TextOf(Make(rows: [CostRow("2026-10", null, tokens)]))).Rows[0]["input"]);
    }
}
