using AiAttribution.Core.Members;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model.Release;

public class DeltaSummaryTests
{
    private static readonly MemberRecord Heavy = DeltaBuilder.Member("A()", TestTrail.None);

    [Fact]
    public void Members_that_went_away_are_no_silence() => Assert.Equal(
        "No member is newly AI-heavy; 1 is no longer AI-heavy, 2 are gone.",
        Sentence([Heavy, Heavy with { Name = "B()" }, Heavy with { Name = "C()" }], [Heavy with { Verdict = Heavy.Verdict with { IsAiHeavy = false } }]));

    [Fact]
    public void Members_that_stayed_did_not_change() => Assert.Equal("No member is newly AI-heavy; none changed.", Sentence([Heavy], [Heavy]));

    [Fact]
    public void Ends_the_wrong_way_round_are_told_before_what_is_judged() => Assert.StartsWith(
        "v2 has every commit of v1 already, so nothing lies between them; the other way round it is v1..v2. The rules judge",
        DeltaSummary.Scope(Delta(DeltaBuilder.Point("v2", "22"), DeltaBuilder.Point("v1", "11"))),
        StringComparison.Ordinal);

    [Fact]
    public void One_commit_under_two_names_is_told() => Assert.StartsWith(
        "v1 and v1.0 are one commit, so nothing lies between them. ",
        DeltaSummary.Scope(Delta(DeltaBuilder.Point("v1", "11"), DeltaBuilder.Point("v1.0", "11"))),
        StringComparison.Ordinal);

    private static string Sentence(MemberRecord[] before, MemberRecord[] after) => DeltaSummary.Sentence(Delta(DeltaBuilder.Point("v1", "11", before), DeltaBuilder.Point("v2", "22", after)));

    private static ReleaseDelta Delta(ReleasePoint before, ReleasePoint after) => ReleaseDelta.Of(before, after, [], DeltaBuilder.Ledger());
}
