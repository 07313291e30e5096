using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Caching;

/// <summary>Keeps scan results in files and lets one process at a time compute a result that is missing.</summary>
internal static class ScanCache
{
    /// <summary>The cached result, else the computed one.</summary>
    public static ScanResult GetOrScan(GitRepository repository, string commit, ScanOptions options, Func<ScanResult> scan, CancellationToken cancel)
    {
        var folder = new CacheFolder(repository.CommonDirectory);
        if (ScanKey.Of(repository, commit, options) is not { } key || folder.Path is not { } path)
            return scan();
        string file = Path.Combine(path, key + CacheFile.Extension);
        if (Read(file, options) is { } cached)
            return cached;
        using CacheLock held = CacheLock.Take(Path.Combine(path, key + ".lock"), cancel);
        if (Read(file, options) is { } computedMeanwhile)
            return computedMeanwhile;
        ScanResult result = scan();
        CacheFile.Write(file, ScanSerializer.Write(result));
        folder.Trim();
        return result;
    }

    private static ScanResult? Read(string file, ScanOptions options) =>
        CacheFile.Read(file) is { } bytes ? ScanSerializer.Read(bytes, options) : null;
}
