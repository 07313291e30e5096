using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>
/// Decides in which commits and files moves are looked for. A commit that matters is searched as a whole, for it must not take over what it only moved.
/// In any other commit only lines that can be AI are followed: those of files whose name a commit that matters has ever changed.
/// </summary>
internal sealed class MoveSearch(GitRepository repository, WalkedCommit[] walk, MoveFinder scout)
{
    private TouchedNames? _touched;

    /// <summary>Whether every commit is searched as a whole, because lines without AI evidence are followed, too.</summary>
    public bool Everywhere { get; init; }

    /// <param name="index">Commit with one parent.</param>
    /// <param name="versions">Versions that the commit made.</param>
    /// <param name="changes">All paths that the commit changed.</param>
    public IEnumerable<(FileVersion Version, Move Move)> Find(int index, IReadOnlyList<FileVersion> versions, IReadOnlyList<TreeChange> changes)
    {
        if (versions.Count == 0)
            return [];
        bool matters = Everywhere || walk[index].Matters;
        var taken = versions.SelectMany(version => version.Origins.Select(origin => origin.Path).Append(version.Path)).ToHashSet(StringComparer.Ordinal);
        List<(string Path, ObjectId Before, ObjectId? Now)> others = [.. changes
            .Where(change => change.Old.IsFile && PathFilter.CSharp.Matches(change.Path) && !taken.Contains(change.Path) && (matters || IsTouched(change.Path)))
            .Select(change => (change.Path, change.Old.Id, change.New.IsFile ? change.New.Id : (ObjectId?)null))];
        if (!matters && others.Count == 0 && !versions.Any(version => version.Origins.Exists(origin => IsTouched(origin.Path))))
            return [];

        List<Move>[] found = scout.Find([.. versions.Select(Pair)], others, out bool isOpen);
        foreach (FileVersion version in versions.Where(_ => isOpen))
            version.IsOpen = true;
        return versions.SelectMany((version, i) => found[i].Select(move => (version, move)));
    }

    private static (ObjectId Now, (string Path, ObjectId Blob)? Before) Pair(FileVersion version) =>
        (version.Blob, version.Origins.Count > 0 ? (version.Origins[0].Path, version.Origins[0].Blob) : null);

    private bool IsTouched(string path) => (_touched ??= new TouchedNames(repository, walk)).Contains(path);
}
