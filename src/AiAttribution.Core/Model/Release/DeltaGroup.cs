using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Release;

/// <summary>Members of which the same became, as people read them.</summary>
/// <param name="Title">What became of them.</param>
/// <param name="Changes">They.</param>
/// <param name="Column">Head of the column that tells why they are in this group.</param>
/// <param name="Cell">What stands there.</param>
/// <param name="NeedsLook">Whether a reader should look at each.</param>
internal sealed record DeltaGroup(string Title, IReadOnlyList<MemberChange> Changes, string Column, Func<MemberChange, string> Cell, bool NeedsLook)
{
    /// <summary>All groups that hold a member, those that need a look first.</summary>
    public static IReadOnlyList<DeltaGroup> Of(MemberChanges members)
    {
        IReadOnlyList<MemberChange> untested = members.NewUntested;
        DeltaGroup[] groups =
        [
            new("New and not tested", untested, "tests", c => PlainWords.Of(c.After!.Verdict.Test), NeedsLook: true),
            new("Lost their test", members.Of(TestMove.Lost), "tests", Tests, NeedsLook: true),
            new("Newly tested", members.Of(TestMove.Gained), "tests", Tests, NeedsLook: false),
            new(untested.Count == 0 ? "New" : "New, tested or not measured", [.. members.Of(MemberChangeKind.New).Except(untested)], "tests", c => PlainWords.Of(c.After!.Verdict.Test), NeedsLook: false),
            new("Changed", members.Of(MemberChangeKind.Changed), "tests", Tests, NeedsLook: false),
            new("No longer AI-heavy", members.Of(MemberChangeKind.NoLongerHeavy), "AI lines before", c => Lines(c.Before!), NeedsLook: false),
            new("Gone", members.Of(MemberChangeKind.Gone), "tests before", c => PlainWords.Of(c.Before!.Verdict.Test), NeedsLook: false),
        ];
        return [.. groups.Where(g => g.Changes.Count > 0)];
    }

    /// <summary>AI lines of all code lines.</summary>
    public static string Lines(MemberRecord member) => $"{Figures.Number(member.Verdict.Tally.Ai)} of {Figures.Number(member.Verdict.Tally.Code)}";

    private static string Tests(MemberChange change)
    {
        TestTrail before = change.Before!.Verdict.Test;
        TestTrail after = change.After!.Verdict.Test;
        return before == after ? PlainWords.Of(after) : $"{PlainWords.Of(before)} → {PlainWords.Of(after)}";
    }
}
