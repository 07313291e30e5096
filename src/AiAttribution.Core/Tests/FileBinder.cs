using AiAttribution.Core.Lines.Diff;
using AiAttribution.Core.Tests.Coverage;

namespace AiAttribution.Core.Tests;

/// <summary>Finds out which text a report measured, by the strongest means there is, and carries its lines over to the text of now.</summary>
internal sealed class FileBinder(IMeasuredTexts texts)
{
    /// <summary>What the report says of the file; null when the file does not exist.</summary>
    public BoundFile? Bind(string path, MeasuredFile file, CoverageReport report)
    {
        if (texts.Current(path) is not var (now, written))
            return null;
        Dictionary<int, LineCoverage> states = States(file, report.IsFailedRun);
        if (file.Checksum is { } stated)
            return ByChecksum(CoverageBinding.Report, path, stated, now, Compiled(path, file, report.Time, stated) is { } symbols ? WithUnmeasured(states, symbols) : states);
        if (Symbols(path, file, report.Time) is { Checksum: { } compiled } document)
            return ByChecksum(CoverageBinding.Symbols, path, compiled, now, WithUnmeasured(states, document));
        if (MeasuredName.CommitOfUrl(file.Name) is { } commit && texts.At(commit, path) is { } committed)
            return Align(CoverageBinding.Commit, committed, now, states);
        return ByTime(written, report.Time, now, states);
    }

    /// <summary>Symbols whose lines have all that were measured: the others belong to another build.</summary>
    private SymbolDocument? Symbols(string path, MeasuredFile file, DateTimeOffset time) =>
        texts.Symbols(path, file.Module, time).FirstOrDefault(d => d.Checksum is not null && file.Hits.Keys.All(d.Executable.Contains));

    /// <summary>Symbols of the very text that was measured: what was left out of the measurement is executable all the same.</summary>
    private SymbolDocument? Compiled(string path, MeasuredFile file, DateTimeOffset time, SourceChecksum measured) =>
        texts.Symbols(path, file.Module, time).FirstOrDefault(d => d.Checksum == measured);

    private BoundFile ByChecksum(CoverageBinding binding, string path, SourceChecksum checksum, byte[] now, Dictionary<int, LineCoverage> states)
    {
        if (TextVariants.Matches(checksum, now))
            return new BoundFile(binding, states, IsExact: true);
        return texts.Earlier(path).FirstOrDefault(old => TextVariants.Matches(checksum, old)) is { } measured
            ? Align(binding, measured, now, states)
            : new BoundFile(binding, null, IsExact: false);
    }

    private static BoundFile Align(CoverageBinding binding, byte[] measured, byte[] now, Dictionary<int, LineCoverage> states)
    {
        LineMap map = LineMap.Between(measured, now);
        if (map.Changed.Count == 0)
            return new BoundFile(binding, states, IsExact: true);
        var aligned = map.Changed.ToDictionary(line => line, _ => LineCoverage.Stale);
        foreach ((int line, LineCoverage state) in states)
        {
            if (map.Now(line) is > 0 and int at)
                aligned.TryAdd(at, state);
        }

        return new BoundFile(binding, aligned, IsExact: false);
    }

    /// <summary>Reports tell whole seconds. A report with lines beyond the end of the file was measured on another text, whatever the times are.</summary>
    private static BoundFile ByTime(DateTimeOffset written, DateTimeOffset measured, byte[] now, Dictionary<int, LineCoverage> states)
    {
        bool stale = written.ToUnixTimeSeconds() > measured.ToUnixTimeSeconds() || states.Keys.Any(line => line > LineText.CountLines(now));
        return new BoundFile(CoverageBinding.Time, stale ? null : states, IsExact: true);
    }

    private static Dictionary<int, LineCoverage> States(MeasuredFile file, bool failed) => file.Hits.ToDictionary(
        h => h.Key,
        h => h.Value == 0 ? LineCoverage.NotExecuted
            : failed ? LineCoverage.FailedRun
            : file.Partial.Contains(h.Key) ? LineCoverage.Partial : LineCoverage.Executed);

    private static Dictionary<int, LineCoverage> WithUnmeasured(Dictionary<int, LineCoverage> states, SymbolDocument document)
    {
        foreach (int line in document.Executable)
            states.TryAdd(line, LineCoverage.Unmeasured);
        return states;
    }
}
