using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Release;

namespace AiAttribution.Reports;

/// <summary>The words for changes, for people and for the schema alike.</summary>
internal static class DeltaWords
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
    public static string Of(CostPart part) => part switch
    {
        CostPart.NotSurviving => "notSurviving",
        CostPart.OutsideMembers => "outsideMembers",
        CostPart.Unmeasured => "unmeasured",
        CostPart.Untested => "untested",
        CostPart.Linked => "linked",
        CostPart.ShippingUnknown => "shippingUnknown",
        CostPart.NotShipped => "notShipped",
        _ => "shipped",
    };

    /// <summary>What became of tokens, for people.</summary>
    public static string Meaning(CostPart part) => part switch
    {
        CostPart.NotSurviving => "not surviving: lines gone, or not C#",
        CostPart.OutsideMembers => "surviving outside of AI-heavy members",
        CostPart.Unmeasured => "surviving, not measured by tests",
        CostPart.Untested => "surviving, not tested",
        CostPart.Linked => "surviving, only referred to by a test",
        CostPart.ShippingUnknown => "surviving, tested, deployment not known",
        CostPart.NotShipped => "surviving, tested, not live",
        _ => "surviving, tested and shipped",
    };
}
