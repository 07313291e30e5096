using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>
/// Attributes of a record, and behind them those of its resource. OTLP/JSON lists them, exporters of single spans write an object; numbers are numbers or text.
/// </summary>
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

        foreach (JsonProperty attribute in list.Properties())
        {
            if (SafeJson.Name(attribute) is { } key && Scalar(attribute.Value) is { Length: > 0 and <= Longest } value)
                _values.TryAdd(key, value);
        }
    }

    /// <summary>Whether every count that was asked for could be one: negative, beyond belief or no number, it is left out.</summary>
    public bool IsWhole { get; private set; } = true;

    public string? Text(params string[] names) =>
        names.Select(_values.GetValueOrDefault).FirstOrDefault(value => value is not null) ?? _resource?.Text(names);

    public long Count(string name)
    {
        if (!_values.TryGetValue(name, out string? text))
            return 0;
        bool isCount = double.TryParse(text, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= JsonValues.MostTokens && double.IsInteger(number);
        IsWhole &= isCount;
        return isCount ? (long)number : 0;
    }

    /// <summary>An amount, divided by <paramref name="units"/>; null when it is missing or cannot be one.</summary>
    public decimal? Amount(string name, decimal units = 1) =>
        _values.TryGetValue(name, out string? text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && number / units is >= 0 and < 1_000_000 ? number / units : null;

    /// <summary>The record's own attributes but one, in one text: what tells a series of a metric from the others.</summary>
    public string Series(string without) =>
        string.Join('\n', _values.Where(value => value.Key != without).OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));

    /// <summary>A time in nanoseconds since 1970, which OTLP/JSON writes as text, or as seconds and nanoseconds; null when it has none.</summary>
    public static DateTimeOffset? Time(JsonElement element, string name)
    {
        if (element.Get(name) is { ValueKind: JsonValueKind.Array } pair)
            return Pair(pair);
        double nanoseconds = element.Get(name) is { ValueKind: JsonValueKind.Number } number
            ? number.GetDouble()
            : double.TryParse(element.Text(name), CultureInfo.InvariantCulture, out double text) ? text : 0;
        return JsonValues.OfEpoch(nanoseconds);
    }

    private static DateTimeOffset? Pair(JsonElement pair)
    {
        double[] parts = [.. pair.Items().Take(2).Select(part => part.ValueKind == JsonValueKind.Number && part.TryGetDouble(out double number) ? number : 0)];
        return parts is [> 0 and < 1e11, >= 0 and < 1e9] ? JsonValues.OfEpoch(parts[0])?.AddTicks((long)(parts[1] / 100)) : null;
    }

    private static string? Value(JsonElement value) => value.Properties().Select(kind => Scalar(kind.Value)).FirstOrDefault();

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.AsText(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
