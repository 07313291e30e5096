using AiAttribution.Core.Lines;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Scanning;

/// <summary>
/// Walks history from the scanned commit with all files at once and finds which commit made each content. Reads trees only (and contents where a rename is looked for).
/// Follows <c>git blame</c>, see <see cref="OriginFinder"/>.
/// </summary>
internal sealed class VersionGraphBuilder(GitRepository repository, WalkedCommit[] walk, Func<ObjectId, AttributionResult?> knownResult, MoveSearch? moves = null, RestoredLines? restored = null)
{
    private readonly TreeComparer _comparer = new(repository.Trees);
    private readonly OriginFinder _origins = new(repository, (tree, path) => repository.Trees.Find(tree, path));
    private readonly Dictionary<string, FileVersion>?[] _active = new Dictionary<string, FileVersion>?[walk.Length];
    private readonly List<FileVersion> _ordered = [];

    /// <summary>Further versions to follow, by the index of a commit that has them.</summary>
    public ILookup<int, FileVersion>? Further { get; init; }

    public VersionGraph Build(Predicate<string> include, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        Dictionary<string, FileVersion> heads = Heads(include);
        _active[0] = new Dictionary<string, FileVersion>(heads, StringComparer.Ordinal);
        for (int index = 0; index < walk.Length; index++)
        {
            cancel.ThrowIfCancellationRequested();
            if (index % 256 == 0)
                progress?.Report(new ScanProgress("following files", index, walk.Length));
            foreach (FileVersion version in Further?[index] ?? [])
                Hand(index, version);
            if (_active[index] is { Count: > 0 } files && walk[index].MattersInPast)
                Step(index, files, include);
            _active[index] = null;
        }

        return new VersionGraph(heads, _ordered);
    }

    private Dictionary<string, FileVersion> Heads(Predicate<string> include)
    {
        var heads = new Dictionary<string, FileVersion>(StringComparer.Ordinal);
        repository.Trees.VisitFiles(walk[0].Node.Tree, (path, entry) =>
        {
            if (entry.IsFile && include(path))
                heads.Add(path, new FileVersion(path, entry.Id));
        });
        return heads;
    }

    private void Step(int index, Dictionary<string, FileVersion> files, Predicate<string> include)
    {
        if (knownResult(walk[index].Node.Id) is { } known)
            CloseAsKnown(index, files, known, include);
        if (files.Count == 0)
            return;

        int[] parents = walk[index].Parents;
        if (parents.Length == 0)
        {
            foreach (FileVersion version in files.Values)
                Close(version, index);
            return;
        }

        List<FileVersion> changed = TakeChanged(index, parents[0], files, out List<TreeChange> changes);
        Hand(parents[0], files);
        foreach (FileVersion version in changed)
            FindOrigins(index, version, parents);
        if (moves is not null && parents.Length == 1)
        {
            foreach ((FileVersion version, Move move) in moves.Find(index, [.. changed.Where(version => version.Commit == index)], changes))
                version.Moves.Add((move.NewLine, move.Count, Hand(parents[0], new FileVersion(move.From.Path, move.From.Blob)), move.OldLine));
        }

        if (restored is not null && parents.Length == 1)
        {
            foreach ((FileVersion version, int from, Move move) in restored.Find(index, [.. changed.Where(version => version.Commit == index)]))
                version.Moves.Add((move.NewLine, move.Count, Hand(from, new FileVersion(move.From.Path, move.From.Blob)), move.OldLine));
        }
    }

    /// <summary>Closes the files that the result has. One that came from a path which is not attributed is followed on.</summary>
    private void CloseAsKnown(int index, Dictionary<string, FileVersion> files, AttributionResult known, Predicate<string> include)
    {
        foreach (FileVersion version in files.Values.Where(file => include(file.Path)).ToArray())
        {
            files.Remove(version.Path);
            version.Known = new KnownFile(known.Files.GetValueOrDefault(version.Path), known.Sources);
            Close(version, index);
        }
    }

    /// <summary>Removes the files that differ from the first parent and gives them back.</summary>
    private List<FileVersion> TakeChanged(int index, int parent, Dictionary<string, FileVersion> files, out List<TreeChange> changes)
    {
        changes = [];
        _comparer.Compare(walk[parent].Node.Tree, walk[index].Node.Tree, changes);
        var changed = new List<FileVersion>();
        foreach (TreeChange change in changes)
        {
            bool sameContent = change.Old.IsFile && change.Old.Id == change.New.Id;
            if (!sameContent && files.Remove(change.Path, out FileVersion? version))
                changed.Add(version);
        }

        return changed;
    }

    private void FindOrigins(int index, FileVersion version, int[] parents)
    {
        FileOrigins origins = _origins.Of(walk[index].Node.Tree, Array.ConvertAll(parents, parent => walk[parent].Node.Tree), version.Path, version.Blob);
        if (origins.Whole >= 0)
        {
            Hand(parents[origins.Whole], version);
            return;
        }

        Close(version, index);
        for (int i = 0; i < parents.Length; i++)
        {
            if (origins.Parts[i] is { } origin)
                version.Origins.Add(Hand(parents[i], new FileVersion(origin.Path, origin.Blob)));
        }
    }

    private void Close(FileVersion version, int commit)
    {
        version.Commit = commit;
        _ordered.Add(version);
    }

    private void Hand(int commit, Dictionary<string, FileVersion> files)
    {
        if (_active[commit] is not { } present)
        {
            _active[commit] = files;
            return;
        }

        (Dictionary<string, FileVersion> larger, Dictionary<string, FileVersion> smaller) =
            present.Count >= files.Count ? (present, files) : (files, present);
        _active[commit] = larger;
        foreach (FileVersion version in smaller.Values)
            Hand(commit, version);
    }

    /// <summary>Gives a version to a commit that has it, and returns the one that stands for it there.</summary>
    private FileVersion Hand(int commit, FileVersion version)
    {
        Dictionary<string, FileVersion> files = _active[commit] ??= new Dictionary<string, FileVersion>(StringComparer.Ordinal);
        if (files.TryGetValue(version.Path, out FileVersion? present))
        {
            version.BecomeSameAs(present);
            return present;
        }

        files.Add(version.Path, version);
        return version;
    }
}
