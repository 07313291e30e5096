namespace AiAttribution.Core.Tests;

/// <summary>What one report says of one file as it is now.</summary>
/// <param name="Binding">How sure it is.</param>
/// <param name="Lines">States of lines, 1-based; null when the report belongs to another text that is not known, so that it says nothing.</param>
/// <param name="IsExact">Whether this very text was measured, and nothing had to be aligned.</param>
internal sealed record BoundFile(CoverageBinding Binding, IReadOnlyDictionary<int, LineCoverage>? Lines, bool IsExact);
