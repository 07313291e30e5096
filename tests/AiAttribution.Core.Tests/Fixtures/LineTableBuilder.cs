using AiAttribution.Core.Evidence;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Verdicts;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Files and sources made of letters: <c>0</c>–<c>9</c> AI of that source, <c>o</c> other, <c>u</c> unknown; coverage as in snapshots.</summary>
internal static class LineTableBuilder
{
    public static SnapshotFile File(string marks, string coverage = "", FileMeasurement measurement = FileMeasurement.Measured) => new(
        "Calc.cs",
        measurement,
        new uint[marks.Length],
        [.. marks.Select(mark => mark switch { 'o' => LineMark.Other, 'u' => LineMark.Unknown, _ => mark - '0' })],
        [.. marks.Select((_, i) => i < coverage.Length ? (LineCoverage)"?.-+lpfsm".IndexOf(coverage[i]) : LineCoverage.NotExecuted)]);

    public static SnapshotSource Source(
        DeploymentTrail deployment = DeploymentTrail.None,
        EvidenceGrade grade = EvidenceGrade.Declared,
        string agent = "claude-code",
        string? model = "m1",
        string? session = null,
        string commit = "0123456789ab",
        string? first = null) => new(grade, agent, model, session, commit, deployment, first);

    /// <summary>Verdict on a member whose code lines are all lines of the file.</summary>
    public static MemberVerdict Judge(SnapshotFile file, params SnapshotSource[] sources) =>
        MemberJudge.Judge([.. Enumerable.Range(1, file.Marks.Length)], file, sources, new VerdictPolicy(0.5, 5));
}
