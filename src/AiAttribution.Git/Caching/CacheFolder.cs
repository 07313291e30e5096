using System.Security.Cryptography;
using System.Text;

namespace AiAttribution.Git.Caching;

/// <summary>
/// The folder for results that can be computed again: <c>ai-attribution</c> in the common git directory, so that all working trees and builds of a clone share it;
/// in the user's temporary folder where the git directory cannot be written.
/// </summary>
internal sealed class CacheFolder
{
    /// <summary>Extension of results of single files: many and small, so they must not take the place of those of all files.</summary>
    public const string SingleExtension = ".file";

    private const int MostFiles = 16;
    private const long MostBytes = 256L << 20;
    private const int MostSingle = 512;
    private const long MostSingleBytes = 32L << 20;
    private const string Name = "ai-attribution";

    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);

    private readonly Lazy<string?> _path;

    public CacheFolder(string commonDirectory) => _path = new Lazy<string?>(() => Make(commonDirectory));

    /// <summary>Null when no folder can be written: nothing is cached then.</summary>
    public string? Path => _path.Value;

    /// <summary>A short name for what decides a file's content, hexadecimal.</summary>
    public static string Key(string what) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..16].ToLowerInvariant();

    /// <summary>Deletes the files that were used least recently until the rest is within its bounds, and what crashed writers left.</summary>
    public void Trim()
    {
        if (Path is null)
            return;
        DateTime abandoned = DateTime.UtcNow - LongestWrite;
        foreach (FileInfo file in new DirectoryInfo(Path).EnumerateFiles("*.tmp").Where(file => file.LastWriteTimeUtc < abandoned))
            TryDelete(file);
        Trim(Path, CacheFile.Extension, MostFiles, MostBytes);
        Trim(Path, SingleExtension, MostSingle, MostSingleBytes);
    }

    private static void Trim(string folder, string extension, int mostFiles, long mostBytes)
    {
        long bytes = 0;
        int files = 0;
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*" + extension).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            bytes += file.Length;
            if (++files > mostFiles || bytes > mostBytes)
                TryDelete(file);
        }
    }

    private static string? Make(string commonDirectory) =>
        TryMake(System.IO.Path.Combine(commonDirectory, Name)) ?? TryMake(Fallback(commonDirectory));

    private static string? TryMake(string folder)
    {
        try
        {
            DirectoryInfo made = Directory.CreateDirectory(folder);

            // A cloned repository cannot bring this folder, but a link in its place could lead anywhere.
            if (made.LinkTarget is not null)
                return null;
            using (File.Create(System.IO.Path.Combine(folder, $".write-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}"), 1, FileOptions.DeleteOnClose))
                return folder;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Fallback(string commonDirectory) =>
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Name}-{Environment.UserName}", Key(commonDirectory));

    private static void TryDelete(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Another process reads it; the next one trims again.
        }
    }
}
