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

    private const int MostFiles = 16;
    private const long MostBytes = 256L << 20;
    private const int MostSingle = 512;
    private const long MostSingleBytes = 32L << 20;

    private readonly Lazy<string?> _path;

    public CacheFolder(string commonDirectory) => _path = new Lazy<string?>(() =>
        PrivateFolder.Make(System.IO.Path.Combine(commonDirectory, PrivateFolder.Name)) ?? PrivateFolder.OfUser("clones", Key(commonDirectory)));

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
