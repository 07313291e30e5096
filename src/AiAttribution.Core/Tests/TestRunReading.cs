using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests;

/// <summary>Outcome of reading a file of test results: a run, or what is wrong with the file.</summary>
internal sealed record TestRunReading(TestRun? Run, InputProblem? Problem);
