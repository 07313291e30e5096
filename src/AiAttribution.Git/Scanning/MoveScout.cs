using AiAttribution.Core.Attribution.Diff;
using AiAttribution.Core.Attribution.Meaning;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning;

/// <summary>Finds the lines that a commit moved, within a file or between the files it changed.</summary>
internal sealed class MoveScout(GitRepository repository)
{
    // Beyond these a commit is an import or a mass rewrite; looking for moves in it costs more than it tells.
    private const int MostFiles = 1000;
    private const int MostRemovedLines = 200_000;

    private readonly TextStore _texts = new(repository, LineEquality.IgnoreWhitespace, kept: 64);

    /// <param name="changed">Files after the commit, with the content they were made from (null for a new one).</param>
    /// <param name="others">Other files that the commit changed or deleted (content after is null): lines can come from them only.</param>
    /// <returns>Moves of each changed file, in the same order; a source is the path and content before.</returns>
    public List<Move>[] Find(IReadOnlyList<(ObjectId Now, (string Path, ObjectId Blob)? Before)> changed, IReadOnlyList<(string Path, ObjectId Before, ObjectId? Now)> others)
    {
        var moves = new List<Move>[changed.Count];
        Array.Fill(moves, []);
        if (changed.Count + others.Count > MostFiles)
            return moves;
        var lines = new MovedLines();
        var sources = new List<(string Path, ObjectId Blob)>();
        var differences = new IReadOnlyList<Hunk>[changed.Count];
        int[] sameFile = new int[changed.Count];
        Array.Fill(sameFile, -1);
        int removedLines = 0;
        for (int i = 0; i < changed.Count; i++)
        {
            differences[i] = Difference(changed[i].Before?.Blob, changed[i].Now);
            if (changed[i].Before is not { } before || _texts.Read(before.Blob) is not { } old)
                continue;
            sameFile[i] = lines.Add(old, differences[i]);
            sources.Add(before);
            removedLines += differences[i].Sum(hunk => hunk.OldCount);
        }

        foreach ((string path, ObjectId before, ObjectId? now) in others)
        {
            if (_texts.Read(before) is not { } old)
                continue;
            IReadOnlyList<Hunk> difference = now is { } after ? Difference(before, after) : [new Hunk(0, old.Count, 0, 0)];
            lines.Add(old, difference);
            sources.Add((path, before));
            removedLines += difference.Sum(hunk => hunk.OldCount);
        }

        if (removedLines is 0 or > MostRemovedLines)
            return moves;
        for (int i = 0; i < changed.Count; i++)
        {
            if (_texts.Read(changed[i].Now) is { } now)
                moves[i] = [.. lines.Find(now, differences[i], sameFile[i]).Select(block => new Move(block.NewLine, block.Count, sources[block.Text], block.OldLine))];
        }

        return moves;
    }

    private IReadOnlyList<Hunk> Difference(ObjectId? before, ObjectId now)
    {
        if (_texts.Read(now) is not { } text)
            return [];
        if (before is not { } blob)
            return [new Hunk(0, 0, 0, text.Count)];
        return _texts.Read(blob) is { } old ? LineDiff.Compare(old, text) : [];
    }
}

/// <summary>Lines that stood at another place before a commit. Lines are 0-based.</summary>
internal readonly record struct Move(int NewLine, int Count, (string Path, ObjectId Blob) From, int OldLine);
