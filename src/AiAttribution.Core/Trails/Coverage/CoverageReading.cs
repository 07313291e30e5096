namespace AiAttribution.Core.Trails.Coverage;

/// <summary>Outcome of reading a coverage file: a report, or what is wrong with the file.</summary>
public sealed record CoverageReading(CoverageReport? Report, TrailProblem? Problem);
