using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Outcome of reading a coverage file: a report, or what is wrong with the file.</summary>
internal sealed record CoverageReading(CoverageReport? Report, InputProblem? Problem);
