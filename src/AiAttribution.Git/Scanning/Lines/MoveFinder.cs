using AiAttribution.Core.Lines;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Finds the lines that a commit moved, within a file or between the files it changed.</summary>
internal sealed class MoveFinder(GitRepository repository, DifferenceStore differences)
{
    // Beyond these a commit is an import or a sweep over the code base; looking for moves in it costs more than it tells.
    private const int MostFiles = 100;
    private const int MostRemovedLines = 200_000;
    private const int WorthAllProcessors = 2;

    /// <param name="changed">Files after the commit, with the content they were made from (null for a new one).</param>
    /// <param name="others">Other files that the commit changed or deleted (content after is null): lines can come from them only.</param>
    /// <param name="isOpen">Whether a content that lines may have come from is missing.</param>
    /// <returns>Moves of each changed file, in the same order.</returns>
    public List<Move>[] Find(IReadOnlyList<(ObjectId Now, (string Path, ObjectId Blob)? Before)> changed, IReadOnlyList<(string Path, ObjectId Before, ObjectId? Now)> others, out bool isOpen)
    {
        var moves = new List<Move>[changed.Count];
        Array.Fill(moves, []);
        isOpen = false;
        if (changed.Count + others.Count > MostFiles)
            return moves;
        ChangedFile[] files = Read([
            .. changed.Select(file => (file.Before, (ObjectId?)file.Now)),
            .. others.Select(file => (((string, ObjectId)?)(file.Path, file.Before), file.Now)),
        ]);
        isOpen = Array.Exists(files, file => file.IsMissing);
        if (files.Sum(file => file.Removed) is 0 or > MostRemovedLines)
            return moves;

        var lines = new MovedLines();
        var sources = new List<(string Path, ObjectId Blob)>();
        int[] numbers = Array.ConvertAll(files, file => Add(file, lines, sources));
        for (int i = 0; i < changed.Count; i++)
        {
            if (files[i].NewText is { } now)
                moves[i] = [.. lines.Find(now, files[i].Hunks, numbers[i]).Select(block => new Move(block.NewLine, block.Count, sources[block.Text], block.OldLine))];
        }

        return moves;
    }

    private static int Add(ChangedFile file, MovedLines lines, List<(string Path, ObjectId Blob)> sources)
    {
        if (file is not { OldText: { } old, Before: { } before })
            return -1;
        sources.Add(before);
        return lines.Add(old, file.Hunks);
    }

    private ChangedFile[] Read(((string Path, ObjectId Blob)? Before, ObjectId? Now)[] pairs)
    {
        var files = new ChangedFile[pairs.Length];
        if (pairs.Length < WorthAllProcessors)
        {
            for (int i = 0; i < pairs.Length; i++)
                files[i] = Read(pairs[i].Before, pairs[i].Now);
        }
        else
        {
            Parallel.For(0, pairs.Length, i => files[i] = Read(pairs[i].Before, pairs[i].Now));
        }

        return files;
    }

    private ChangedFile Read((string Path, ObjectId Blob)? before, ObjectId? now)
    {
        LineText? oldText = before is { } source ? Cut(source.Blob) : null;
        LineText? newText = now is { } blob ? Cut(blob) : null;
        IReadOnlyList<Hunk> hunks = (oldText, newText) switch
        {
            ({ } old, { } text) => differences.Compare(before!.Value.Blob, old, now!.Value, text),
            ({ } old, null) => [new Hunk(0, old.Count, 0, 0)],
            (null, { } text) => [new Hunk(0, 0, 0, text.Count)],
            _ => [],
        };
        bool isMissing = (oldText is null && before is { } from && repository.Contents.IsMissing(from.Blob)) || (newText is null && now is { } id && repository.Contents.IsMissing(id));
        return new ChangedFile(before, oldText, newText, hunks, isMissing);
    }

    private LineText? Cut(ObjectId blob) =>
        repository.Contents.Read(blob, TextStore.MostBytes) is { } bytes ? LineText.Cut(bytes, LineEquality.IgnoreWhitespace) : null;

    private sealed record ChangedFile((string Path, ObjectId Blob)? Before, LineText? OldText, LineText? NewText, IReadOnlyList<Hunk> Hunks, bool IsMissing)
    {
        public int Removed => Hunks.Sum(hunk => hunk.OldCount);
    }
}

/// <summary>Lines that stood at another place before a commit. Lines are 0-based.</summary>
internal readonly record struct Move(int NewLine, int Count, (string Path, ObjectId Blob) From, int OldLine);
