using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Versions;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>
/// Follows the lines of a file through commits that were squashed, their merges among them, as git blame does: each line gets what the one that made it says. Each file by itself,
/// when it is asked for.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="voice">What commits say.</param>
/// <param name="isOld">Whether a commit is part of the scanned history, so that it is none of the originals.</param>
internal sealed class OriginalLines(GitRepository repository, OriginalVoice voice, Predicate<ObjectId> isOld)
{
    // Only commits that changed the file count.
    private const int MostVersions = 5_000;

    private readonly TextStore _texts = new(repository, LineEquality.Exact);
    private readonly RenameFinder _renames = new(repository);

    /// <summary>What the originals say of each line of a file of the squash; null for lines that none of them made. Null when nothing is known at all, or candidates do not agree.</summary>
    /// <param name="ranges">Originals; where there are several, each may be the one.</param>
    /// <param name="tree">Tree of the squash.</param>
    /// <param name="path">Path of the file in it.</param>
    public Original?[]? Of(IReadOnlyList<SquashRange> ranges, ObjectId tree, string path)
    {
        Original?[]? agreed = null;
        foreach (SquashRange range in ranges)
        {
            if (Follow(range, tree, path) is not { } lines || (agreed is not null && !agreed.Zip(lines).All(line => Original.AreSame(line.First, line.Second))))
                return null;
            agreed = lines;
        }

        return agreed;
    }

    private Original?[]? Follow(SquashRange range, ObjectId tree, string path)
    {
        if (Blob(tree, path) is not { } now || Blob(range.Tip.Tree, path) is not { } tip || Made(range.Tip, path, tip, range, []) is not { } lines)
            return null;
        if (tip == now)
            return lines;
        var carried = new Original?[_texts.Read(now)?.Count ?? 0];
        return Keep(tip, now, lines, carried) ? carried : null;
    }

    /// <summary>Who made the lines that a file has in a commit; null when something is missing.</summary>
    private Original?[]? Made(CommitNode commit, string path, ObjectId blob, SquashRange range, Dictionary<(ObjectId, string), Original?[]> known)
    {
        if (_texts.Read(blob) is not { } text || !Maker(ref commit, path, blob, range) || known.Count == MostVersions)
            return null;
        if (IsOutside(commit, range))
            return new Original?[text.Count];
        if (known.TryGetValue((commit.Id, path), out Original?[]? before))
            return before;
        Original?[] made = voice.Of(commit, path, text.Count);

        // The first parent is asked last, so that its answer stands, as git blame asks it first.
        foreach (ObjectId id in Enumerable.Reverse(commit.Parents))
        {
            if (!repository.Graph.TryRead(id, out CommitNode? parent))
                return null;
            (string Path, ObjectId Blob)? source = Blob(parent.Tree, path) is { } same ? (path, same) : commit.Parents.Length == 1 ? _renames.Find(parent.Tree, commit.Tree, path) : null;
            if (source is { } old && (Made(parent, old.Path, old.Blob, range, known) is not { } lines || !Keep(old.Blob, blob, lines, made)))
                return null;
        }

        return known[(commit.Id, path)] = made;
    }

    /// <summary>Goes on to the commit that made the content; false when one is missing.</summary>
    private bool Maker(ref CommitNode commit, string path, ObjectId blob, SquashRange range)
    {
        while (!IsOutside(commit, range))
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

    private bool IsOutside(CommitNode commit, SquashRange range) => commit.Id == range.Before.Id || isOld(commit.Id);

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
}
