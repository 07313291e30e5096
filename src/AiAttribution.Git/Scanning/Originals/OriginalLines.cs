using AiAttribution.Core.Lines;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;

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
    private readonly OriginalVersions _versions = new(repository);

    /// <summary>What the originals say of each line of a file of the squash; null for lines that none of them made. Null when nothing is known at all, or candidates do not agree.</summary>
    /// <param name="ranges">Originals; where there are several, each may be the one.</param>
    /// <param name="tree">Tree of the squash.</param>
    /// <param name="path">Path of the file in it.</param>
    public Original?[]? Of(IReadOnlyList<SquashRange> ranges, ObjectId tree, string path)
    {
        var inside = new WorkLeft(MostVersions);
        return Agreed(ranges, tree, path, range => new OriginalWay(range, isOld, new WorkLeft(MostVersions), inside, []));
    }

    private Original?[]? Agreed(IReadOnlyList<SquashRange> ranges, ObjectId tree, string path, Func<SquashRange, OriginalWay> way)
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

    private Original?[]? Follow(OriginalWay way, ObjectId tree, string path)
    {
        CommitNode last = way.Range.Tip;
        if (_versions.Blob(tree, path) is not { } now || _versions.Blob(last.Tree, path) is not { } tip || Made(last, path, tip, way) is not { } lines)
            return null;
        if (tip == now)
            return lines;
        var carried = new Original?[_texts.Read(now)?.Count ?? 0];
        return Keep(tip, now, lines, carried) ? carried : null;
    }

    /// <summary>Who made the lines that a file has in a commit; null when something is missing.</summary>
    private Original?[]? Made(CommitNode tip, string path, ObjectId blob, OriginalWay way)
    {
        if (_versions.Find(tip, path, blob, way) is not { } last)
            return null;

        // Not by calls within calls: there may be more versions than a stack has room for.
        var open = new Stack<OriginalVersion>([last]);
        while (open.TryPeek(out OriginalVersion? version))
        {
            if (version is { Lines: null, Sources: null })
            {
                if ((version.Sources = _versions.Sources(version, way)) is not { } sources)
                    return null;
                foreach (OriginalVersion source in sources)
                    open.Push(source);
                continue;
            }

            open.Pop();
            if ((version.Lines ??= Made(version, way)) is null)
                return null;
        }

        return last.Lines;
    }

    /// <summary>What is said of each line of a version of whose sources it is known, nothing where it is none of the originals; null when something is missing.</summary>
    private Original?[]? Made(OriginalVersion version, OriginalWay way)
    {
        if (_texts.Read(version.Blob) is not { } text)
            return null;
        if (way.IsOutside(version.Commit))
            return new Original?[text.Count];
        Original?[] made = voice.Of(version.Commit, version.Path, text.Count);
        AskInside(version, made, way);

        // The first parent is asked last, so that its answer stands, as git blame asks it first.
        foreach (OriginalVersion source in Enumerable.Reverse(version.Sources ?? []))
        {
            if (source.Lines is null || !Keep(source.Blob, version.Blob, source.Lines, made))
                return null;
        }

        return made;
    }

    /// <summary>Lines of which a commit does not tell whether they are AI get what its own originals say, where it is a squash and they say anything.</summary>
    private void AskInside(OriginalVersion version, Original?[] made, OriginalWay way)
    {
        CommitNode commit = version.Commit;
        if (way.Opened.Count + 1 == Deepest
            || !Array.Exists(made, said => said?.State == LineState.InPart)
            || way.Opened.Contains(commit.Id)
            || nested.Of(commit) is not { } originals
            || Agreed(originals.Ranges, commit.Tree, version.Path, range => new OriginalWay(range, originals.IsOld, way.Inside, way.Inside, [.. way.Opened, commit.Id])) is not { } lines)
            return;
        for (int line = 0; line < made.Length; line++)
        {
            if (made[line]?.State == LineState.InPart)
                made[line] = lines[line] ?? made[line];
        }
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
}
