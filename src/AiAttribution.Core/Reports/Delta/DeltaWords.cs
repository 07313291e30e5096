using AiAttribution.Core.Reports.Delta.Yield;

namespace AiAttribution.Core.Reports.Delta;

/// <summary>The words for changes, for people and for the schema alike.</summary>
public static class DeltaWords
{
    /// <summary>A word of the schema for what became of a member.</summary>
    public static string Of(MemberChangeKind kind) => kind switch
    {
        MemberChangeKind.New => "new",
        MemberChangeKind.Changed => "changed",
        MemberChangeKind.NoLongerHeavy => "no longer AI-heavy",
        MemberChangeKind.Gone => "gone",
        _ => "unchanged",
    };

    /// <summary>A word of the schema for what became of a member's tests.</summary>
    public static string Of(TestMove move) => move switch
    {
        TestMove.Lost => "lost",
        TestMove.Gained => "gained",
        TestMove.Unknown => "not comparable",
        _ => "same",
    };

    /// <summary>A name of the schema for what became of tokens.</summary>
    public static string Of(YieldPart part) => part switch
    {
        YieldPart.NotSurviving => "notSurviving",
        YieldPart.OutsideMembers => "outsideMembers",
        YieldPart.Unmeasured => "unmeasured",
        YieldPart.Untested => "untested",
        YieldPart.Linked => "linked",
        YieldPart.ShippingUnknown => "shippingUnknown",
        YieldPart.NotShipped => "notShipped",
        _ => "shipped",
    };

    /// <summary>What became of tokens, for people.</summary>
    public static string Meaning(YieldPart part) => part switch
    {
        YieldPart.NotSurviving => "not surviving: lines gone, or not C#",
        YieldPart.OutsideMembers => "surviving outside of AI-heavy members",
        YieldPart.Unmeasured => "surviving, not measured by tests",
        YieldPart.Untested => "surviving, not tested",
        YieldPart.Linked => "surviving, only referred to by a test",
        YieldPart.ShippingUnknown => "surviving, tested, deployment not known",
        YieldPart.NotShipped => "surviving, tested, not live",
        _ => "surviving, tested and shipped",
    };
}
