using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>Reads the cells of a row that anybody may have written.</summary>
internal static class EnvelopeCells
{
    /// <summary>Below it a decimal number keeps all its places in a lake.</summary>
    private const decimal MostAmount = 999_999_999_999;

    private const int MostText = 300;
    private const int MostPlaces = 6;

    /// <summary>A text as a cell may hold it.</summary>
    public static string Clean(string text)
    {
        string safe = Printable.Of(text);
        return safe.Length == 0 ? "unknown" : Cut.At(safe, MostText);
    }

    /// <summary>The value of a column.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Which.</param>
    /// <param name="line">Number of the line, for what is said of it.</param>
    /// <exception cref="EnvelopeException">It is missing, or no such value.</exception>
    public static object? Read(JsonElement row, EnvelopeColumn column, int line)
    {
        if (!SafeJson.Find(row, column.Name, out JsonElement cell) || cell.ValueKind == JsonValueKind.Null)
            return column.IsOptional ? null : throw new EnvelopeException($"line {line} has no '{column.Name}'");
        return Value(cell, column) ?? throw new EnvelopeException($"line {line}: '{column.Name}' is no {Word(column)}");
    }

    private static object? Value(JsonElement cell, EnvelopeColumn column) => column.Kind switch
    {
        ColumnKind.Count => cell.ValueKind == JsonValueKind.Number && cell.TryGetInt64(out long number) && number >= 0 ? number : null,
        ColumnKind.Amount => cell.ValueKind == JsonValueKind.Number && cell.TryGetDecimal(out decimal amount) && amount is >= 0 and <= MostAmount ? Math.Round(amount, MostPlaces, MidpointRounding.AwayFromZero) : null,
        ColumnKind.Flag => cell.ValueKind is JsonValueKind.True or JsonValueKind.False ? cell.GetBoolean() : null,
        _ => SafeJson.Text(cell) is { Length: > 0 and <= MostText } text && ReferenceEquals(Printable.Of(text), text) && IsOf(text, column) ? text : null,
    };

    private static bool IsOf(string text, EnvelopeColumn column) => column.Kind switch
    {
        ColumnKind.Day => CellTimes.IsDay(text),
        ColumnKind.Month => CellTimes.IsMonth(text),
        ColumnKind.Time => CellTimes.Parse(text) is not null,
        _ => column.Words?.Contains(text) ?? true,
    };

    private static string Word(EnvelopeColumn column) => column.Words is { } words ? $"word of {string.Join(", ", words)}" : column.Kind == ColumnKind.Label ? "text" : column.Kind.ToString().ToLowerInvariant();
}
