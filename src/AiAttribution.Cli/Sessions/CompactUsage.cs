using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Sessions;

/// <summary>Token usage in compact bytes.</summary>
internal static class CompactUsage
{
    public static void Usage(this CompactWriter writer, TokenUsage usage)
    {
        writer.Number(usage.Input);
        writer.Number(usage.Output);
        writer.Number(usage.CacheRead);
        writer.Number(usage.CacheWrite5Minutes);
        writer.Number(usage.CacheWrite1Hour);
        writer.Number(usage.Reasoning);
    }

    public static TokenUsage Usage(this CompactReader reader) =>
        new(reader.Number(), reader.Number(), reader.Number(), reader.Number(), reader.Number(), reader.Number());
}
