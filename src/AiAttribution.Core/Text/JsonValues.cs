using System.Globalization;
using System.Text.Json;

namespace AiAttribution.Core.Text;

/// <summary>Values of JSON that anybody may have written: what is missing or of another type is nothing, never an exception.</summary>
internal static class JsonValues
{
    // No count of a real log comes near; a sum of a million of them still fits into 64 bits.
    public const long MostTokens = 1_000_000_000_000;
    private const int MostCharacters = 4096;

    /// <summary>A property, or an undefined element.</summary>
    public static JsonElement Get(this JsonElement element, string name) =>
        SafeJson.Find(element, name, out JsonElement value) ? value : default;

    /// <summary>Items of an array; none when it is not one.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>Properties of an object; none when it is not one.</summary>
    public static IEnumerable<JsonProperty> Properties(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    /// <summary>Whether a property is this text.</summary>
    public static bool Is(this JsonElement element, string name, string text) =>
        SafeJson.Is(element.Get(name), text);

    /// <summary>Whether a property is true.</summary>
    public static bool IsTrue(this JsonElement element, string name) => element.Get(name).ValueKind == JsonValueKind.True;

    /// <summary>A name, id or path; null when it is missing, blank or too long to be one.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.LongText(name) is { Length: > 0 and <= MostCharacters } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A text of any length, to look at and forget.</summary>
    public static string? LongText(this JsonElement element, string name) => element.Get(name).AsText();

    /// <summary>The text of a string; null for anything else.</summary>
    public static string? AsText(this JsonElement element) => SafeJson.Text(element);

    /// <summary>A count of tokens: 0 when it is missing, null, negative or no number.</summary>
    public static long Count(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out double number) && number > 0 ? (long)Math.Min(number, MostTokens) : 0;

    /// <summary>An amount; null when it is missing, negative, not below <paramref name="most"/> or no number.</summary>
    public static decimal? Amount(this JsonElement element, string name, decimal most = 1_000_000_000) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out decimal number) && number >= 0 && number < most ? number : null;

    /// <summary>A time, as ISO 8601 text or as seconds or milliseconds since 1970; null when it is neither.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name)
    {
        JsonElement value = element.Get(name);
        if (value.ValueKind == JsonValueKind.String)
            return value.AsText() is not { } text ? null : value.TryGetDateTimeOffset(out DateTimeOffset time) ? time.ToUniversalTime() : ParseTime(text);
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? OfEpoch(number) : null;
    }

    /// <summary>A time as text, UTC when it names no zone.</summary>
    public static DateTimeOffset? ParseTime(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time) ? time : null;

    /// <summary>Seconds, milliseconds or microseconds since 1970; which one, the size tells.</summary>
    public static DateTimeOffset? OfEpoch(double number) => number switch
    {
        <= 0 or > 4e18 or double.NaN => null,
        < 1e11 => DateTimeOffset.UnixEpoch.AddSeconds(number),
        < 1e14 => DateTimeOffset.UnixEpoch.AddMilliseconds(number),
        < 1e17 => DateTimeOffset.UnixEpoch.AddTicks((long)number * 10),
        _ => DateTimeOffset.UnixEpoch.AddTicks((long)(number / 100)),
    };
}
