namespace AiAttribution.Core.Tests;

/// <summary>How a coverage report was bound to a text. Higher is surer.</summary>
internal enum CoverageBinding
{
    /// <summary>B0: the report is younger than the file, nothing more. Called <c>stale-unknown</c>.</summary>
    Time,

    /// <summary>B1: the report names a commit, and the file's text there is known.</summary>
    Commit,

    /// <summary>B2: debugging symbols as old as the report state the checksum of the text that was compiled.</summary>
    Symbols,

    /// <summary>B3: the report itself states the checksum of the text.</summary>
    Report,
}
