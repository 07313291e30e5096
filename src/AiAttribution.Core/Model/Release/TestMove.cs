namespace AiAttribution.Core.Model.Release;

/// <summary>What became of the tests of a member that is AI-heavy at both ends.</summary>
internal enum TestMove
{
    /// <summary>Tested at both ends, or at neither.</summary>
    None,

    /// <summary>Tested before, and no longer.</summary>
    Lost,

    /// <summary>Not tested before, and tested now.</summary>
    Gained,

    /// <summary>One end was not measured, so they cannot be compared.</summary>
    Unknown,
}
