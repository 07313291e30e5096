using System.Data.Common;
using AiAttribution.Fleet.Intake;
using DuckDB.NET.Data;

namespace AiAttribution.Fleet.Lake;

/// <summary>The engine inside: one connection, bounded memory, its own files in a folder of the lake.</summary>
internal sealed class Duck : IDisposable
{
    private const string MostMemory = "1GB";

    private readonly DuckDBConnection _connection;
    private readonly string? _file;

    private Duck(string? file, string scratch)
    {
        _file = file;
        _connection = new DuckDBConnection($"DataSource={file ?? ":memory:"}");
        _connection.Open();
        Run($"SET memory_limit='{MostMemory}'; SET temp_directory={Sql.Text(scratch)}; SET preserve_insertion_order=false; SET autoinstall_known_extensions=false; SET autoload_known_extensions=false");
    }

    /// <summary>An engine that keeps nothing.</summary>
    /// <param name="lake">Whose scratch folder it uses.</param>
    public static Duck InMemory(LakeFolder lake) => new(null, lake.Scratch);

    /// <summary>An engine whose tables may outgrow the memory; they are gone with it.</summary>
    public static Duck OnDisk(LakeFolder lake)
    {
        Directory.CreateDirectory(lake.Scratch);
        return new Duck(Path.Combine(lake.Scratch, $"{Guid.NewGuid():N}.duckdb"), lake.Scratch);
    }

    /// <summary>Runs statements.</summary>
    public void Run(string sql)
    {
        using DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
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

    /// <summary>Makes an empty table for rows of envelopes that are not in the lake yet.</summary>
    public void CreateStage(LakeTable table) => Run($"CREATE TABLE \"{Sql.Stage(table)}\" ({table.Definition})");

    /// <summary>Adds envelopes to the tables for those that are not in the lake yet.</summary>
    public void Stage(IReadOnlyList<StagedEnvelope> envelopes)
    {
        foreach (LakeTable table in LakeTable.All)
        {
            using DuckDBAppender appender = _connection.CreateAppender(Sql.Stage(table));
            foreach (StagedEnvelope envelope in envelopes)
            {
                foreach (Core.Model.Envelopes.EnvelopeRow row in table.RowsOf(envelope.Envelope))
                {
                    IDuckDBAppenderRow cells = appender.CreateRow();
                    foreach (var column in table.Columns)
                        Append(cells, column.Of(envelope, row));
                    cells.EndRow();
                }
            }
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        foreach (string? file in new[] { _file, _file + ".wal" })
        {
            if (_file is not null)
                File.Delete(file!);
        }
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
