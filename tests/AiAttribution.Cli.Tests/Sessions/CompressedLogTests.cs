using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;
using ZstdSharp;

namespace AiAttribution.Cli.Tests.Sessions;

public class CompressedLogTests
{
    private const string Log = ".codex/sessions/2026/05/01/rollout-2026-05-01T10-00-00-01970000-0000-7000-8000-000000000001.jsonl";

    // Three usage records, compressed by zstd 1.5.4 at level 19.
    private static readonly byte[] Compressed = Convert.FromBase64String(
        "KLUv/WSkAnUGADIMJRlQtQ7DRtkcQ26ERbrczHItDpD5apjMtBlOQM65gEcfECJEMXTD9/LRBr7oXZIgQ/xl8FWtu7ed16L1Tss8ctoIP5Y60zITkvdirDlRDOT87PHzyubutUrBsVd4/IM5d3+NHEF395G8fvwjfYt/JKU0We8u8awYi0r3zvv4WTV896VjP+V1UHRgwIaPr5XEd1YS/hYWIMBmZoZ2PNI+JWUlnTm1mYJUQCJJ8JzwNHWlhDGuxh14ZpjGl+RQFjNHHOrbY4xNDLJhrssJH0Mn7g==");

    [Fact]
    public void Compressed_rollout_is_read()
    {
        using LogHome home = new LogHome().WriteBytes(Log + ".zst", Compressed);

        Assert.Equal(new TokenUsage(3_899 + 2_003 + 7_072, 607 + 548 + 55), home.Session().Usage);
    }

    [Fact]
    public void Plain_file_wins_over_its_compressed_copy()
    {
        using LogHome home = new LogHome()
            .WriteBytes(Log + ".zst", Compressed)
            .Write(Log, """{"timestamp":"2026-05-01T10:00:00Z","type":"token_usage_record","payload":{"response_id":"r9","usage":{"input_tokens":1,"output_tokens":2}}}""");

        Assert.Equal(new TokenUsage(1, 2), home.Session().Usage);
    }

    [Fact]
    public void Damaged_bytes_are_an_error_of_the_file_or_other_text_and_nothing_else()
    {
        for (int place = 0; place < Compressed.Length; place++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                byte[] damaged = [.. Compressed];
                damaged[place] ^= (byte)(1 << bit);
                Exception? problem = Record.Exception(() => CompressedLog.Decompress(damaged, 1 << 20));
                Assert.True(problem is null or InvalidDataException, $"byte {place} bit {bit}: {problem}");
            }
        }
    }

    [Fact]
    public void Cut_file_is_reported()
    {
        using LogHome home = new LogHome().WriteBytes(Log + ".zst", Compressed[..100]);

        Assert.Contains("damaged compression", Assert.Single(home.Problems()));
    }

    [Fact]
    public void Frames_are_read_one_after_the_other_and_skippable_ones_passed_over()
    {
        byte[] skippable = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3];
        using LogHome home = new LogHome().WriteBytes(Log + ".zst", [.. skippable, .. Frame(Usage(1, 20)), .. skippable, .. Frame(Usage(2, 30))]);

        Assert.Equal(new TokenUsage(3, 50), home.Session().Usage);
        Assert.Empty(home.Problems());
    }

    [Fact]
    public void What_stands_before_the_cut_is_read()
    {
        byte[] log = Blocks(Usage(1, 20), Usage(2, 30), Usage(4, 40));
        using LogHome home = new LogHome().WriteBytes(Log + ".zst", log[..^10]);

        Assert.Equal(new TokenUsage(3, 50), home.Session().Usage);
        Assert.Contains("damaged compression", Assert.Single(home.Problems()));
    }

    [Fact]
    public void What_stands_before_the_damage_is_read()
    {
        string[] many = [.. Enumerable.Range(1, 2_000).Select(i => Usage(i, 1))];
        byte[] front = Frame(string.Concat(many));
        using LogHome home = new LogHome().WriteBytes(Log + ".zst", [.. front, .. "no frame"u8]);

        Assert.InRange(home.Session().Responses.Count, 1_950, 2_000);
        Assert.Contains("damaged compression", Assert.Single(home.Problems()));
    }

    [Fact]
    public void Half_a_file_gives_what_is_in_it_and_is_no_longer_exact()
    {
        byte[] whole = Frame(string.Concat(Enumerable.Range(1, 20_000).Select(i => Usage(i, (int)(i * 2_654_435_761 % 9_973)))));
        using LogHome home = new LogHome().WriteBytes(Log + ".zst", whole[..(whole.Length / 2)]);

        Assert.InRange(home.Session().Responses.Count, 5_000, 15_000);
        Assert.Equal(Exactness.Partial, home.Session().Exactness);
        Assert.Contains("damaged compression", Assert.Single(home.Problems()));
    }

    [Theory]
    [InlineData(17, true)]
    [InlineData(18, false)]
    public void Window_of_128_MiB_is_read_and_no_larger_one(int exponent, bool isRead)
    {
        byte[] frame = [0x28, 0xB5, 0x2F, 0xFD, 0, (byte)(exponent << 3), 9, 0, 0, (byte)'a'];

        Exception? problem = Record.Exception(() => Assert.Equal("a"u8.ToArray(), CompressedLog.Decompress(frame, 16)));

        Assert.Equal(isRead, problem is null);
        Assert.True(problem is null or InvalidDataException, problem?.ToString());
    }

    [Fact]
    public void More_output_than_allowed_is_an_error() =>
        Assert.Throws<InvalidDataException>(() => CompressedLog.Decompress(Frame(new string('a', 2 << 20)), 1 << 20));

    private static string Usage(int input, int output) =>
        $$"""{"timestamp":"2026-05-01T10:00:00Z","type":"token_usage_record","payload":{"response_id":"r{{input}}","usage":{"input_tokens":{{input}},"output_tokens":{{output}} } } }""" + "\n";

    private static byte[] Frame(string text)
    {
        using var compressor = new Compressor();
        return compressor.Wrap(System.Text.Encoding.UTF8.GetBytes(text)).ToArray();
    }

    /// <summary>One frame with a block for each text.</summary>
    private static byte[] Blocks(params string[] texts)
    {
        using var output = new MemoryStream();
        using (var stream = new CompressionStream(output))
        {
            foreach (string text in texts)
            {
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                stream.Flush();
            }
        }

        return output.ToArray();
    }
}
