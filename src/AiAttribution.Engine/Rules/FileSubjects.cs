using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;

namespace AiAttribution.Engine.Rules;

/// <summary>A file as rules ask for it.</summary>
internal static class FileSubjects
{
    public static FileSubject Of(FileAttribution file, IReadOnlyList<LineSource> sources, FileCoverage coverage, bool isTest) =>
        new(file.Path, file.LineCount, file.Count(LineState.Unknown), isTest)
        {
            Ai = Lines(file, sources, coverage),
            Measurement = coverage.Measurement,
        };

    private static List<AiLine> Lines(FileAttribution file, IReadOnlyList<LineSource> sources, FileCoverage coverage)
    {
        List<AiLine> lines = [];
        LineCoverage[]? states = null;
        foreach (LineRun run in file.Runs)
        {
            if (run.State != LineState.Ai || run.Source < 0 || sources[run.Source] is not { Evidence.Count: > 0, BeforeBaseline: false } source)
                continue;
            states ??= coverage.Lines(file.LineCount);
            for (int line = run.First; line <= run.Last; line++)
                lines.Add(new AiLine(line, source.Commit, line <= states.Length ? states[line - 1] : LineCoverage.Unknown, source.Grade == EvidenceGrade.Weak));
        }

        return lines;
    }
}
