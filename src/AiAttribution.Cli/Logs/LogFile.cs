namespace AiAttribution.Cli.Logs;

/// <summary>A log file and what tells whether it changed.</summary>
/// <param name="Reader">Name of the reader that understands it.</param>
/// <param name="Path">Full path.</param>
/// <param name="Size">Bytes, its write-ahead log included.</param>
/// <param name="Ticks">Last change, its write-ahead log's included.</param>
internal sealed record LogFile(string Reader, string Path, long Size, long Ticks)
{
    /// <summary>State of a file now; null when it is gone or has no bytes (see <see cref="LogFiles.Find"/>).</summary>
    public static LogFile? Of(string reader, string path)
    {
        if (LogFiles.Find(path) is not { } file)
            return null;

        // A database that an agent writes stays as it is for long: what is new is in the file beside it.
        var journal = new FileInfo(path + "-wal");
        bool journaled = path.EndsWith("db", StringComparison.Ordinal) || path.EndsWith(".sqlite", StringComparison.Ordinal) || path.EndsWith(".sqlite3", StringComparison.Ordinal);
        return journaled && journal.Exists
            ? new LogFile(reader, path, file.Length + journal.Length, Math.Max(file.LastWriteTimeUtc.Ticks, journal.LastWriteTimeUtc.Ticks))
            : new LogFile(reader, path, file.Length, file.LastWriteTimeUtc.Ticks);
    }
}
