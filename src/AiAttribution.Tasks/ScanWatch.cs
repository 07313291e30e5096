using AiAttribution.Git.Scanning;

namespace AiAttribution.Tasks;

/// <summary>Tells whether history was walked; nothing is reported when the cache knew the answer.</summary>
internal sealed class ScanWatch : IProgress<ScanProgress>
{
    /// <summary>Whether any step of a scan was reported.</summary>
    public bool HasScanned { get; private set; }

    public void Report(ScanProgress value) => HasScanned = true;
}
