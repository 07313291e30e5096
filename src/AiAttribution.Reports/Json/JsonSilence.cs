using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Model;

namespace AiAttribution.Reports.Json;

/// <summary>Writes what absence of evidence is worth, as data.</summary>
internal static class JsonSilence
{
    /// <summary>Fields of a sign; null where a kind has none.</summary>
    public static void WriteFields(Utf8JsonWriter json, SilenceSign sign)
    {
        json.WriteString("kind", sign.Kind.ToString().ToLowerInvariant());
        json.WriteString("setting", sign.Setting);
        json.WriteString("agent", sign.Agent);
        json.WriteString("sinceCommit", sign.Commit);
        json.WriteString("since", Day(sign.Since));
        json.WriteString("until", Day(sign.Until));
        json.WriteNumber("count", sign.Count);
    }

    /// <summary>A sign as an object.</summary>
    public static void Write(Utf8JsonWriter json, SilenceSign sign)
    {
        json.WriteStartObject();
        WriteFields(json, sign);
        json.WriteEndObject();
    }

    private static string? Day(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
