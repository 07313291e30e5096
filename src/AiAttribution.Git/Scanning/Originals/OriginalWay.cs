using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>Originals of which one file is followed.</summary>
/// <param name="Range">The originals.</param>
/// <param name="IsOld">Whether a commit is none of them.</param>
/// <param name="Work">What may be read of them.</param>
/// <param name="Inside">What may be read of originals of them.</param>
/// <param name="Opened">The squashes among originals within which they are, none of which is opened again.</param>
internal sealed record OriginalWay(SquashRange Range, Predicate<ObjectId> IsOld, WorkLeft Work, WorkLeft Inside, IReadOnlyList<ObjectId> Opened)
{
    /// <summary>What was found, by the commit that made it and its path there.</summary>
    public Dictionary<(ObjectId Commit, string Path), OriginalVersion> Known { get; } = [];

    /// <summary>Whether a commit is none of the originals.</summary>
    public bool IsOutside(CommitNode commit) => commit.Id == Range.Before.Id || IsOld(commit.Id);
}

/// <summary>Counts what may still be read.</summary>
/// <param name="most">How many at first.</param>
internal sealed class WorkLeft(int most)
{
    private int _left = most;

    /// <summary>Takes one; false when none is left.</summary>
    public bool TryTake() => _left-- > 0;
}
