namespace AiAttribution.Core.Trails.Coverage;

/// <summary>Several coverage reports as one: the test trail of a repository's files.</summary>
/// <param name="Reports">Number of reports that were united.</param>
/// <param name="Files">Measured files by path.</param>
/// <param name="Unresolved">Names that could not be placed in the repository, cut to their last two segments so that no folder of a machine shows; in order.</param>
public sealed record CoverageTrail(int Reports, IReadOnlyDictionary<string, FileCoverage> Files, IReadOnlyList<string> Unresolved)
{
    /// <summary>Nothing measured.</summary>
    public static CoverageTrail Empty { get; } = new(0, new Dictionary<string, FileCoverage>(), []);

    /// <summary>What is known of one file.</summary>
    public FileCoverage Of(string path) => Files.GetValueOrDefault(path) ?? FileCoverage.Unmeasured(path);

    /// <summary>
    /// Unites reports: a line that any report saw executed is executed. A report that is older than a file is stale for it and adds no lines; the file is stale when all its reports are.
    /// </summary>
    /// <param name="reports">The reports.</param>
    /// <param name="resolver">Places their names.</param>
    /// <param name="fileTime">When a file of the repository was last written; null when it does not exist, which leaves it out.</param>
    public static CoverageTrail Unite(IReadOnlyList<CoverageReport> reports, PathResolver resolver, Func<string, DateTimeOffset?> fileTime)
    {
        var files = new Dictionary<string, FileCoverage>();
        var unresolved = new SortedSet<string>(StringComparer.Ordinal);
        foreach (CoverageReport report in reports)
        {
            foreach (MeasuredFile file in report.Files)
            {
                if (resolver.Resolve(file.Name, report.Sources) is not string path)
                    unresolved.Add(Tail(file.Name));
                else if (fileTime(path) is DateTimeOffset written)
                    files[path] = Add(files.GetValueOrDefault(path), path, file, stale: Seconds(written) > Seconds(report.Time));
            }
        }

        return new CoverageTrail(reports.Count, files, [.. unresolved]);
    }

    private static FileCoverage Add(FileCoverage? before, string path, MeasuredFile file, bool stale)
    {
        if (stale)
            return before ?? new FileCoverage(path, FileMeasurement.Stale, new Dictionary<int, bool>());
        var executed = new Dictionary<int, bool>(before?.Executed ?? new Dictionary<int, bool>());
        foreach ((int line, long hits) in file.Hits)
            executed[line] = hits > 0 || executed.GetValueOrDefault(line);
        return new FileCoverage(path, FileMeasurement.Measured, executed);
    }

    /// <summary>Reports tell whole seconds.</summary>
    private static long Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();

    private static string Tail(string name) => string.Join('/', MeasuredName.Normalise(name).Split('/').TakeLast(2));
}
