namespace AiAttribution.Core.Tests;

/// <summary>Whether tests were measured on a file.</summary>
internal enum FileMeasurement
{
    /// <summary>No coverage report names the file.</summary>
    Unmeasured,

    /// <summary>Measured on the text the lines belong to.</summary>
    Measured,

    /// <summary>Measured, but on an older text.</summary>
    Stale,
}
