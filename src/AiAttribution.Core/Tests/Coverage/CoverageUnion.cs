namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Several coverage reports as one: the test trail of a repository's files.</summary>
/// <param name="Reports">Number of reports that were united.</param>
/// <param name="Files">Measured files by path.</param>
/// <param name="Unresolved">Names that could not be placed in the repository, cut to their last two segments so that no folder of a machine shows; in order.</param>
internal sealed record CoverageUnion(int Reports, IReadOnlyDictionary<string, FileCoverage> Files, IReadOnlyList<string> Unresolved)
{
    /// <summary>Nothing measured.</summary>
    public static CoverageUnion Empty { get; } = new(0, new Dictionary<string, FileCoverage>(), []);

    /// <summary>How many of the reports are of runs that failed.</summary>
    public int FailedRuns { get; init; }

    /// <summary>What is known of one file.</summary>
    public FileCoverage Of(string path) => Files.GetValueOrDefault(path) ?? FileCoverage.Unmeasured(path);

    /// <summary>Unites reports: of each line the best that any report says of it. Reports that belong to another text add nothing; a file is stale when all its reports do.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="resolver">Places their names.</param>
    /// <param name="texts">The texts that they may have measured.</param>
    /// <param name="least">What is bound less surely counts as not measured.</param>
    public static CoverageUnion Unite(IReadOnlyList<CoverageReport> reports, PathResolver resolver, IMeasuredTexts texts, CoverageBinding least = CoverageBinding.Time)
    {
        var binder = new FileBinder(texts);
        var bound = new Dictionary<string, List<BoundFile>>();
        var unresolved = new SortedSet<string>(StringComparer.Ordinal);
        foreach (CoverageReport report in reports)
        {
            foreach (MeasuredFile file in report.Files)
            {
                if (resolver.Resolve(file.Name, report.Sources) is not string path)
                    unresolved.Add(MeasuredName.Tail(file.Name));
                else if (binder.Bind(path, file, report) is { } found)
                    (bound.TryGetValue(path, out List<BoundFile>? files) ? files : bound[path] = []).Add(found);
            }
        }

        return new CoverageUnion(reports.Count, bound.ToDictionary(f => f.Key, f => UnitedFile.Of(f.Key, f.Value, least)), [.. unresolved])
        {
            FailedRuns = reports.Count(r => r.IsFailedRun),
        };
    }
}
