using Microsoft.Data.Sqlite;

namespace AiAttribution.Cli.Logs;

/// <summary>
/// Reads an agent's SQLite database without changing it, also while the agent writes. In WAL mode a reader needs the agent's shared files: they are there while
/// the agent runs; when it does not run, the database is opened as immutable so that no file appears beside it. Where a page is damaged, a query ends, and a problem says so,
/// and so it does where none of the tables is there that a reader asks for.
/// </summary>
internal sealed class SqliteLog : IDisposable
{
    private const int WriteVersionOffset = 18;
    private const byte WriteAheadLog = 2;
    private const int Corrupt = 11;

    private readonly SqliteConnection _connection;
    private readonly LogProblems? _problems;
    private bool _isStrange;

    /// <param name="path">The database.</param>
    /// <param name="problems">Where damage is told; null to have it thrown.</param>
    /// <param name="isShared">Whether others keep their tables there, too, so that those of an agent may be missing.</param>
    public SqliteLog(string path, LogProblems? problems = null, bool isShared = false)
    {
        _problems = problems;
        IsKnown = isShared;
        _connection = new SqliteConnection(Source(path));
        _connection.Open();
    }

    /// <summary>Rows of a query; each is valid until the next one is asked for.</summary>
    public IEnumerable<SqliteRow> Query(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader? reader = Whole(command.ExecuteReader);
        if (reader is null)
            yield break;
        var row = new SqliteRow(reader);
        while (Whole(reader.Read))
            yield return row;
    }

    /// <summary>Whether the database has a table: versions of an agent differ.</summary>
    public bool Has(string table)
    {
        bool has = Any($"name = '{table}'");
        IsKnown |= has;
        _isStrange = !IsKnown && (_isStrange || Any("name NOT LIKE 'sqlite%'"));
        return has;
    }

    public void Dispose()
    {
        if (_isStrange)
            _problems?.Add("none of its tables is known: another version of the agent wrote it, and what it holds is not read");
        _connection.Dispose();
    }

    private bool IsKnown { get; set; }

    private bool Any(string condition) => Query($"SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND {condition}").Any();

    // Damage of the file as a whole is no half of anything: it is thrown as soon as the database is asked for its tables.
    private T? Whole<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException damage) when (_problems is not null && damage.SqliteErrorCode == Corrupt)
        {
            _problems.IsCut = true;
            _problems.Add("damaged database: what stands before the damage was read; check it with the agent");
            return default;
        }
    }

    private static string Source(string path)
    {
        bool quiet = IsWriteAhead(path) && !File.Exists(path + "-wal");
        var source = new SqliteConnectionStringBuilder
        {
            DataSource = quiet ? new Uri(path).AbsoluteUri + "?immutable=1" : path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = 2,
        };
        return source.ToString();
    }

    private static bool IsWriteAhead(string path)
    {
        using FileStream file = LogFiles.Open(path);
        file.Seek(WriteVersionOffset, SeekOrigin.Begin);
        return file.ReadByte() == WriteAheadLog;
    }
}
