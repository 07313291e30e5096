namespace AiAttribution.Core.Trails.TestResults;

/// <summary>Outcome of reading a file of test results: a run, or what is wrong with the file.</summary>
public sealed record TestRunReading(TestRun? Run, TrailProblem? Problem);
