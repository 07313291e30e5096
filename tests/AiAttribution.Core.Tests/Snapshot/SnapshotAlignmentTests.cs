using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Tests.Snapshot;

public class SnapshotAlignmentTests
{
    [Fact]
    public void Marks_and_coverage_follow_their_lines_and_new_lines_are_unknown()
    {
        SnapshotFile recorded = new(
            "A.cs", FileMeasurement.Measured, [1, 2, 3], [0, LineMark.Other, 1], [LineCoverage.Executed, LineCoverage.NotExecutable, LineCoverage.NotExecuted]);

        SnapshotFile now = SnapshotAlignment.Apply(recorded, [9, 1, 2, 8, 3]);

        Assert.Equal([LineMark.Unknown, 0, LineMark.Other, LineMark.Unknown, 1], now.Marks);
        Assert.Equal(
            [LineCoverage.Unknown, LineCoverage.Executed, LineCoverage.NotExecutable, LineCoverage.Unknown, LineCoverage.NotExecuted],
            now.Coverage);
    }
}
