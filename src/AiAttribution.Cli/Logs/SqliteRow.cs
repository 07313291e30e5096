using System.Globalization;
using AiAttribution.Core.Text;
using Microsoft.Data.Sqlite;

namespace AiAttribution.Cli.Logs;

/// <summary>Columns of a row by name. A column that this version of the agent does not have is as good as NULL.</summary>
internal sealed class SqliteRow
{
    private readonly SqliteDataReader _reader;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    public SqliteRow(SqliteDataReader reader)
    {
        _reader = reader;
        for (int column = 0; column < reader.FieldCount; column++)
            _columns.TryAdd(reader.GetName(column), column);
    }

    public string? Text(string column) => Value(column) switch
    {
        string text when !string.IsNullOrWhiteSpace(text) => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    public byte[]? Bytes(string column) => Value(column) as byte[];

    /// <summary>A time, as text or as a number since 1970.</summary>
    public DateTimeOffset? Time(string column) => Value(column) switch
    {
        long number => JsonValues.OfEpoch(number),
        double number => JsonValues.OfEpoch(number),
        string text => JsonValues.ParseTime(text),
        _ => null,
    };

    /// <summary>An amount; null when it is missing, negative or no number.</summary>
    public decimal? Amount(string column) => Value(column) switch
    {
        long number and >= 0 => number,
        double number and >= 0 and < 1e15 => (decimal)number,
        _ => null,
    };

    /// <summary>The value as the database has it; null when it has none.</summary>
    public object? Value(string column) =>
        _columns.TryGetValue(column, out int index) && !_reader.IsDBNull(index) ? _reader.GetValue(index) : null;
}
