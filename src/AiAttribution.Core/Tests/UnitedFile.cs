namespace AiAttribution.Core.Tests;

/// <summary>Unites what several reports say of one file.</summary>
internal static class UnitedFile
{
    public static FileCoverage Of(string path, IReadOnlyList<BoundFile> all, CoverageBinding least)
    {
        BoundFile[] reports = [.. all.Where(r => r.Binding >= least)];
        if (reports.Length == 0)
            return FileCoverage.Unmeasured(path) with { Binding = all.Max(r => r.Binding) };
        BoundFile[] measured = [.. reports.Where(r => r.Lines is not null)];
        if (measured.Length == 0)
            return new FileCoverage(path, FileMeasurement.Stale, new Dictionary<int, LineCoverage>()) { Binding = reports.Max(r => r.Binding) };
        bool exact = measured.Any(r => r.IsExact);
        var states = new Dictionary<int, LineCoverage>();
        foreach ((int line, LineCoverage state) in measured.SelectMany(r => r.Lines!))
        {
            // A report of this very text knows what has changed since an older one.
            if (exact && state == LineCoverage.Stale)
                continue;
            if (Rank(state) > Rank(states.GetValueOrDefault(line)))
                states[line] = state;
        }

        return new FileCoverage(path, FileMeasurement.Measured, states) { Binding = measured.Min(r => r.Binding) };
    }

    private static int Rank(LineCoverage state) => state switch
    {
        LineCoverage.Executed => 6,
        LineCoverage.Partial => 5,
        LineCoverage.FailedRun => 4,
        LineCoverage.NotExecuted => 3,
        LineCoverage.Stale => 2,
        LineCoverage.Unmeasured => 1,
        _ => 0,
    };
}
