namespace AiAttribution.Core.Model.Cost;

/// <summary>What became of tokens. Each token is in one part only.</summary>
internal enum CostPart
{
    /// <summary>Its lines are gone in the release, or were not C#.</summary>
    NotSurviving,

    /// <summary>Its lines are there, outside of AI-heavy members: tests, declarations, members with few AI lines.</summary>
    OutsideMembers,

    /// <summary>In an AI-heavy member that no report measured.</summary>
    Unmeasured,

    /// <summary>In an AI-heavy member that no passing test ran.</summary>
    Untested,

    /// <summary>In an AI-heavy member that was not measured, and that a test refers to.</summary>
    Linked,

    /// <summary>In a tested AI-heavy member whose deployment is not known.</summary>
    ShippingUnknown,

    /// <summary>In a tested AI-heavy member that is not live.</summary>
    NotShipped,

    /// <summary>In an AI-heavy member that survived, is tested and is live.</summary>
    Shipped,
}
