using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>Attributes of a record, and behind them those of its resource. Exporters write numbers as numbers or as text.</summary>
internal sealed class OtlpAttributes
{
    private const int Longest = 200;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly OtlpAttributes? _resource;

    public OtlpAttributes(JsonElement list, OtlpAttributes? resource = null)
    {
        _resource = resource;
        foreach (JsonElement attribute in list.Items())
        {
            if (attribute.Text("key") is { } key && Value(attribute.Get("value")) is { Length: > 0 and <= Longest } value)
                _values.TryAdd(key, value);
        }
    }

    public string? Text(params string[] names) =>
        names.Select(_values.GetValueOrDefault).FirstOrDefault(value => value is not null) ?? _resource?.Text(names);

    public long Count(string name) =>
        _values.TryGetValue(name, out string? text) && double.TryParse(text, CultureInfo.InvariantCulture, out double number) && number > 0 ? (long)Math.Min(number, 1e12) : 0;

    public decimal? Amount(string name) =>
        _values.TryGetValue(name, out string? text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && number is >= 0 and < 1_000_000 ? number : null;

    /// <summary>The record's own attributes but one, in one text: what tells a series of a metric from the others.</summary>
    public string Series(string without) =>
        string.Join('\n', _values.Where(value => value.Key != without).OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));

    /// <summary>A time in nanoseconds since 1970, which OTLP/JSON writes as text; null when it has none.</summary>
    public static DateTimeOffset? Time(JsonElement element, string name)
    {
        double nanoseconds = element.Get(name) is { ValueKind: JsonValueKind.Number } number
            ? number.GetDouble()
            : double.TryParse(element.Text(name), CultureInfo.InvariantCulture, out double text) ? text : 0;
        return JsonValues.OfEpoch(nanoseconds);
    }

    private static string? Value(JsonElement value) => value.Properties().Select(kind => kind.Value.ValueKind switch
    {
        JsonValueKind.String => kind.Value.AsText(),
        JsonValueKind.Number => kind.Value.GetRawText(),
        _ => null,
    }).FirstOrDefault();
}
