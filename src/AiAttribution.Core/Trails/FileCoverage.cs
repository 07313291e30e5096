namespace AiAttribution.Core.Trails;

/// <summary>What the tests say of the lines of one file.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="Measurement">Whether the lines belong to the text as it is now.</param>
/// <param name="Executed">Executable lines by number, 1-based, and whether a test executed them; empty unless <see cref="FileMeasurement.Measured"/>.</param>
public sealed record FileCoverage(string Path, FileMeasurement Measurement, IReadOnlyDictionary<int, bool> Executed)
{
    /// <summary>A file that no report names.</summary>
    public static FileCoverage Unmeasured(string path) => new(path, FileMeasurement.Unmeasured, new Dictionary<int, bool>());

    /// <summary>State of each of the first <paramref name="lines"/> lines.</summary>
    public LineCoverage[] Lines(int lines)
    {
        var coverage = new LineCoverage[lines];
        if (Measurement != FileMeasurement.Measured)
            return coverage;
        for (int i = 0; i < lines; i++)
        {
            coverage[i] = !Executed.TryGetValue(i + 1, out bool executed) ? LineCoverage.NotExecutable
                : executed ? LineCoverage.Executed : LineCoverage.NotExecuted;
        }

        return coverage;
    }
}
