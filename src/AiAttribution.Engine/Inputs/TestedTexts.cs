using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>What coverage says of texts of effective lines, wherever they stand.</summary>
internal static class TestedTexts
{
    /// <summary>By key of a text; null where no file was measured on the text that it has now.</summary>
    public static Func<ulong, TextTest>? Of(CollectedHistory history)
    {
        FileCoverage[] measured = [.. history.Coverage.Files.Values.Where(f => f.Measurement == FileMeasurement.Measured)];
        // What ran in a run that failed, and what did not, says nothing.
        if (measured.Length == 0 || history.Coverage.FailedRuns == history.Coverage.Reports)
            return null;
        var tests = new Dictionary<ulong, TextTest>();
        foreach (FileCoverage file in measured)
        {
            if (history.Texts.Read(file.Path) is { } bytes)
                Add(tests, SourceFile.Text(bytes), file);
        }

        return text => tests.GetValueOrDefault(text);
    }

    private static void Add(Dictionary<ulong, TextTest> tests, string text, FileCoverage file)
    {
        IReadOnlyList<EffectiveLine> lines = EffectiveLines.Of(text);
        LineCoverage[] coverage = file.Lines(lines.Count == 0 ? 0 : lines[^1].Line);
        foreach (EffectiveLine line in lines)
        {
            ulong key = TextKey.Of(line.Text);
            tests[key] = (TextTest)Math.Max((int)tests.GetValueOrDefault(key), (int)Of(coverage[line.Line - 1]));
        }
    }

    private static TextTest Of(LineCoverage coverage) => coverage switch
    {
        LineCoverage.Executed or LineCoverage.Partial => TextTest.Run,
        LineCoverage.NotExecuted => TextTest.NotRun,
        LineCoverage.NotExecutable => TextTest.NotExecutable,
        _ => TextTest.Unmeasured,
    };
}
