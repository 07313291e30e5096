using System.Text;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Logs;

/// <summary>Values of a line that is read token by token, by the rules of <see cref="JsonValues"/>: what is missing or of another type is nothing.</summary>
internal static class JsonText
{
    private const int MostCharacters = 4096;

    /// <summary>The bytes of the string that the reader stands on, with its quotation marks; empty when it is no string.</summary>
    public static ReadOnlySpan<byte> Raw(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> line) =>
        reader.TokenType == JsonTokenType.String ? line[(int)reader.TokenStartIndex..(int)reader.BytesConsumed] : default;

    /// <summary>
    /// The bytes of the value that the reader stands on; the reader stands on its end afterwards. Most of a log is texts that nobody asks for, so of an array or object only its
    /// end is looked for: what stands inside may be no JSON.
    /// </summary>
    /// <param name="reader">The reader; where it went over something, it is a new one.</param>
    /// <param name="line">What it reads, from where it began; what is left of it when the reader is a new one.</param>
    public static ReadOnlySpan<byte> Skip(scoped ref Utf8JsonReader reader, scoped ref ReadOnlySpan<byte> line)
    {
        int start = (int)reader.TokenStartIndex;
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
            return line[start..(int)reader.BytesConsumed];
        ReadOnlySpan<byte> value = line[start..];
        int end = JsonEnd.Of(value);
        if (end < 0)
        {
            reader.Skip(); // It says what is wrong.
            return line[start..(int)reader.BytesConsumed];
        }

        // An array or object whose end follows its begin is one, too.
        line = value[end..];
        reader = new Utf8JsonReader(line, isFinalBlock: true, reader.CurrentState);
        reader.Read();
        return value[..(end + 1)];
    }

    /// <summary>The text of a string with its quotation marks, of any length; null when it is none or not valid.</summary>
    public static string? Of(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < 2)
            return null;
        ReadOnlySpan<byte> inner = raw[1..^1];
        if (!inner.Contains((byte)'\\'))
            return System.Text.Unicode.Utf8.IsValid(inner) ? Encoding.UTF8.GetString(inner) : null;
        var reader = new Utf8JsonReader(raw);
        try
        {
            return reader.Read() ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Half of a surrogate pair, or bytes that are not UTF-8.
        }
    }

    /// <summary>A name, id or path; null when it is missing, blank or too long to be one.</summary>
    public static string? Name(ReadOnlySpan<byte> raw) =>
        Of(raw) is { Length: > 0 and <= MostCharacters } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>An amount; null when it is missing, negative or no number.</summary>
    public static decimal? Amount(scoped ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number) && number is >= 0 and < 1_000_000_000 ? number : null;

    /// <summary>A time, as ISO 8601 text or as seconds or milliseconds since 1970; null when it is neither.</summary>
    public static DateTimeOffset? Time(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        if (reader.TokenType == JsonTokenType.String)
            return !reader.ValueIsEscaped && reader.TryGetDateTimeOffset(out DateTimeOffset time) ? time.ToUniversalTime() : JsonValues.ParseTime(Of(Raw(ref reader, line)));
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number) ? JsonValues.OfEpoch(number) : null;
    }
}
