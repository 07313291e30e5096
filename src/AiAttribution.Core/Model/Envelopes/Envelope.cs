namespace AiAttribution.Core.Model.Envelopes;

/// <summary>The figures of one build: a head, and rows of the other tables.</summary>
/// <param name="Head">Which build it is of.</param>
/// <param name="Rows">What it says.</param>
internal sealed record Envelope(EnvelopeRow Head, IReadOnlyList<EnvelopeRow> Rows)
{
    /// <summary>What tells the repository from all others; null when nobody said.</summary>
    public string? Repository => Head["repository"] as string;

    /// <summary>Committer time of the commit.</summary>
    public DateTimeOffset Time => CellTimes.Parse((string)Head["time"]!)!.Value;

    /// <summary>The newest thing that was known: the commit, or a deployment after it.</summary>
    public DateTimeOffset Known => CellTimes.Parse((string)Head["known"]!)!.Value;
}

/// <summary>A row: text, whole and decimal numbers, flags; null where something is not known.</summary>
/// <param name="Table">What kind of row it is.</param>
/// <param name="Values">One for each column.</param>
internal sealed record EnvelopeRow(EnvelopeTable Table, IReadOnlyList<object?> Values)
{
    /// <summary>Makes a row of a table from values in the order of its columns.</summary>
    /// <exception cref="ArgumentException">They are not as many.</exception>
    public static EnvelopeRow Of(EnvelopeTable table, params object?[] values) =>
        values.Length == table.Columns.Length ? new(table, [.. values.Select(v => v is string text ? EnvelopeCells.Clean(text) : v)]) : throw new ArgumentException($"{table.Name} has {table.Columns.Length} columns", nameof(values));

    /// <summary>The value of a column.</summary>
    public object? this[string column] => Values[Table.IndexOf(column)];

    /// <summary>What tells it from the other rows of its table.</summary>
    public string Key => string.Join('\0', Table.Keys.Select(k => Values[k]?.ToString() ?? "\u0001").Prepend(Table.Name));
}
