using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;

namespace AiAttribution.Analyzers;

/// <summary>A snapshot whose files are found by the paths that the compiler uses.</summary>
internal sealed class ProjectSnapshot
{
    private readonly Dictionary<string, LineTable> _files;

    /// <param name="snapshot">What was recorded.</param>
    /// <param name="projectDirectory">Absolute directory that the snapshot's paths are relative to.</param>
    public ProjectSnapshot(SnapshotModel snapshot, string projectDirectory)
    {
        Policy = snapshot.Policy;
        bool windows = projectDirectory.IndexOf('\\') >= 0;
        _files = new(windows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (LineTable file in snapshot.Files)
            _files[PathKey.Of(projectDirectory + "/" + file.Path)] = file;
    }

    /// <summary>When a member counts as AI-heavy.</summary>
    public VerdictPolicy Policy { get; }

    /// <summary>What was recorded of a file; null for a file without AI lines.</summary>
    public LineTable? Find(string path) => _files.TryGetValue(PathKey.Of(path), out LineTable? file) ? file : null;
}
