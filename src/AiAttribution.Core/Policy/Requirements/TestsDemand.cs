namespace AiAttribution.Core.Policy.Requirements;

/// <summary>What is asked of the tests of a member, the least first.</summary>
public enum TestsDemand
{
    /// <summary>A test refers to it.</summary>
    Linked,

    /// <summary>A passing test executes it, measured on this very text.</summary>
    Tested,

    /// <summary>And not all of its tests were written by the AI session that wrote it.</summary>
    Independent,
}
