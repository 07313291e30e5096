using AiAttribution.Core.Lines;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Versions;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>
/// Follows the lines of a file through commits that were squashed, their merges among them, as git blame does: each line gets what the one that made it says. Where that is a squash
/// again and AI in part, its own originals are asked. Each file by itself, when it is asked for.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="voice">What commits say.</param>
/// <param name="nested">Originals of originals.</param>
/// <param name="isOld">Whether a commit is part of the scanned history, so that it is none of the originals.</param>
internal sealed class OriginalLines(GitRepository repository, OriginalVoice voice, NestedOriginals nested, Predicate<ObjectId> isOld)
{
    // Only commits that changed the file count; those that nested squashes hold are counted together, apart from the others.
    private const int MostVersions = 5_000;

    // A squash of squashes of squashes.
    private const int Deepest = 3;

    private readonly TextStore _texts = new(repository, LineEquality.Exact);
    private readonly RenameFinder _renames = new(repository);

    /// <summary>What the originals say of each line of a file of the squash; null for lines that none of them made. Null when nothing is known at all, or candidates do not agree.</summary>
    /// <param name="ranges">Originals; where there are several, each may be the one.</param>
    /// <param name="tree">Tree of the squash.</param>
    /// <param name="path">Path of the file in it.</param>
    public Original?[]? Of(IReadOnlyList<SquashRange> ranges, ObjectId tree, string path)
    {
        var inside = new Work(MostVersions);
        return Agreed(ranges, tree, path, range => new Way(range, isOld, new Work(MostVersions), inside, []));
    }

    private Original?[]? Agreed(IReadOnlyList<SquashRange> ranges, ObjectId tree, string path, Func<SquashRange, Way> way)
    {
        Original?[]? agreed = null;
        foreach (SquashRange range in ranges)
        {
            if (Follow(way(range), tree, path) is not { } lines || (agreed is not null && !agreed.Zip(lines).All(line => Original.AreSame(line.First, line.Second))))
                return null;
            agreed = lines;
        }

        return agreed;
    }

    private Original?[]? Follow(Way way, ObjectId tree, string path)
    {
        CommitNode last = way.Range.Tip;
        if (Blob(tree, path) is not { } now || Blob(last.Tree, path) is not { } tip || Made(last, path, tip, way) is not { } lines)
            return null;
        if (tip == now)
            return lines;
        var carried = new Original?[_texts.Read(now)?.Count ?? 0];
        return Keep(tip, now, lines, carried) ? carried : null;
    }

    /// <summary>Who made the lines that a file has in a commit; null when something is missing.</summary>
    private Original?[]? Made(CommitNode commit, string path, ObjectId blob, Way way)
    {
        if (_texts.Read(blob) is not { } text || !Maker(ref commit, path, blob, way) || way.Work.Left == 0)
            return null;
        if (way.IsOutside(commit))
            return new Original?[text.Count];
        if (way.Known.TryGetValue((commit.Id, path), out Original?[]? before))
            return before;
        way.Work.Left--;
        Original?[] made = voice.Of(commit, path, text.Count);
        AskInside(commit, path, made, way);

        // The first parent is asked last, so that its answer stands, as git blame asks it first.
        foreach (ObjectId id in Enumerable.Reverse(commit.Parents))
        {
            if (!repository.Graph.TryRead(id, out CommitNode? parent))
                return null;
            (string Path, ObjectId Blob)? source = Blob(parent.Tree, path) is { } same ? (path, same) : commit.Parents.Length == 1 ? _renames.Find(parent.Tree, commit.Tree, path) : null;
            if (source is { } old && (Made(parent, old.Path, old.Blob, way) is not { } lines || !Keep(old.Blob, blob, lines, made)))
                return null;
        }

        return way.Known[(commit.Id, path)] = made;
    }

    /// <summary>Lines of which a commit does not tell whether they are AI get what its own originals say, where it is a squash and they say anything.</summary>
    private void AskInside(CommitNode commit, string path, Original?[] made, Way way)
    {
        if (way.Opened.Count + 1 == Deepest
            || !Array.Exists(made, said => said?.State == LineState.InPart)
            || way.Opened.Contains(commit.Id)
            || nested.Of(commit) is not { } originals
            || Agreed(originals.Ranges, commit.Tree, path, range => new Way(range, originals.IsOld, way.Inside, way.Inside, [.. way.Opened, commit.Id])) is not { } lines)
            return;
        for (int line = 0; line < made.Length; line++)
        {
            if (made[line]?.State == LineState.InPart)
                made[line] = lines[line] ?? made[line];
        }
    }

    /// <summary>Goes on to the commit that made the content; false when one is missing.</summary>
    private bool Maker(ref CommitNode commit, string path, ObjectId blob, Way way)
    {
        while (!way.IsOutside(commit))
        {
            CommitNode? same = null;
            foreach (ObjectId id in commit.Parents)
            {
                if (!repository.Graph.TryRead(id, out CommitNode? parent))
                    return false;
                if (Blob(parent.Tree, path) != blob)
                    continue;
                same = parent;
                break;
            }

            if (same is null)
                return true;
            commit = same;
        }

        return true;
    }

    /// <summary>Lines that both texts have keep what was said of them; false when a text is missing.</summary>
    private bool Keep(ObjectId oldBlob, ObjectId newBlob, Original?[] old, Original?[] now)
    {
        if (_texts.Read(oldBlob) is not { } before || _texts.Read(newBlob) is not { } after)
            return false;
        int[] places = LinePlaces.Of(before, after);
        for (int line = 0; line < places.Length; line++)
        {
            if (places[line] >= 0)
                now[places[line]] = old[line];
        }

        return true;
    }

    private ObjectId? Blob(ObjectId tree, string path) => repository.Trees.Find(tree, path) is { IsFile: true } entry ? entry.Id : null;

    /// <summary>Number of versions that may still be read.</summary>
    private sealed class Work(int left)
    {
        public int Left { get; set; } = left;
    }

    /// <summary>The commits that are followed.</summary>
    /// <param name="Range">The originals.</param>
    /// <param name="IsOld">Whether a commit is none of them.</param>
    /// <param name="Work">What may be read of them.</param>
    /// <param name="Inside">What may be read of originals of them.</param>
    /// <param name="Opened">The squashes among originals within which they are, none of which is opened again.</param>
    private sealed record Way(SquashRange Range, Predicate<ObjectId> IsOld, Work Work, Work Inside, IReadOnlyList<ObjectId> Opened)
    {
        public Dictionary<(ObjectId Commit, string Path), Original?[]> Known { get; } = [];

        public bool IsOutside(CommitNode commit) => commit.Id == Range.Before.Id || IsOld(commit.Id);
    }
}
