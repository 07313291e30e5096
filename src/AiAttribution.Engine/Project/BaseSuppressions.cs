using AiAttribution.Core.Members;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Project;

/// <summary>The suppressions that the base of a change has: those of the change itself do not count for it.</summary>
/// <param name="repository">The repository.</param>
/// <param name="finder">Finds them.</param>
/// <param name="commit">Full id of the base.</param>
internal sealed class BaseSuppressions(GitRepository repository, IMemberFinder finder, string commit)
{
    private const int MostBytes = 16 << 20;

    private readonly Dictionary<string, HashSet<(string, string?, string?, string?)>> _files = new(StringComparer.Ordinal);

    /// <summary>Whether the base's file has the same at the same declaration.</summary>
    public bool Has(PlacedSuppression suppression)
    {
        if (!_files.TryGetValue(suppression.Path, out HashSet<(string, string?, string?, string?)>? known))
            _files[suppression.Path] = known = Read(suppression.Path);
        return known.Contains(Identity(suppression.Suppression));
    }

    private HashSet<(string, string?, string?, string?)> Read(string path) =>
        repository.ReadFile(commit, path, MostBytes) is { } bytes ? [.. finder.FindSuppressions(path, SourceFile.Text(bytes)).Select(Identity)] : [];

    private static (string, string?, string?, string?) Identity(Suppression suppression) =>
        (suppression.Code, suppression.Justification, suppression.Target, suppression.Declaration);
}
