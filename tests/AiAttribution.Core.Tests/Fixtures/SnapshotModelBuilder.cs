using AiAttribution.Core.Evidence;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Verdicts;

namespace AiAttribution.Core.Tests.Fixtures;

internal static class SnapshotModelBuilder
{
    public static SnapshotSource Source(string commit) =>
        new(EvidenceGrade.Declared, "claude-code", "m1", "claude:s1", commit, DeploymentTrail.None, null);

    public static SnapshotFile File(string path, params int[] marks) => new(
        path,
        FileMeasurement.Measured,
        [.. marks.Select((_, i) => (uint)i * 0x9e3779b9)],
        marks,
        [.. marks.Select(_ => LineCoverage.NotExecuted)]);

    public static SnapshotModel Snapshot() => new(
        new VerdictPolicy(0.5, 5, 14),
        [
            Source("aaaaaaaaaaaa"),
            new(EvidenceGrade.Weak, "a b=c%d", null, null, "bbbbbbbbbbbb", DeploymentTrail.Deployed, "v1 Größe\n\"x\"")
            {
                Tokens = new Dictionary<string, long> { ["input"] = 12, ["output"] = 3_000_000_000 },
            },
        ],
        [
            File("../Shared/Ä b.cs", 0, 0, LineMark.Other, LineMark.Unknown, 1) with
            {
                Measurement = FileMeasurement.Stale,
                Coverage = [LineCoverage.Unknown, LineCoverage.NotExecutable, LineCoverage.NotExecuted, LineCoverage.Executed, LineCoverage.Linked],
            },
            File("Calc.cs", LineMark.Other, 1, 0),
        ]);
}
