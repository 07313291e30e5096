using System.IO.Enumeration;
using System.Text.Json;

namespace AiAttribution.Cli.Logs;

/// <summary>Looks for files. A folder that is missing or closed holds none; a link to a folder elsewhere is followed once, so a loop cannot catch us.</summary>
internal static class LogFiles
{
    private static readonly EnumerationOptions Deep = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 12,
        IgnoreInaccessible = true,
        AttributesToSkip = 0,
    };

    private const string Lines = ".jsonl";

    private static readonly EnumerationOptions Flat = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>Files of a folder and the folders below it, by name such as <c>*.jsonl</c>. A compressed one stands for a file of lines that is gone.</summary>
    public static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.Exists(folder) ? Whole(Below(folder, Widened(pattern), new HashSet<string>(StringComparer.Ordinal)), pattern) : [];

    /// <summary>Files of a folder alone, likewise.</summary>
    public static IEnumerable<string> In(string folder, string pattern) =>
        Directory.Exists(folder) ? Whole(Directory.EnumerateFiles(folder, Widened(pattern), Flat), pattern) : [];

    /// <summary>The name of a log without its extensions.</summary>
    public static string NameOf(string path)
    {
        string name = Path.GetFileName(path);
        return Path.GetFileNameWithoutExtension(CompressedLog.Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? Path.GetFileNameWithoutExtension(name) : name);
    }

    public static IEnumerable<string> Folders(string folder, string pattern = "*") =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, pattern, Flat) : [];

    private static string Widened(string pattern) => pattern.EndsWith(Lines, StringComparison.Ordinal) ? pattern + "*" : pattern;

    // A plain file is the newer one while both are there.
    private static IEnumerable<string> Whole(IEnumerable<string> files, string pattern) => !pattern.EndsWith(Lines, StringComparison.Ordinal) ? files : files.Where(file =>
        file.EndsWith(Lines, StringComparison.OrdinalIgnoreCase)
        || CompressedLog.Endings.Any(ending => file.EndsWith(Lines + ending, StringComparison.OrdinalIgnoreCase) && !Exists(file[..^ending.Length])));

    private static FileSystemEnumerable<string> Below(string folder, string pattern, HashSet<string> followed)
    {
        string own = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        return new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), Deep)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && FileSystemName.MatchesSimpleExpression(pattern, entry.FileName, !OperatingSystem.IsLinux()),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) || IsElsewhere(entry.ToFullPath(), own, followed),
        };
    }

    // What a link leads to that lies below or above is looked at without it.
    private static bool IsElsewhere(string link, string own, HashSet<string> followed)
    {
        try
        {
            string? target = new DirectoryInfo(link).ResolveLinkTarget(returnFinalTarget: true)?.FullName;
            return target is not null && !own.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !target.StartsWith(own, StringComparison.Ordinal) && followed.Add(target);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static IEnumerable<string> Existing(params string[] paths) => paths.Where(Exists);

    /// <summary>Whether a path is a file with something in it.</summary>
    public static bool Exists(string path) => Find(path) is not null;

    /// <summary>
    /// A file with something in it; a link is what it leads to. Pipes, sockets and devices have no bytes until somebody waits for them, and some never end:
    /// what has no bytes is none and is not opened.
    /// </summary>
    public static FileInfo? Find(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Attributes.HasFlag(FileAttributes.ReparsePoint))
                file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return file is { Exists: true, Length: > 0 } ? file : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Opens a file that an agent may be writing, renaming or deleting at this moment.</summary>
    /// <exception cref="IOException">It is gone, or no file with something in it.</exception>
    public static FileStream Open(string path) => !Exists(path) ? throw new IOException("no file with something in it") : new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);

    /// <summary>A whole file of JSON.</summary>
    public static JsonDocument Document(string path)
    {
        using FileStream file = Open(path);
        if (file.Length > JsonLines.MostBytes)
            throw new UnreadableLogException($"larger than {JsonLines.MostBytes >> 20} MiB");
        return JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 256 });
    }
}
