using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;

namespace AiAttribution.Analyzers;

/// <summary>A snapshot whose files are found by the paths that the compiler uses.</summary>
internal sealed class ProjectSnapshot
{
    private readonly Dictionary<string, SnapshotFile> _files;

    /// <param name="snapshot">What was recorded.</param>
    /// <param name="directory">Absolute directory that the snapshot's paths are relative to.</param>
    public ProjectSnapshot(SnapshotModel snapshot, string directory)
    {
        Directory = directory;
        Policy = snapshot.Policy;
        bool windows = directory.IndexOf('\\') >= 0;
        _files = new(windows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (LineTable file in snapshot.Files)
            _files[PathKey.Of(directory + "/" + file.Path)] = new SnapshotFile(file, snapshot.Policy);
    }

    /// <summary>The project's directory as it was given.</summary>
    public string Directory { get; }

    /// <summary>When a member counts as AI-heavy.</summary>
    public VerdictPolicy Policy { get; }

    /// <summary>What was recorded of a file; null for a file without AI lines.</summary>
    public SnapshotFile? Find(string path) => _files.TryGetValue(PathKey.Of(path), out SnapshotFile? file) ? file : null;
}
