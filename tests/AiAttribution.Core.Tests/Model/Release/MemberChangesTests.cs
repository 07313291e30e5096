using AiAttribution.Core.Members;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model.Release;

public class MemberChangesTests
{
    [Fact]
    public void Member_that_was_not_there_is_new() =>
        Assert.Equal(MemberChangeKind.New, Change([], [DeltaBuilder.Member("A()", TestTrail.None)]).Kind);

    [Fact]
    public void Member_that_had_few_ai_lines_is_new() =>
        Assert.Equal(MemberChangeKind.New, Change([DeltaBuilder.Member("A()", TestTrail.None, heavy: false)], [DeltaBuilder.Member("A()", TestTrail.None)]).Kind);

    [Fact]
    public void Member_with_other_text_is_changed() =>
        Assert.Equal(MemberChangeKind.Changed, Change([DeltaBuilder.Member("A()", TestTrail.None, text: "1")], [DeltaBuilder.Member("A()", TestTrail.None, text: "2")]).Kind);

    [Fact]
    public void Member_at_another_line_is_unchanged() =>
        Assert.Equal(MemberChangeKind.Unchanged, Change([DeltaBuilder.Member("A()", TestTrail.None)], [DeltaBuilder.Member("A()", TestTrail.None) with { Line = 99 }]).Kind);

    [Fact]
    public void Member_with_few_ai_lines_left_is_no_longer_heavy() =>
        Assert.Equal(MemberChangeKind.NoLongerHeavy, Change([DeltaBuilder.Member("A()", TestTrail.None)], [DeltaBuilder.Member("A()", TestTrail.None, heavy: false)]).Kind);

    [Fact]
    public void Member_without_an_ai_line_is_gone() => Assert.Equal(MemberChangeKind.Gone, Change([DeltaBuilder.Member("A()", TestTrail.None)], []).Kind);

    [Fact]
    public void Members_that_are_heavy_at_neither_end_are_left_out() =>
        Assert.Empty(MemberChanges.Of([DeltaBuilder.Member("A()", TestTrail.None, heavy: false)], [DeltaBuilder.Member("A()", TestTrail.None, heavy: false)]).All);

    [Fact]
    public void Member_of_a_moved_file_stays_itself() =>
        Assert.Equal(MemberChangeKind.Unchanged, Change([DeltaBuilder.Member("A()", TestTrail.None, path: "old/X.cs")], [DeltaBuilder.Member("A()", TestTrail.None, path: "new/Y.cs")]).Kind);

    [Fact]
    public void Member_of_a_renamed_type_stays_itself_where_nothing_else_has_its_text()
    {
        MemberRecord old = DeltaBuilder.Member("Cart.Add()", TestTrail.None, path: "Cart.cs"), renamed = DeltaBuilder.Member("Basket.Add()", TestTrail.None, path: "Basket.cs");

        Assert.Equal(MemberChangeKind.Unchanged, Change([old], [renamed]).Kind);
        Assert.Equal([MemberChangeKind.New, MemberChangeKind.New, MemberChangeKind.Gone], MemberChanges.Of([old], [renamed, renamed with { Name = "Other.Add()" }]).All.Select(c => c.Kind));
    }

    [Fact]
    public void Same_name_in_another_file_with_other_text_is_another_member()
    {
        MemberChanges changes = MemberChanges.Of([DeltaBuilder.Member("Main()", TestTrail.None, path: "a/One.cs", text: "1")], [DeltaBuilder.Member("Main()", TestTrail.None, path: "b/Two.cs", text: "2")]);

        Assert.Equal([MemberChangeKind.New, MemberChangeKind.Gone], changes.All.Select(c => c.Kind));
    }

    [Fact]
    public void Name_that_two_members_of_a_file_share_is_paired_in_order()
    {
        MemberChanges changes = MemberChanges.Of(
            [DeltaBuilder.Member("A()", TestTrail.None, text: "1"), DeltaBuilder.Member("A()", TestTrail.None, text: "2")],
            [DeltaBuilder.Member("A()", TestTrail.None, text: "1"), DeltaBuilder.Member("A()", TestTrail.None, text: "3")]);

        Assert.Equal([MemberChangeKind.Unchanged, MemberChangeKind.Changed], changes.All.Select(c => c.Kind));
    }

    [Theory]
    [InlineData(TestTrail.Tested, TestTrail.None, TestMove.Lost)]
    [InlineData(TestTrail.Tested, TestTrail.Stale, TestMove.Lost)]
    [InlineData(TestTrail.Tested, TestTrail.FailedRun, TestMove.Lost)]
    [InlineData(TestTrail.None, TestTrail.Tested, TestMove.Gained)]
    [InlineData(TestTrail.Tested, TestTrail.Tested, TestMove.None)]
    [InlineData(TestTrail.None, TestTrail.FailedRun, TestMove.None)]
    [InlineData(TestTrail.Stale, TestTrail.Tested, TestMove.Unknown)]
    [InlineData(TestTrail.Unmeasured, TestTrail.Tested, TestMove.Unknown)]
    [InlineData(TestTrail.Tested, TestTrail.Unmeasured, TestMove.Unknown)]
    [InlineData(TestTrail.Tested, TestTrail.Linked, TestMove.Unknown)]
    internal void Tests_come_and_go_only_between_measurements(TestTrail before, TestTrail after, TestMove expected) =>
        Assert.Equal(expected, Change([DeltaBuilder.Member("A()", before)], [DeltaBuilder.Member("A()", after)]).Test);

    [Fact]
    public void Of_a_new_member_tests_neither_came_nor_went() => Assert.Equal(TestMove.None, Change([], [DeltaBuilder.Member("A()", TestTrail.Tested)]).Test);

    [Fact]
    public void New_member_that_was_not_measured_is_not_called_untested()
    {
        MemberChanges changes = MemberChanges.Of([], [DeltaBuilder.Member("A()", TestTrail.Unmeasured), DeltaBuilder.Member("B()", TestTrail.Linked), DeltaBuilder.Member("C()", TestTrail.None)]);

        Assert.Equal("C()", Assert.Single(changes.NewUntested).Shown.Name);
    }

    private static MemberChange Change(MemberRecord[] before, MemberRecord[] after) => Assert.Single(MemberChanges.Of(before, after).All);
}
