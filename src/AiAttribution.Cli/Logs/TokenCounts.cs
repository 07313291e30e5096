using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Logs;

/// <summary>
/// Reads the token counts of one session. What is missing or null is 0; what can be no count (negative, text, a fraction, more than any log can hold) is left out
/// and noted, so that nobody takes the rest for exact.
/// </summary>
internal sealed class TokenCounts
{
    /// <summary>How many counts can be none.</summary>
    public int Odd { get; private set; }

    public long Of(JsonElement element, string name) => Of(element.Get(name));

    /// <summary>The value itself.</summary>
    public long Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => 0,
        JsonValueKind.Number when value.TryGetInt64(out long whole) => Note(Whole(whole)),
        JsonValueKind.Number when value.TryGetDouble(out double real) => Note(Real(real)),
        _ => Strange(),
    };

    public long Of(long number) => Note(Whole(number));

    /// <summary>A column; SQLite may give whole numbers as text.</summary>
    public long Of(SqliteRow row, string column) => row.Value(column) switch
    {
        null => 0,
        long whole => Note(Whole(whole)),
        double real => Note(Real(real)),
        string text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long whole) => Note(Whole(whole)),
        _ => Strange(),
    };

    /// <summary>What is left of a count that includes others.</summary>
    public long Rest(long whole, params ReadOnlySpan<long> parts)
    {
        foreach (long part in parts)
            whole -= part;
        return whole >= 0 ? whole : Strange();
    }

    /// <summary>A part of a count; one that is larger than its whole is noted.</summary>
    public long Part(long part, long whole) => part <= whole ? part : whole + Strange();

    /// <summary>Usage of a log whose input holds what caches served and took, and whose output holds reasoning.</summary>
    public TokenUsage Inclusive(long input, long output, long read, long written = 0, long reasoning = 0) =>
        new(Rest(input, read, written), output, read, written, 0, Part(reasoning, output));

    /// <summary>Notes counts that can be none, and gives 0 for them.</summary>
    public long Strange(int number = 1)
    {
        Odd += number;
        return 0;
    }

    /// <summary>The count that a reader stands on; false when it can be none.</summary>
    public static bool TryRead(scoped ref Utf8JsonReader reader, out long count)
    {
        (count, bool isOdd) = reader.TokenType switch
        {
            JsonTokenType.Null => (0, false),
            JsonTokenType.Number when reader.TryGetInt64(out long whole) => Whole(whole),
            JsonTokenType.Number when reader.TryGetDouble(out double real) => Real(real),
            _ => (0, true),
        };
        return !isOdd;
    }

    private long Note((long Count, bool IsOdd) read)
    {
        Strange(read.IsOdd ? 1 : 0);
        return read.Count;
    }

    private static (long Count, bool IsOdd) Whole(long number) => number is >= 0 and <= JsonValues.MostTokens ? (number, false) : (0, true);

    private static (long Count, bool IsOdd) Real(double number) =>
        number is >= 0 and <= JsonValues.MostTokens ? ((long)number, number != Math.Floor(number)) : (0, true);
}
