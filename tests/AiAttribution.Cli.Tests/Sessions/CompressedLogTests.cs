using AiAttribution.Cli.Sessions.Zstandard;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;

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
                Exception? problem = Record.Exception(() => ZstdStream.Decompress(damaged, 1 << 20));
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
}
