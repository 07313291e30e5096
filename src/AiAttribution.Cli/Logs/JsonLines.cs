using System.Text.Json;

namespace AiAttribution.Cli.Logs;

/// <summary>
/// Streams a file of JSON lines, plain or compressed, through one pooled buffer. Agents write while we read and crash while they write: the last line may be torn, NUL bytes may
/// follow it, and single lines may hold megabytes.
/// </summary>
internal static class JsonLines
{
    public const int MostBytes = 64 << 20;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>Each line's object. An element is valid until the next one is asked for.</summary>
    public static IEnumerable<JsonElement> Of(string path, LogProblems problems)
    {
        using Stream log = CompressedLog.Open(path, problems);
        foreach (JsonElement line in Of(log, problems))
            yield return line;
    }

    public static IEnumerable<JsonElement> Of(Stream stream, LogProblems problems)
    {
        using var buffer = new LineBuffer(stream);
        while (buffer.Next())
        {
            ReadOnlyMemory<byte> line = buffer.Line;
            if (line.IsEmpty)
                continue;
            using JsonDocument? parsed = Parse(line, isLast: buffer.IsTail, problems);
            if (parsed?.RootElement.ValueKind == JsonValueKind.Object)
                yield return parsed.RootElement;
        }

        problems.Add(buffer);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> line, bool isLast, LogProblems problems)
    {
        try
        {
            return JsonDocument.Parse(line, Options);
        }
        catch (JsonException)
        {
            // A tail without line end is being written; it will be read when it is whole.
            problems.IsTorn |= isLast;
            problems.BadLines += isLast ? 0 : 1;
            return null;
        }
    }
}
