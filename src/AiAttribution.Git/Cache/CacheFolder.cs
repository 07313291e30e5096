using System.Security.Cryptography;
using System.Text;

namespace AiAttribution.Git.Cache;

/// <summary>
/// The folder for results that can be computed again: <c>ai-attribution</c> in the common git directory, so that all working trees and builds of a clone share it;
/// in the user's cache folder where the git directory cannot be used.
/// </summary>
internal sealed class CacheFolder
{
    /// <summary>Extension of results of single files: many and small, so they must not take the place of those of all files.</summary>
    public const string SingleExtension = ".file";

    /// <summary>All verbs together leave six files for a commit and four for a clone: so many keep ten commits, such as the heads of branches that take turns.</summary>
    private const int MostFiles = 64;

    private const long MostBytes = 256L << 20;
    private const int MostSingle = 512;
    private const long MostSingleBytes = 32L << 20;

    /// <summary>A clone whose results nobody asked for in so many days is gone, or they are as good as new.</summary>
    private const int MostDays = 30;

    private readonly Lazy<string?> _path;
    private readonly bool _isOfUser;

    public CacheFolder(string commonDirectory) => _path = new Lazy<string?>(() =>
        PrivateFolder.Make(System.IO.Path.Combine(commonDirectory, PrivateFolder.Name)) ?? PrivateFolder.OfUser("clones", Key(commonDirectory)));

    private CacheFolder(Lazy<string?> path, bool isOfUser) => (_path, _isOfUser) = (path, isOfUser);

    /// <summary>No folder: nothing is kept.</summary>
    public static CacheFolder None { get; } = new(new Lazy<string?>(() => null), isOfUser: false);

    /// <summary>The folder that the user has for a clone apart from it: what comes with a repository, or is restored into it, never gets there.</summary>
    public static CacheFolder OfUser(string commonDirectory) => new(new Lazy<string?>(() => PrivateFolder.OfUser("gates", Key(commonDirectory))), isOfUser: true);

    /// <summary>Null when no folder can be written: nothing is cached then.</summary>
    public string? Path => _path.Value;

    /// <summary>A short name for what decides a file's content, hexadecimal.</summary>
    public static string Key(string what) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..16].ToLowerInvariant();

    /// <summary>Deletes the files that were used least recently until the rest is within its bounds, and what crashed writers left.</summary>
    public void Trim()
    {
        if (Path is null)
            return;
        CacheFile.RemoveAbandoned(Path);
        Trim(Path, CacheFile.Extension, MostFiles, MostBytes);
        Trim(Path, SingleExtension, MostSingle, MostSingleBytes);
        if (_isOfUser)
            RemoveForgotten(System.IO.Path.GetDirectoryName(Path)!);
    }

    /// <summary>Nothing else removes what a clone leaves that is deleted.</summary>
    private static void RemoveForgotten(string folders)
    {
        DateTime forgotten = DateTime.UtcNow - TimeSpan.FromDays(MostDays);
        foreach (DirectoryInfo folder in new DirectoryInfo(folders).EnumerateDirectories().Where(folder => folder.LastWriteTimeUtc < forgotten && folder.LinkTarget is null))
        {
            foreach (FileInfo file in folder.EnumerateFiles())
                CacheFile.TryDelete(file);
        }
    }

    private static void Trim(string folder, string extension, int mostFiles, long mostBytes)
    {
        long bytes = 0;
        int files = 0;
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*" + extension).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            bytes += file.Length;
            if (++files > mostFiles || bytes > mostBytes)
                CacheFile.TryDelete(file);
        }
    }
}
