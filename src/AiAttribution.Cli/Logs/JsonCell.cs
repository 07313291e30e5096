using System.Text.Json;

namespace AiAttribution.Cli.Logs;

/// <summary>JSON that stands in a cell of a table or in a text of another document.</summary>
internal static class JsonCell
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>The document; null, with a problem counted, when it is none or too large. The caller disposes it.</summary>
    public static JsonDocument? Parse(string? text, LogProblems problems)
    {
        try
        {
            if (text is { Length: <= JsonLines.MostBytes })
                return JsonDocument.Parse(text, Options);
            problems.LongLines += text is null ? 0 : 1;
        }
        catch (JsonException)
        {
            problems.BadLines++;
        }

        return null;
    }
}
