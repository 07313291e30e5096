using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Model.Release;

/// <summary>All members that are AI-heavy at one end or both.</summary>
internal sealed class MemberChanges
{
    private MemberChanges(IReadOnlyList<MemberChange> all) => All = all;

    /// <summary>All of them, in the order of the later report, then those that are gone.</summary>
    public IReadOnlyList<MemberChange> All { get; }

    /// <summary>New ones that no test ran, though their file was measured.</summary>
    public IReadOnlyList<MemberChange> NewUntested => [.. Of(MemberChangeKind.New).Where(c => c.After!.Verdict.Test is TestTrail.None or TestTrail.Stale or TestTrail.FailedRun)];

    /// <summary>Compares the members of two reports.</summary>
    public static MemberChanges Of(IReadOnlyList<MemberRecord> before, IReadOnlyList<MemberRecord> after) =>
        new([.. MemberMatcher.Pair(before, after).Where(c => c.Before is { Verdict.IsAiHeavy: true } || c.After is { Verdict.IsAiHeavy: true })]);

    /// <summary>Members that became of a kind.</summary>
    public IReadOnlyList<MemberChange> Of(MemberChangeKind kind) => [.. All.Where(c => c.Kind == kind)];

    /// <summary>Members whose tests came, went, or cannot be compared.</summary>
    public IReadOnlyList<MemberChange> Of(TestMove move) => [.. All.Where(c => c.Test == move)];
}
