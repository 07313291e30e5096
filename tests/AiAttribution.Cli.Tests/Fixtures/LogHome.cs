using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Testing.Files;
using Microsoft.Data.Sqlite;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>A home that a test fills with logs.</summary>
internal sealed class LogHome : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment = [];

    public string Folder => _folder.Path;

    public AgentHome Home => new(Folder, name => _environment.GetValueOrDefault(name)) { Repository = PathOf("repository") };

    public string PathOf(string path) => Path.Combine(Folder, path);

    /// <summary>Sets a variable to a folder, or to a list of folders with commas.</summary>
    public LogHome With(string variable, params string[] folders)
    {
        _environment[variable] = string.Join(',', folders.Select(PathOf));
        return this;
    }

    /// <summary>Sets a variable to a text.</summary>
    public LogHome Set(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <summary>Writes a file of lines, each with a line end.</summary>
    public LogHome Write(string path, params string[] lines) => WriteBytes(path, System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    public LogHome WriteBytes(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllBytes(PathOf(path), bytes);
        return this;
    }

    public LogHome Database(string path, params string[] statements)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        using SqliteConnection connection = Writer(path);
        foreach (string statement in statements)
            Execute(connection, statement);
        return this;
    }

    /// <summary>A connection such as an agent holds while it runs.</summary>
    public SqliteConnection Writer(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = PathOf(path), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public static void Execute(SqliteConnection connection, string statement)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    public IReadOnlyList<AgentSession> Sessions() => HomeReader.Sessions(Home);

    public AgentSession Session() => Assert.Single(Sessions());

    public IReadOnlyList<string> Problems() => [.. HomeReader.Files(Home).SelectMany(file => file.Problems)];

    public void Dispose() => _folder.Dispose();
}
