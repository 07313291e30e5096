using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AiAttribution.Core.Deployments;

/// <summary>Writes records as lines of <c>deployments.jsonl</c>. Its schema is <c>nuget/ai-attribution-deployments.schema.json</c>.</summary>
internal static class DeploymentLine
{
    /// <summary>Version of a line; it grows when a reader of the version before would go wrong.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All records, one a line, each with LF: oldest first, then by source and id, so that equal sets give equal bytes.</summary>
    public static string Write(IEnumerable<DeploymentRecord> records)
    {
        var text = new StringBuilder();
        foreach (DeploymentRecord record in Ordered(records))
            text.Append(Of(record)).Append('\n');
        return text.ToString();
    }

    /// <summary>One record as one line, without line end. Keys without a value are left out.</summary>
    public static string Of(DeploymentRecord record)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            foreach ((string key, string? value) in Texts(record))
            {
                if (!string.IsNullOrEmpty(value))
                    json.WriteString(key, value);
            }

            json.WriteNumber("trust", record.Trust);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    internal static IOrderedEnumerable<DeploymentRecord> Ordered(IEnumerable<DeploymentRecord> records) => records
        .OrderBy(r => r.Time ?? DateTimeOffset.MinValue)
        .ThenBy(r => r.Source, StringComparer.Ordinal)
        .ThenBy(r => r.SourceId.Length)
        .ThenBy(r => r.SourceId, StringComparer.Ordinal);

    private static (string Key, string? Value)[] Texts(DeploymentRecord record) =>
    [
        ("source", record.Source),
        ("sourceId", record.SourceId),
        ("service", record.Service),
        ("env", record.Environment),
        ("tier", record.Environment.Length == 0 ? null : DeploymentWords.Of(record.Tier)),
        ("sha", record.Commit),
        ("tree", record.Tree),
        ("ref", record.Ref),
        ("artifact", record.Artifact),
        ("version", record.Version),
        ("status", DeploymentWords.Of(record.Status)),
        ("startedAt", Time(record.StartedAt)),
        ("finishedAt", Time(record.FinishedAt)),
        ("url", record.Url),
    ];

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
