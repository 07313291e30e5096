using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Snapshot;

/// <summary>Carries what was recorded of a file over to the text it has now.</summary>
internal static class SnapshotAlignment
{
    /// <summary>
    /// The file with one element for each line of <paramref name="now"/>. A line that is not found again is
    /// <see cref="AttributedLine.Unknown"/> and <see cref="LineCoverage.Unknown"/>, so nobody is told anything about it.
    /// </summary>
    /// <param name="recorded">The file as the snapshot has it.</param>
    /// <param name="now">Hashes of the lines of the present text.</param>
    public static LineTable Apply(LineTable recorded, uint[] now)
    {
        int[] pairs = LineAligner.Align(recorded.Hashes, now);
        AttributedLine[] lines = new AttributedLine[now.Length];
        LineCoverage[] coverage = new LineCoverage[now.Length];
        for (int line = 0; line < pairs.Length; line++)
        {
            bool found = pairs[line] >= 0;
            lines[line] = found ? recorded.Lines[pairs[line]] : AttributedLine.Unknown;
            coverage[line] = found ? recorded.Coverage[pairs[line]] : LineCoverage.Unknown;
        }

        return recorded with { Hashes = now, Lines = lines, Coverage = coverage };
    }
}
