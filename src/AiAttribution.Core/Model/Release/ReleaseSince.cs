using AiAttribution.Core.Members;

namespace AiAttribution.Core.Model.Release;

/// <summary>The release before what a report tells of, and the commits since.</summary>
/// <param name="Name">Name of its tag.</param>
/// <param name="Commit">Full id of its commit.</param>
/// <param name="Time">Committer time of that commit.</param>
/// <param name="Commits">Full ids of the commits that came since.</param>
/// <param name="AiCommits">How many of them have AI evidence that is not weak.</param>
internal sealed record ReleaseSince(string Name, string Commit, DateTimeOffset Time, IReadOnlySet<string> Commits, int AiCommits)
{
    /// <summary>Name of the release that the report is about; null for what is not released yet.</summary>
    public string? Current { get; init; }

    /// <summary>Both ends.</summary>
    public string Range => $"{Name}..{Current ?? "HEAD"}";

    /// <summary>Whether lines of a member came since.</summary>
    public bool HasLinesOf(MemberRecord member) => member.Verdict.Sources.Any(s => Commits.Contains(s.Commit));
}
