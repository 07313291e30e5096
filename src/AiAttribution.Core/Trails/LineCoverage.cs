namespace AiAttribution.Core.Trails;

/// <summary>What tests say of one line.</summary>
public enum LineCoverage : byte
{
    /// <summary>Not measured, or changed since it was.</summary>
    Unknown,

    /// <summary>Nothing on it can be executed.</summary>
    NotExecutable,

    /// <summary>Executable, and no passing test executed it.</summary>
    NotExecuted,

    /// <summary>Executed by a passing test.</summary>
    Executed,

    /// <summary>Not measured, but a test refers to the member it belongs to.</summary>
    Linked,
}
