namespace AiAttribution.Core.Tests;

/// <summary>Which lines of a file the last build made instructions of. So a missing report cannot make code look as if there were nothing to test.</summary>
internal static class CompiledLines
{
    /// <summary>The file's coverage with its executable lines, where symbols of its text are known; else as it was.</summary>
    /// <param name="coverage">A file that was not measured on its text of now.</param>
    /// <param name="texts">Its texts and symbols.</param>
    public static FileCoverage Complete(FileCoverage coverage, IMeasuredTexts texts)
    {
        if (coverage.Measurement == FileMeasurement.Measured || texts.Current(coverage.Path) is not var (now, _))
            return coverage;
        SymbolDocument[] documents = [.. texts.Symbols(coverage.Path, null, DateTimeOffset.MaxValue).Where(d => d.Checksum is not null)];
        SymbolDocument[] ofNow = [.. documents.Where(d => TextVariants.Matches(d.Checksum!, now))];
        if (ofNow.Length > 0)
            return Known(coverage, ofNow.SelectMany(d => d.Executable), new HashSet<int>());
        if (documents is not [var newest, ..] || texts.Earlier(coverage.Path).FirstOrDefault(old => TextVariants.Matches(newest.Checksum!, old)) is not { } compiled)
            return coverage;
        LineMap map = LineMap.Between(compiled, now);
        return Known(coverage, newest.Executable.Select(map.Now).Where(line => line > 0), map.Changed);
    }

    private static FileCoverage Known(FileCoverage coverage, IEnumerable<int> executable, IReadOnlySet<int> changed)
    {
        Dictionary<int, LineCoverage> states = changed.ToDictionary(line => line, _ => LineCoverage.Unknown);
        foreach (int line in executable)
            states.TryAdd(line, LineCoverage.Unmeasured);
        return coverage with { States = states, IsCompiled = true };
    }
}
