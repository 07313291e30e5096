using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Model;

/// <summary>Lines of one file by state.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="Total">All lines.</param>
/// <param name="Ai">AI lines, those of the baseline too.</param>
/// <param name="Other">Lines without AI evidence.</param>
/// <param name="Unknown">Lines of which it is not known whether they are AI.</param>
/// <param name="Measurement">Whether tests were measured on this text.</param>
internal sealed record ReportFile(string Path, int Total, int Ai, int Other, int Unknown, FileMeasurement Measurement)
{
    /// <summary>Those of the unknown lines whose commits are AI in part.</summary>
    public int InPart { get; init; }

    /// <summary>How coverage was bound to this text; null when no report names the file.</summary>
    public CoverageBinding? Binding { get; init; }
}
