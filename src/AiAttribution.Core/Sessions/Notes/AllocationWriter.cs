using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AiAttribution.Core.Sessions.Notes;

/// <summary>Writes one allocation as one line of JSON.</summary>
internal static class AllocationWriter
{
    public const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Allocation allocation)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
            Write(json, allocation);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Whole seconds in UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, Allocation allocation)
    {
        json.WriteStartObject();
        json.WriteNumber("v", Version);
        json.WriteString("id", allocation.Id);
        json.WriteString("agent", allocation.Agent);
        json.WriteString("session", allocation.Session);
        WriteText(json, "parent", allocation.Parent);
        WriteText(json, "from", allocation.From is { } from ? Time(from) : null);
        WriteText(json, "to", allocation.To is { } to ? Time(to) : null);
        json.WriteString("method", LinkMethodNames.Of(allocation.Method));
        json.WriteString("exactness", ExactnessNames.Of(allocation.Exactness));
        json.WriteStartArray("models");
        foreach (ModelUsage model in allocation.Models.OrderBy(m => m.Model, StringComparer.Ordinal))
            Write(json, model);
        json.WriteEndArray();
        WriteCost(json, "costReported", allocation.CostReported);
        WriteCost(json, "costComputed", allocation.CostComputed);
        WriteText(json, "priceTable", allocation.PriceTable);
        WriteText(json, "change", allocation.Change);
        json.WriteStartArray("responses");
        foreach (string response in allocation.Responses.Order(StringComparer.Ordinal))
            json.WriteStringValue(response);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ModelUsage model)
    {
        json.WriteStartObject();
        WriteText(json, "model", model.Model);
        json.WriteNumber("input", model.Usage.Input);
        json.WriteNumber("output", model.Usage.Output);
        json.WriteNumber("cacheRead", model.Usage.CacheRead);
        json.WriteNumber("cacheWrite5m", model.Usage.CacheWrite5Minutes);
        json.WriteNumber("cacheWrite1h", model.Usage.CacheWrite1Hour);
        json.WriteNumber("reasoning", model.Usage.Reasoning);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void WriteCost(Utf8JsonWriter json, string name, decimal? cost)
    {
        if (cost is { } value)
            json.WriteNumber(name, Math.Round(value, 8) / 1.00000000m);
    }
}
