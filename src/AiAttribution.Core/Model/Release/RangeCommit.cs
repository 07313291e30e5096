namespace AiAttribution.Core.Model.Release;

/// <summary>A commit between two releases. Nothing that is written names it together with its builder.</summary>
/// <param name="Id">Full id.</param>
/// <param name="IsAi">Whether it carries AI evidence that is not weak.</param>
/// <param name="Builder">A number for the person who made it, without meaning outside of this run; null for a machine.</param>
internal sealed record RangeCommit(string Id, bool IsAi, int? Builder)
{
    /// <summary>Whether its evidence holds for some of its lines only, and nobody says which: it is not missed where it has no session record.</summary>
    public bool IsInPart { get; init; }
}
