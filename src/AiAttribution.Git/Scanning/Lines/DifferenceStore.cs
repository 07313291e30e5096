using System.Collections.Concurrent;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Differences of contents that were compared already, so that the search for moves and the flow of lines compare each pair once.</summary>
internal sealed class DifferenceStore
{
    private const int MostHunks = 2_000_000;

    private readonly ConcurrentDictionary<(ObjectId Old, ObjectId New), IReadOnlyList<Hunk>> _hunks = new();
    private int _count;

    /// <summary>Difference of two contents that were compared; null when they were not.</summary>
    public IReadOnlyList<Hunk>? Find(ObjectId old, ObjectId now) => _hunks.GetValueOrDefault((old, now));

    /// <summary>Compares two contents and keeps the result while there is room.</summary>
    public IReadOnlyList<Hunk> Compare(ObjectId old, LineText oldText, ObjectId now, LineText newText)
    {
        IReadOnlyList<Hunk> hunks = LineDiff.Compare(oldText, newText);
        if (Interlocked.Add(ref _count, hunks.Count) < MostHunks)
            _hunks.TryAdd((old, now), hunks);
        return hunks;
    }
}
