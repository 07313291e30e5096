using AiAttribution.Core.Snapshot;

namespace AiAttribution.Analyzers.Snapshots;

/// <summary>A snapshot whose files are found by the paths that the compiler uses.</summary>
internal sealed class ProjectSnapshot
{
    private readonly Dictionary<string, SnapshotFile> _files;

    /// <param name="snapshot">What was recorded.</param>
    /// <param name="projectDirectory">Absolute directory that the snapshot's paths are relative to.</param>
    public ProjectSnapshot(SnapshotModel snapshot, string projectDirectory)
    {
        Model = snapshot;
        bool windows = projectDirectory.IndexOf('\\') >= 0;
        _files = new(windows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (SnapshotFile file in snapshot.Files)
            _files[PathKey.Of(projectDirectory + "/" + file.Path)] = file;
    }

    public SnapshotModel Model { get; }

    /// <summary>What was recorded of a file; null for a file without AI lines.</summary>
    public SnapshotFile? Find(string path) => _files.TryGetValue(PathKey.Of(path), out SnapshotFile? file) ? file : null;
}
