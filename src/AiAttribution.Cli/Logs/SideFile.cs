using System.Text.Json;

namespace AiAttribution.Cli.Logs;

/// <summary>A small file beside a log that tells more of it. Missing, damaged or no regular file, it tells nothing and costs nothing else.</summary>
internal static class SideFile
{
    private const int MostBytes = 16 << 20;

    /// <summary>Its JSON; undefined when there is none.</summary>
    public static JsonElement Json(string path)
    {
        try
        {
            if (!LogFiles.Exists(path) || new FileInfo(path).Length > MostBytes)
                return default;
            using JsonDocument document = LogFiles.Document(path);
            return document.RootElement.Clone();
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException or UnreadableLogException)
        {
            return default;
        }
    }
}
