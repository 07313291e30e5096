namespace AiAttribution.Core.Trails.Coverage;

/// <summary>Outcome of reading a coverage file: a report, or what is wrong with the file.</summary>
public sealed record CoverageReading(CoverageReport? Report, CoverageProblem? Problem);

/// <summary>Why a coverage file cannot be read.</summary>
/// <param name="Line">Line, 1-based; 0 when it is the file as a whole.</param>
/// <param name="Column">Column, 1-based; 0 when it is the file as a whole.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record CoverageProblem(int Line, int Column, string Message);
