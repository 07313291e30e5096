using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AiAttribution.Core.Text;

/// <summary>
/// JSON that anybody may have written. Half of a surrogate pair as an escape, and bytes that are not UTF-8, pass the parser of .NET and end in an exception of another kind
/// when the text is asked for; here they are told when the JSON is read, or are no text.
/// </summary>
internal static class SafeJson
{
    private const string NotJson = "it is not JSON";
    private const string NotUnicode = "a text in it is not valid Unicode";

    /// <summary>Parses a whole JSON text; every name and text of the document can be read then.</summary>
    /// <exception cref="JsonException">It is not JSON, or not valid Unicode.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, JsonDocumentOptions options = default)
    {
        JsonDocument document = JsonDocument.Parse(utf8, options);
        int bad = NoUnicodeAt(utf8.Span);
        if (bad < 0)
            return document;
        document.Dispose();
        ReadOnlySpan<byte> before = utf8.Span[..bad];
        throw new JsonException(NotUnicode, null, before.Count((byte)'\n'), bad - before.LastIndexOf((byte)'\n') - 1);
    }

    /// <summary>Why a JSON text could not be read, as a phrase without the parser's own words.</summary>
    public static string Problem(JsonException problem) => IsUnicode(problem) ? NotJson : NotUnicode;

    /// <summary>Whether a text could not be read for another reason than that it is not valid Unicode.</summary>
    public static bool IsUnicode(JsonException problem) => !problem.Message.StartsWith(NotUnicode, StringComparison.Ordinal);

    /// <summary>Refuses a value that holds a name or text which is not valid Unicode.</summary>
    /// <exception cref="FormatException">It does; the message is a phrase that says so.</exception>
    public static void Demand(JsonElement element)
    {
        try
        {
            if (NoUnicodeAt(Encoding.UTF8.GetBytes(element.GetRawText())) < 0)
                return;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8.
        }

        throw new FormatException(NotUnicode);
    }

    /// <summary>A property of an object; the last one of the name.</summary>
    /// <returns>False when the element is no object, or has none.</returns>
    public static bool Find(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        if (element.ValueKind != JsonValueKind.Object)
            return false;
        try
        {
            return element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // A name on the way there is not valid Unicode; it is not the one that is looked for.
            value = element.EnumerateObject().LastOrDefault(p => Name(p) == name).Value;
            return value.ValueKind != JsonValueKind.Undefined;
        }
    }

    /// <summary>The text of a string; null for anything else, and for one that is not valid Unicode.</summary>
    public static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether an element is this text.</summary>
    public static bool Is(JsonElement element, string text)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String && element.ValueEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The name of a property; null when it is not valid Unicode.</summary>
    public static string? Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name or text that a reader stands on; null when it is not valid Unicode.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Where the first byte stands that is not UTF-8, or the first escape that is half of a surrogate pair; -1 when there is none.</summary>
    private static int NoUnicodeAt(ReadOnlySpan<byte> json)
    {
        int bytes = Utf8.IsValid(json) ? -1 : FirstBadByte(json);
        int escape = FirstHalfPair(bytes < 0 ? json : json[..bytes]);
        return escape < 0 ? bytes : escape;
    }

    private static int FirstBadByte(ReadOnlySpan<byte> json)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(json[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    private static int FirstHalfPair(ReadOnlySpan<byte> json)
    {
        const int escapeLength = 6;
        int at = 0;
        for (int next = json.IndexOf((byte)'\\'); next >= 0; next = json[at..].IndexOf((byte)'\\'))
        {
            at += next;
            if (Unit(json[at..]) is not { } unit)
                at = Math.Min(at + 2, json.Length);
            else if (!char.IsSurrogate(unit))
                at += escapeLength;
            else if (char.IsHighSurrogate(unit) && Unit(json[(at + escapeLength)..]) is { } second && char.IsLowSurrogate(second))
                at += 2 * escapeLength;
            else
                return at;
        }

        return -1;
    }

    /// <summary>The UTF-16 unit of an escape such as <c>\u00e9</c> at the start; null for anything else.</summary>
    private static char? Unit(ReadOnlySpan<byte> json) =>
        json.StartsWith("\\u"u8) && json.Length >= 6 && ushort.TryParse(json[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) ? (char)unit : null;
}
