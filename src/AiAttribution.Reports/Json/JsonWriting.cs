using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Json;

/// <summary>Shapes that the JSON report repeats.</summary>
internal static class JsonWriting
{
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
            write(json, item);
        json.WriteEndArray();
    }

    public static void WriteCounts(this Utf8JsonWriter json, string name, IEnumerable<NamedCount> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, int count) in counts)
            json.WriteNumber(key, count);
        json.WriteEndObject();
    }

    /// <summary>A time in UTC, to the second; null when not known.</summary>
    public static string? Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static void WriteNumber(this Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
