using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;

namespace AiAttribution.Core.Tests.Snapshot;

public class SnapshotAlignmentTests
{
    [Fact]
    public void State_source_and_coverage_follow_their_lines_and_new_lines_are_unknown()
    {
        LineTable recorded = new(
            "A.cs", FileMeasurement.Measured, [1, 2, 3], [AttributedLine.Ai(0), AttributedLine.Other, AttributedLine.Ai(1)], [LineCoverage.Executed, LineCoverage.NotExecutable, LineCoverage.NotExecuted], []);

        LineTable now = SnapshotAlignment.Apply(recorded, [9, 1, 2, 8, 3]);

        Assert.Equal([AttributedLine.Unknown, AttributedLine.Ai(0), AttributedLine.Other, AttributedLine.Unknown, AttributedLine.Ai(1)], now.Lines);
        Assert.Equal(
            [LineCoverage.Unknown, LineCoverage.Executed, LineCoverage.NotExecutable, LineCoverage.Unknown, LineCoverage.NotExecuted],
            now.Coverage);
    }
}
