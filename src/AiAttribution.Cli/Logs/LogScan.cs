using System.Collections.Concurrent;
using System.Text.Json;
using AiAttribution.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace AiAttribution.Cli.Logs;

/// <summary>Finds the log files of a home and reads those that changed.</summary>
internal static class LogScan
{
    /// <summary>Log files in a stable order. No file is read twice, whoever names it.</summary>
    public static IReadOnlyList<LogFile> Find(AgentHome home, IEnumerable<ISessionReader> readers) =>
        [.. readers.SelectMany(reader => reader.Files(home).Select(path => LogFile.Of(NameOf(reader), Path.GetFullPath(path))))
            .OfType<LogFile>()
            .DistinctBy(file => file.Path)
            .OrderBy(file => file.Reader, StringComparer.Ordinal).ThenBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Reads files, several at once; <paramref name="known"/> holds those that need not be read again.</summary>
    public static IReadOnlyList<LogReading> Read(IEnumerable<ISessionReader> readers, IReadOnlyList<LogFile> files, IReadOnlyDictionary<LogFile, LogReading> known)
    {
        Dictionary<string, ISessionReader> byName = readers.ToDictionary(NameOf, StringComparer.Ordinal);
        var readings = new LogReading[files.Count];

        // Large files first: the last one to start must not be the longest.
        int[] order = [.. Enumerable.Range(0, files.Count).OrderByDescending(index => files[index].Size)];
        Parallel.ForEach(Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering), index =>
            readings[index] = known.TryGetValue(files[index], out LogReading? reading) ? reading : Read(byName[files[index].Reader], files[index]));
        return readings;
    }

    private static string NameOf(ISessionReader reader) => reader.GetType().Name;

    private static LogReading Read(ISessionReader reader, LogFile file)
    {
        var problems = new LogProblems();
        try
        {
            AgentSession[] sessions = [.. reader.Read(file.Path, problems)];
            problems.OddCounts += sessions.Sum(session => session.OddCounts);
            return new LogReading(file, problems.HasLoss ? [.. sessions.Select(session => session with { IsDoubtful = true })] : sessions, problems.Sentences);
        }
        catch (Exception problem) when (Reason(problem) is not null)
        {
            problems.Add(Reason(problem)!);
            return new LogReading(file, [], problems.Sentences);
        }
    }

    private static string? Reason(Exception problem) => problem switch
    {
        UnreadableLogException => $"unreadable: {problem.Message}",
        JsonException => "unreadable: not JSON; it may be in the middle of a write, try again",
        SqliteException { SqliteErrorCode: 5 or 6 } => "unreadable: the agent holds the database; try again when it is idle",
        SqliteException error => $"unreadable: SQLite error {error.SqliteErrorCode}; check it with the agent",
        DllNotFoundException or TypeInitializationException { InnerException: not null } => "unreadable: the tool brings no SQLite for this platform; run it on Linux, macOS or Windows, x64 or arm64",
        UnauthorizedAccessException => "unreadable: access denied; run as the user who runs the agent",
        IOException => "unreadable: the file cannot be opened or read",
        _ => null,
    };
}
