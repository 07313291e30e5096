namespace AiAttribution.Core.Model.Release;

/// <summary>What became of a member between two releases.</summary>
internal enum MemberChangeKind
{
    /// <summary>It is AI-heavy, and was not there before or not AI-heavy.</summary>
    New,

    /// <summary>It is AI-heavy at both ends, and its code lines say something else.</summary>
    Changed,

    /// <summary>It is AI-heavy at both ends, and its code lines say the same.</summary>
    Unchanged,

    /// <summary>It was AI-heavy and still has AI lines, too few of them.</summary>
    NoLongerHeavy,

    /// <summary>It was AI-heavy and is deleted, renamed, or has no AI line left.</summary>
    Gone,
}
