using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Model.Release;

/// <summary>A release compared with the one before.</summary>
/// <param name="Before">The release before.</param>
/// <param name="After">The release.</param>
/// <param name="Commits">Number of commits that the release has and the one before has not.</param>
/// <param name="AiCommits">Those of them with AI evidence that is not weak.</param>
/// <param name="Members">What became of AI-heavy members.</param>
internal sealed record ReleaseDelta(ReleasePoint Before, ReleasePoint After, int Commits, int AiCommits, MemberChanges Members)
{
    /// <summary>What the range cost and what came of it; null when no session is recorded for its commits.</summary>
    public ReleaseCost? Yield { get; init; }

    /// <summary>Whether a shallow clone may have cut off commits of the range.</summary>
    public bool IsCut { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="before">The release before.</param>
    /// <param name="after">The release.</param>
    /// <param name="commits">Commits between them.</param>
    /// <param name="ledger">What sessions recorded, with the lines that survive in the release.</param>
    public static ReleaseDelta Of(ReleasePoint before, ReleasePoint after, IReadOnlyList<RangeCommit> commits, TokenLedger ledger) =>
        new(before, after, commits.Count, commits.Count(c => c.IsAi), MemberChanges.Of(before.Report.Members, after.Report.Members))
        {
            Yield = ReleaseCost.Of(commits, ledger, after.Report.Members),
        };
}
