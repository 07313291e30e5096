namespace AiAttribution.Core.Tests;

/// <summary>What the tests say of the lines of one file.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="Measurement">Whether the lines belong to the text as it is now.</param>
/// <param name="States">States of lines by number, 1-based. In a measured or compiled file a line without one is not executable; in any other nothing is known of it.</param>
internal sealed record FileCoverage(string Path, FileMeasurement Measurement, IReadOnlyDictionary<int, LineCoverage> States)
{
    /// <summary>How sure it is that this text was measured; null when no report names the file.</summary>
    public CoverageBinding? Binding { get; init; }

    /// <summary>Whether symbols of a build say which lines are executable, though no report does.</summary>
    public bool IsCompiled { get; init; }

    /// <summary>A file that no report names.</summary>
    public static FileCoverage Unmeasured(string path) => new(path, FileMeasurement.Unmeasured, new Dictionary<int, LineCoverage>());

    /// <summary>State of each of the first <paramref name="lines"/> lines.</summary>
    public LineCoverage[] Lines(int lines)
    {
        var coverage = new LineCoverage[lines];
        LineCoverage others = Measurement == FileMeasurement.Measured || IsCompiled ? LineCoverage.NotExecutable : LineCoverage.Unknown;
        for (int i = 0; i < lines; i++)
            coverage[i] = States.TryGetValue(i + 1, out LineCoverage state) ? state : others;
        return coverage;
    }
}
