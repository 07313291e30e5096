namespace AiAttribution.Core.Tests;

/// <summary>What tests say of one line.</summary>
internal enum LineCoverage : byte
{
    /// <summary>Nothing is known, or the line changed since it was recorded.</summary>
    Unknown,

    /// <summary>Nothing on it can be executed.</summary>
    NotExecutable,

    /// <summary>Executable, and no passing test executed it.</summary>
    NotExecuted,

    /// <summary>Executed by a passing test.</summary>
    Executed,

    /// <summary>Not measured, but a test refers to the member it belongs to.</summary>
    Linked,

    /// <summary>Executed by a passing test, but not all of it: a branch was never taken.</summary>
    Partial,

    /// <summary>Executed, but only in a run of tests that failed.</summary>
    FailedRun,

    /// <summary>Changed since the tests were measured.</summary>
    Stale,

    /// <summary>Executable according to the compiler, and in no report.</summary>
    Unmeasured,

    /// <summary>Not measured, and no built test refers to the member it belongs to.</summary>
    Unreferenced,
}
