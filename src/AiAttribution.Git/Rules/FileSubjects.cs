using AiAttribution.Core.Attribution;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Trails;

namespace AiAttribution.Git.Rules;

/// <summary>A file as rules ask for it.</summary>
internal static class FileSubjects
{
    public static FileSubject Of(FileAttribution file, IReadOnlyList<LineSource> sources, FileCoverage coverage, bool isTest) =>
        new(file.Path, file.LineCount, file.Count(LineState.Unknown), isTest)
        {
            Ai = Lines(file, sources, coverage),
            Measurement = coverage.Measurement,
        };

    private static AiLine[] Lines(FileAttribution file, IReadOnlyList<LineSource> sources, FileCoverage coverage)
    {
        LineRun[] runs = [.. file.Runs.Where(r => r.State == LineState.Ai && r.Source >= 0 && sources[r.Source] is { Evidence.Count: > 0, BeforeBaseline: false })];
        if (runs.Length == 0)
            return [];
        LineCoverage[] states = coverage.Lines(file.LineCount);
        return [.. runs.SelectMany(r => Enumerable.Range(r.First, r.Count).Select(n => Line(n, sources[r.Source], n <= states.Length ? states[n - 1] : LineCoverage.Unknown)))];
    }

    private static AiLine Line(int number, LineSource source, LineCoverage coverage) => new(number, source.Commit, coverage, source.Grade == EvidenceGrade.Weak);
}
