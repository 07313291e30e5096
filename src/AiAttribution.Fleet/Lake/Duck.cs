using System.Data.Common;
using AiAttribution.Fleet.Intake;
using DuckDB.NET.Data;

namespace AiAttribution.Fleet.Lake;

/// <summary>The engine inside: one connection, bounded memory.</summary>
internal sealed class Duck : IDisposable
{
    private const string MostMemory = "1GB";

    private readonly DuckDBConnection _connection;

    /// <summary>An engine that keeps nothing. What outgrows its memory goes to the scratch folder of the lake, and is gone with it.</summary>
    public Duck(LakeFolder lake)
    {
        _connection = new DuckDBConnection("DataSource=:memory:");
        _connection.Open();
        Run($"SET memory_limit='{MostMemory}'; SET temp_directory={Sql.Text(Path.Combine(lake.Scratch, Guid.NewGuid().ToString("N")))}; SET preserve_insertion_order=false; SET autoinstall_known_extensions=false; SET autoload_known_extensions=false");
    }

    /// <summary>Runs statements, and tells how many rows they wrote.</summary>
    public int Run(string sql)
    {
        using DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query.</summary>
    public IEnumerable<DbDataReader> Rows(string sql)
    {
        using DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader;
    }

    /// <summary>The rows of a query, each made into something.</summary>
    public List<T> Read<T>(string sql, Func<DbDataReader, T> of) => [.. Rows(sql).Select(of)];

    /// <summary>The rows of a query that has one column of texts, however many they are.</summary>
    public IEnumerable<string> Texts(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader.GetString(0);
    }

    /// <summary>Makes tables for rows of envelopes that are not in the lake yet; they hold what was put into the stage when it is disposed.</summary>
    public Stage CreateStage() => new(this, _connection);

    public void Dispose() => _connection.Dispose();
}

/// <summary>The door to the tables for rows that are not in the lake yet. One appender for each table is open as long as it is.</summary>
internal sealed class Stage : IDisposable
{
    private readonly (LakeTable Table, DuckDBAppender Appender)[] _tables;

    public Stage(Duck duck, DuckDBConnection connection) => _tables = [.. LakeTable.All.Select(table =>
    {
        duck.Run($"CREATE TABLE \"{Sql.Stage(table)}\" ({table.Definition})");
        return (table, connection.CreateAppender(Sql.Stage(table)));
    })];

    /// <summary>Adds the rows of an envelope.</summary>
    public void Add(StagedEnvelope envelope)
    {
        foreach ((LakeTable table, DuckDBAppender appender) in _tables)
        {
            foreach (object?[] cells in table.RowsOf(envelope))
            {
                IDuckDBAppenderRow row = appender.CreateRow();
                foreach (object? cell in cells)
                    Append(row, cell);
                row.EndRow();
            }
        }
    }

    public void Dispose()
    {
        foreach ((_, DuckDBAppender appender) in _tables)
            appender.Dispose();
    }

    private static void Append(IDuckDBAppenderRow row, object? value) => _ = value switch
    {
        null => row.AppendNullValue(),
        bool flag => row.AppendValue(flag),
        long number => row.AppendValue(number),
        decimal amount => row.AppendValue(amount),
        _ => row.AppendValue((string)value),
    };
}
