using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;

namespace AiAttribution.Core.Tests.Fixtures;

internal static class SnapshotModelBuilder
{
    public static AiSource Source(string commit) =>
        new(EvidenceGrade.Declared, "claude-code", "m1", "claude:s1", commit, DeploymentTrail.None, null);

    /// <summary>A file of lines that are AI of the source with this number, <c>o</c> other or <c>u</c> unknown.</summary>
    public static LineTable File(string path, IReadOnlyList<AiSource> sources, string lines) => new(
        path,
        FileMeasurement.Measured,
        [.. lines.Select((_, i) => (uint)i * 0x9e3779b9)],
        [.. lines.Select(line => line switch { 'o' => AttributedLine.Other, 'u' => AttributedLine.Unknown, _ => AttributedLine.Ai(line - '0') })],
        [.. lines.Select(_ => LineCoverage.NotExecuted)],
        sources);

    public static SnapshotModel Snapshot()
    {
        AiSource[] sources =
        [
            Source("aaaaaaaaaaaa"),
            new(EvidenceGrade.Weak, "a b=c%d", null, null, "bbbbbbbbbbbb", DeploymentTrail.Deployed, "v1 Größe\n\"x\"")
            {
                Tokens = new Dictionary<string, long> { ["input"] = 12, ["output"] = 3_000_000_000 },
            },
        ];
        return Of(
            File("../Shared/Ä b.cs", sources, "00ou1") with
            {
                Measurement = FileMeasurement.Stale,
                Coverage = [LineCoverage.Unknown, LineCoverage.NotExecutable, LineCoverage.NotExecuted, LineCoverage.Executed, LineCoverage.Linked],
            },
            File("Calc.cs", sources, "o10"));
    }

    public static SnapshotModel Of(params LineTable[] files) => new(new VerdictPolicy(0.5, 5, 14), files);
}
