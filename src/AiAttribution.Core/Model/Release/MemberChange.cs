using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Model.Release;

/// <summary>One member at both ends.</summary>
/// <param name="Before">As it was; null when it had no AI line.</param>
/// <param name="After">As it is; null when it has no AI line.</param>
internal sealed record MemberChange(MemberRecord? Before, MemberRecord? After)
{
    /// <summary>What became of it.</summary>
    public MemberChangeKind Kind { get; } = KindOf(Before, After);

    /// <summary>What became of its tests; of members that are not AI-heavy at both ends nothing is said.</summary>
    public TestMove Test => Kind is MemberChangeKind.Changed or MemberChangeKind.Unchanged
        ? Move(Before!.Verdict.Test, After!.Verdict.Test)
        : TestMove.None;

    /// <summary>The member as it is, or as it was.</summary>
    public MemberRecord Shown => After ?? Before!;

    private static MemberChangeKind KindOf(MemberRecord? before, MemberRecord? after)
    {
        if (after is { Verdict.IsAiHeavy: true })
            return before is not { Verdict.IsAiHeavy: true } ? MemberChangeKind.New : SaysTheSame(before, after) ? MemberChangeKind.Unchanged : MemberChangeKind.Changed;
        return after is null ? MemberChangeKind.Gone : MemberChangeKind.NoLongerHeavy;
    }

    /// <summary>Without the texts the counted lines decide.</summary>
    private static bool SaysTheSame(MemberRecord before, MemberRecord after) =>
        before.TextHash is { } old && after.TextHash is { } now ? old == now : before.Verdict.Tally == after.Verdict.Tally;

    /// <summary>A link is no measurement, and what was measured on an older text says nothing of the earlier end.</summary>
    private static TestMove Move(TestTrail before, TestTrail after) => (before, after) switch
    {
        (TestTrail.Linked or TestTrail.Unmeasured or TestTrail.Stale, _) or (_, TestTrail.Linked or TestTrail.Unmeasured) => TestMove.Unknown,
        (TestTrail.Tested, not TestTrail.Tested) => TestMove.Lost,
        (not TestTrail.Tested, TestTrail.Tested) => TestMove.Gained,
        _ => TestMove.None,
    };
}
