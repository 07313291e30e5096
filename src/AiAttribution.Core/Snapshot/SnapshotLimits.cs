namespace AiAttribution.Core.Snapshot;

/// <summary>Bounds of a snapshot. It comes out of a clone that nobody vouches for, so a reader refuses more than this.</summary>
internal static class SnapshotLimits
{
    /// <summary>Characters of a whole snapshot: about 6,000 files of 2,000 lines.</summary>
    public const int Characters = 64 * 1024 * 1024;

    /// <summary>Reading allocates at most 256 KiB and this many bytes for each character, whatever the snapshot holds (a test holds it to that).</summary>
    public const int AllocatedBytesPerCharacter = 50;

    /// <summary>Lines of one file.</summary>
    public const int LinesOfFile = 1_000_000;
}
