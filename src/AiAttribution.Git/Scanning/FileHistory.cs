using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Scanning;

/// <summary>
/// Follows single files: goes from commit to commit along the parent that has the same content, and looks at nothing else of them. Finds what <see cref="VersionGraphBuilder"/>
/// finds for these files.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="number">Number of a commit that made a content. With moves it must be smaller than those of the commits before it.</param>
/// <param name="moves">Finds lines that commits only moved; null when they are not followed.</param>
/// <param name="restored">Finds lines that commits only brought back; null when they are not followed. The number of a commit must be that of the walk then.</param>
internal sealed class FileHistory(GitRepository repository, Func<CommitNode, int> number, MoveSearch? moves, RestoredLines? restored = null)
{
    private readonly Dictionary<string, TreePath> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<ObjectId, FileVersion>> _at = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(FileVersion Version, CommitNode Maker), int> _open = new();
    private readonly TreeComparer _comparer = new(repository.Trees);

    /// <summary>Versions of the files of a commit, and all those they were made from.</summary>
    public VersionGraph Follow(ObjectId commit, IEnumerable<string> paths, CancellationToken cancel)
    {
        var origins = new OriginFinder(repository, (tree, path) => Path(path).In(tree));
        var heads = new Dictionary<string, FileVersion>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (origins.At(repository.Graph.Read(commit).Tree, path) is { } blob)
                heads.Add(path, Version(commit, path, blob));
        }

        while (_open.TryPeek(out (FileVersion Version, CommitNode Maker) next, out int first))
        {
            cancel.ThrowIfCancellationRequested();
            var made = new List<FileVersion>();
            while (_open.TryPeek(out _, out int other) && other == first)
                made.Add(_open.Dequeue().Version);
            foreach (FileVersion version in made)
                FindOrigins(version, next.Maker, origins);
            if (moves is not null && next.Maker.Parents.Length == 1)
                FindMoves(made, next.Maker, moves);
            if (restored is not null && next.Maker.Parents.Length == 1)
                FindRestored(made, restored);
        }

        return new VersionGraph(heads, Ordered(heads.Values));
    }

    private TreePath Path(string path)
    {
        if (!_paths.TryGetValue(path, out TreePath? known))
            _paths.Add(path, known = new TreePath(repository.Trees, path));
        return known;
    }

    /// <summary>The version that a content of a commit belongs to: the first commit back that has no parent with it made it.</summary>
    private FileVersion Version(ObjectId commit, string path, ObjectId blob)
    {
        if (!_at.TryGetValue(path, out Dictionary<ObjectId, FileVersion>? known))
            _at.Add(path, known = []);
        TreePath place = Path(path);
        var passed = new HashSet<ObjectId>();
        FileVersion? version;
        while (!known.TryGetValue(commit, out version))
        {
            CommitNode node = repository.Graph.Read(commit);

            // Replaced and grafted commits may lead round in a circle.
            ObjectId? same = passed.Add(commit) ? Same(node, place, blob) : null;
            if (same is null)
            {
                version = new FileVersion(path, blob) { Commit = number(node) };
                _open.Enqueue((version, node), version.Commit);
                break;
            }

            commit = same.Value;
        }

        foreach (ObjectId id in passed)
            known.Add(id, version!);
        return version!;
    }

    private ObjectId? Same(CommitNode commit, TreePath place, ObjectId blob)
    {
        foreach (ObjectId parent in commit.Parents)
        {
            if (place.In(repository.Graph.Read(parent).Tree) is { IsFile: true } entry && entry.Id == blob)
                return parent;
        }

        return null;
    }

    private void FindOrigins(FileVersion version, CommitNode maker, OriginFinder finder)
    {
        ObjectId[] trees = Array.ConvertAll(maker.Parents, parent => repository.Graph.Read(parent).Tree);
        FileOrigins origins = finder.Of(maker.Tree, trees, version.Path, version.Blob);
        for (int i = 0; i < origins.Parts.Length; i++)
        {
            if (origins.Parts[i] is { } origin)
                version.Origins.Add(Version(maker.Parents[i], origin.Path, origin.Blob));
        }
    }

    private void FindMoves(List<FileVersion> made, CommitNode maker, MoveSearch search)
    {
        var changes = new List<TreeChange>();
        _comparer.Compare(repository.Graph.Read(maker.Parents[0]).Tree, maker.Tree, changes);
        Dictionary<string, FileVersion> byPath = made.ToDictionary(version => version.Path, StringComparer.Ordinal);
        FileVersion[] inOrder = [.. changes.Select(change => byPath.GetValueOrDefault(change.Path)).OfType<FileVersion>()];
        foreach ((FileVersion version, Move move) in search.Find(made[0].Commit, inOrder, changes))
            version.Moves.Add((move.NewLine, move.Count, Version(maker.Parents[0], move.From.Path, move.From.Blob), move.OldLine));
    }

    private void FindRestored(List<FileVersion> made, RestoredLines restored)
    {
        foreach ((FileVersion version, ObjectId from, Move move) in restored.FindCommits(made[0].Commit, made))
            version.Moves.Add((move.NewLine, move.Count, Version(from, move.From.Path, move.From.Blob), move.OldLine));
    }

    /// <summary>A version stands before those it was made from.</summary>
    private static List<FileVersion> Ordered(IEnumerable<FileVersion> heads)
    {
        var uses = heads.Distinct().ToDictionary(head => head, _ => 0);
        var ready = new Stack<FileVersion>(uses.Keys);
        while (ready.TryPop(out FileVersion? version))
        {
            foreach (FileVersion source in version.Sources)
            {
                if (uses.TryAdd(source, 0))
                    ready.Push(source);
                uses[source]++;
            }
        }

        var ordered = new List<FileVersion>(uses.Count);
        foreach (FileVersion version in uses.Keys.Where(version => uses[version] == 0))
            ready.Push(version);
        while (ready.TryPop(out FileVersion? version))
        {
            ordered.Add(version);
            foreach (FileVersion source in version.Sources.Where(source => --uses[source] == 0))
                ready.Push(source);
        }

        return ordered;
    }
}
