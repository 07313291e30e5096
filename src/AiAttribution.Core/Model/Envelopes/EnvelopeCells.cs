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

    /// <summary>The values of a row's columns, in their order. What a newer tool adds is passed over; of two cells of a name the last one counts.</summary>
    /// <param name="row">The row.</param>
    /// <param name="table">Its table.</param>
    /// <param name="line">Number of the line, for what is said of it.</param>
    /// <exception cref="EnvelopeException">One is missing, or no such value.</exception>
    public static object?[] Read(JsonElement row, EnvelopeTable table, int line)
    {
        var values = new object?[table.Columns.Length];
        int next = 0;
        foreach (JsonProperty cell in row.EnumerateObject())
        {
            if (IndexOf(table.Columns, next, cell) is not (>= 0 and var index))
                continue;
            EnvelopeColumn column = table.Columns[index];
            values[index] = cell.Value.ValueKind == JsonValueKind.Null ? null : Value(cell.Value, column) ?? throw new EnvelopeException($"line {line}: '{column.Name}' is no {Word(column)}");
            next = index + 1;
        }

        return table.Columns.Where((c, i) => values[i] is null && !c.IsOptional).FirstOrDefault() is { } missing ? throw new EnvelopeException($"line {line} has no '{missing.Name}'") : values;
    }

    /// <summary>Place of a cell's column; a writer keeps their order, so the next one is asked first.</summary>
    private static int IndexOf(EnvelopeColumn[] columns, int next, JsonProperty cell) =>
        next < columns.Length && cell.NameEquals(columns[next].Utf8Name) ? next : Array.FindIndex(columns, c => cell.NameEquals(c.Utf8Name));

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
