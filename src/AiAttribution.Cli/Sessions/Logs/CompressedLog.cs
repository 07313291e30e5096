using AiAttribution.Cli.Sessions.Zstandard;

namespace AiAttribution.Cli.Sessions.Logs;

/// <summary>Opens a log that may be compressed with zstd, as its name tells.</summary>
internal static class CompressedLog
{
    public static Stream Open(string path)
    {
        FileStream file = LogFiles.Open(path);
        return path.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? new ZstdStream(new BufferedStream(file, 64 << 10)) : file;
    }
}
