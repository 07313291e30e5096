using System.IO.Compression;
using System.Text;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>Logs that somebody compressed, and logs that end within a line.</summary>
public class RotatedLogTests
{
    private const string Claude = ".claude/projects/-src-app/s1.jsonl";
    private const string Torn = "the last line is cut off and was left out: the agent was writing it, or was stopped while it did";

    [Theory]
    [InlineData(Claude)]
    [InlineData(".codex/sessions/2026/05/01/rollout-2026-05-01T10-00-00-s1.jsonl")]
    [InlineData(".copilot/session-state/s1/events.jsonl")]
    [InlineData(".gemini/tmp/p/chats/session-1.jsonl")]
    [InlineData(".junie/sessions/s1/events.jsonl")]
    [InlineData(".openclaw/agents/main/sessions/s1.jsonl")]
    [InlineData(".pi/agent/sessions/p/a_s1.jsonl")]
    public void Log_that_was_compressed_says_what_it_said(string path)
    {
        string agent = path.Split('/')[0].TrimStart('.') switch { "claude" => "claude-code", "gemini" => "gemini-cli", var name => name };
        using LogHome plain = new();
        LogBuilder.Write(plain, path, agent);
        using LogHome compressed = new LogHome().WriteBytes(path + ".gz", Gzip(File.ReadAllText(plain.PathOf(path))));

        Assert.Equal((plain.Session().Id, plain.Session().Usage, plain.Session().Exactness), (compressed.Session().Id, compressed.Session().Usage, compressed.Session().Exactness));
        Assert.Empty(compressed.Problems());
    }

    [Fact]
    public void Plain_log_is_the_newer_one()
    {
        using LogHome home = new LogHome().Write(Claude, Answer(1, 5)).WriteBytes(Claude + ".gz", Gzip(Answer(1, 5) + "\n" + Answer(2, 9) + "\n"));

        Assert.Equal(5, home.Session().Usage.Output);
    }

    [Fact]
    public void Log_that_is_compressed_by_halves_gives_its_front_and_is_no_longer_exact()
    {
        byte[] whole = Gzip(string.Concat(Enumerable.Range(1, 20_000).Select(i => Answer(i, (int)(i * 2_654_435_761 % 9_973)) + "\n")));
        using LogHome home = new LogHome().WriteBytes(Claude + ".gz", whole[..(whole.Length / 2)]);

        Assert.InRange(home.Session().Responses.Count, 5_000, 15_000);
        Assert.Equal(Exactness.Partial, home.Session().Exactness);
    }

    [Fact]
    public void Bytes_that_are_no_gzip_are_told()
    {
        using LogHome home = new LogHome().WriteBytes(Claude + ".gz", "no gzip"u8.ToArray());

        Assert.Contains("damaged compression", Assert.Single(home.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Claude, "claude-code")]
    [InlineData(".pi/agent/sessions/p/a_s1.jsonl", "pi")]
    public void Log_that_ends_within_a_line_is_no_longer_exact_and_is_told(string path, string agent)
    {
        using LogHome home = new();
        LogBuilder.Write(home, path, agent);
        long counted = home.Session().Usage.Total;
        File.AppendAllText(home.PathOf(path), """{"type":"assistant","mess""");

        Assert.Equal((counted, Exactness.Partial), (home.Session().Usage.Total, home.Session().Exactness));
        Assert.Equal([Torn], home.Problems());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData(" \r")]
    public void Log_whose_last_line_is_whole_stays_exact(string tail)
    {
        using LogHome home = new LogHome().WriteBytes(Claude, Encoding.UTF8.GetBytes(Answer(1, 5) + "\n" + Answer(2, 9) + tail));

        Assert.Equal((14L, Exactness.Exact), (home.Session().Usage.Output, home.Session().Exactness));
        Assert.Empty(home.Problems());
    }

    internal static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var stream = new GZipStream(bytes, CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static string Answer(int id, int output) =>
        $$$"""{"type":"assistant","sessionId":"s1","timestamp":"2026-05-01T10:00:00Z","message":{"id":"msg_{{{id}}}","model":"claude-opus-4-8","usage":{"output_tokens":{{{output}}} } } }""";
}
