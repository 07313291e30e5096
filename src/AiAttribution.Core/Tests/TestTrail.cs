namespace AiAttribution.Core.Tests;

/// <summary>What is known about tests of a member.</summary>
internal enum TestTrail
{
    /// <summary>No test evidence for this project, or none that covers the file.</summary>
    Unmeasured,

    /// <summary>Measured on this very text, and no test executed it; or not measured, and no test that was built of this very text refers to it.</summary>
    None,

    /// <summary>Executed, but only in a run of tests that failed.</summary>
    FailedRun,

    /// <summary>The text changed since it was measured.</summary>
    Stale,

    /// <summary>A test refers to it; not measured.</summary>
    Linked,

    /// <summary>Executed by a passing test, measured on this very text.</summary>
    Tested,
}
