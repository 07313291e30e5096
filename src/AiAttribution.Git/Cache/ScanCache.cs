using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Cache;

/// <summary>Keeps scan results in files and lets one process at a time compute a result that is missing.</summary>
internal static class ScanCache
{
    /// <summary>The cached result, else the computed one.</summary>
    public static ScanResult GetOrScan(GitRepository repository, string commit, ScanOptions options, Func<EarlierScans, ScanResult> scan, CancellationToken cancel)
    {
        CacheFolder folder = repository.Caches;
        if (ScanKey.OfResults(repository, commit, options) is not { } key || folder.Path is not { } path)
            return scan(EarlierScans.None);
        var results = new ResultFiles(path, key, options);
        if (Current() is { } cached)
            return cached;
        using CacheLock held = CacheLock.Take(Path.Combine(path, key + ".lock"), cancel);
        if (Current() is { } computedMeanwhile)
            return computedMeanwhile;
        var earlier = new EarlierScans(results, new RecordFile(path, ScanKey.OfRecords(repository, commit, options), repository.Objects.IdLength), IsWhole);
        ScanResult result = scan(earlier);
        earlier.Save();
        results.Write(result);
        folder.Trim();
        return result;

        // Contents may have come since, and originals of squashes come or gone.
        ScanResult? Current() =>
            results.Read(commit) is { } known && IsWhole(known) && (known.Summary.References is null || known.Summary.References == OriginalReferences.Fingerprint(repository)) ? known : null;

        bool IsWhole(ScanResult known) => !known.Summary.Missing.Any(id => repository.Found.Has(ObjectId.Parse(id)));
    }
}
