using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Files and sources made of letters: <c>0</c>–<c>9</c> AI of that source, <c>o</c> other, <c>u</c> unknown; coverage as in snapshots.</summary>
internal static class LineTableBuilder
{
    public static LineTable File(string lines, string coverage = "", FileMeasurement measurement = FileMeasurement.Measured) => new(
        "Calc.cs",
        measurement,
        new uint[lines.Length],
        [.. lines.Select(line => line switch { 'o' => AttributedLine.Other, 'u' => AttributedLine.Unknown, _ => AttributedLine.Ai(line - '0') })],
        [.. lines.Select((_, i) => i < coverage.Length ? (LineCoverage)"?.-+lpfsmn".IndexOf(coverage[i]) : LineCoverage.NotExecuted)],
        []);

    public static AiSource Source(
        DeploymentTrail deployment = DeploymentTrail.None,
        EvidenceGrade grade = EvidenceGrade.Declared,
        string agent = "claude-code",
        string? model = "m1",
        string? session = null,
        string commit = "0123456789ab",
        string? first = null) => new(grade, agent, model, session, commit, deployment, first);

    /// <summary>Verdict on a member whose code lines are all lines of the file.</summary>
    public static MemberVerdict Judge(LineTable table, params AiSource[] sources) =>
        MemberJudge.Judge([.. Enumerable.Range(1, table.Lines.Length)], table with { Sources = sources }, new VerdictPolicy(0.5, 5));
}
