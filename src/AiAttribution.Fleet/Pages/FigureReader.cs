using System.Globalization;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.Pages;

/// <summary>Reads the figures of all repositories. Each figure is the newest word of its repository on it; builds of other branches, of pull requests and of projects say nothing here.</summary>
internal sealed class FigureReader(ILakeEngine engine, FleetSettings settings)
{
    /// <summary>The month of the clock, and the year before it.</summary>
    private const int MonthsTold = 13;

    private const string Main = "project = '' AND branch IN ('default', 'unknown')";
    private const string Newest = $"envelope IN (SELECT min(envelope) FROM build WHERE {Main} AND (repository, seen) IN (SELECT repository, max(seen) FROM build WHERE {Main} GROUP BY repository) GROUP BY repository)";
    private const string Month = "coalesce(month, '')";
    private const string Safe = "min(CASE WHEN publishable THEN 1 ELSE 0 END)";

    /// <summary>The figures.</summary>
    public FleetFigures Read()
    {
        Dictionary<string, RepositoryFigures> known = Builds().ToDictionary(r => r.Name, StringComparer.Ordinal);
        string? clock = known.Values.Max(r => r.Known);
        string[] months = clock is null ? [] : [.. Enumerable.Range(1 - MonthsTold, MonthsTold).Select(m => DateOnly.ParseExact(clock[..7] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(m).ToString("yyyy-MM", CultureInfo.InvariantCulture))];
        if (clock is not null)
        {
            Put(known, Changes(months[0]), (r, all) => r with { Changes = all.ToDictionary(m => m.Key, m => m.Value) });
            Put(known, Spending(months[0]), (r, all) => r with { Spending = all.ToDictionary(m => m.Key, m => m.Value) });
            Put(known, Lines(), (r, all) => r with { Lines = all.Single().Value });
            Put(known, Tested(), (r, all) => r with { Tested = all.Single().Value });
            Put(known, Lives(months[0]), (r, all) => r with { Lives = all.Single().Value });
            Put(known, Silence(), (r, all) => r with { Silence = [.. all.Select(s => s.Value).Order(StringComparer.Ordinal)] });
        }

        foreach (string name in settings.Expected)
            known.TryAdd(name, new RepositoryFigures(name, null));
        return new FleetFigures(clock, [.. known.Values.OrderBy(r => r.Name, StringComparer.Ordinal)], months) { Partial = engine.Partial };
    }

    private IEnumerable<RepositoryFigures> Builds() => engine
        .Ask($"SELECT repository, known, gate, evidence, coverage, deployments, sessions, tool FROM build WHERE {Newest}")
        .Select(r => new RepositoryFigures(r.Text(0), r.Text(1)[..10])
        {
            Gate = r.Text(2),
            Evidence = r.IsNull(3) ? null : r.Amount(3),
            HasCoverage = r.Flag(4),
            HasDeployments = r.Flag(5),
            HasSessions = r.Flag(6),
            Tool = r.TextOrNull(7),
        });

    private IEnumerable<Row<Told<Change>>> Changes(string first) => engine
        .Ask($"SELECT repository, month, sum(low), sum(high), sum(ai), sum(other), sum(unknown), sum(CASE WHEN above THEN 1 ELSE 0 END), {Safe}, sum(coalesce(tested_low, 0)), sum(coalesce(tested_high, low)), sum(CASE WHEN tested_low IS NULL THEN 0 ELSE 1 END) FROM outcome WHERE {Main} AND (repository, week, seen) IN (SELECT repository, week, max(seen) FROM outcome WHERE {Main} AND month >= {Sql.Text(first)} GROUP BY repository, week) GROUP BY repository, month")
        .Select(r => new Row<Told<Change>>(r.Text(0), r.Text(1), new(new Change(r.Amount(2), r.Amount(3), r.Amount(4), r.Amount(5), r.Amount(6), (long)r.Number(7)) { TestedLow = r.Amount(9), TestedHigh = r.Amount(10), Measured = (long)r.Number(11) }, r.Flag(8))));

    private IEnumerable<Row<Told<Spending>>> Spending(string first) => engine
        .Ask($"SELECT repository, {Month}, sum(usd), sum(input) + sum(output) + sum(cache_read) + sum(cache_write), sum(unpriced), sum(CASE WHEN agent = 'not recorded' THEN commits ELSE 0 END), {Safe} FROM cost WHERE {Main} AND (repository, {Month}, seen) IN (SELECT repository, {Month}, max(seen) FROM cost WHERE {Main} AND ({Month} = '' OR {Month} >= {Sql.Text(first)}) GROUP BY repository, {Month}) GROUP BY repository, {Month}")
        .Select(r => new Row<Told<Spending>>(r.Text(0), r.Text(1), new(new Spending(r.Amount(2), r.Number(3), r.Number(4), (long)r.Number(5)), r.Flag(6))));

    private IEnumerable<Row<Told<LineCounts>>> Lines() => engine
        .Ask($"SELECT repository, sum(CASE WHEN state = 'ai' THEN lines ELSE 0 END), sum(CASE WHEN state = 'other' THEN lines ELSE 0 END), sum(CASE WHEN state = 'ai' OR state = 'other' THEN 0 ELSE lines END), {Safe} FROM lines WHERE {Newest} GROUP BY repository")
        .Select(r => new Row<Told<LineCounts>>(r.Text(0), "", new(new LineCounts((long)r.Number(1), (long)r.Number(2), (long)r.Number(3)), r.Flag(4))));

    private IEnumerable<Row<Told<TestedLines>>> Tested() => engine
        .Ask($"SELECT repository, sum(CASE WHEN step = 'tested' THEN lines ELSE 0 END), sum(CASE WHEN step = 'tested' THEN missed ELSE 0 END), sum(CASE WHEN step = 'tested' OR step = 'executable' THEN unknown ELSE 0 END), {Safe} FROM funnel WHERE {Newest} GROUP BY repository")
        .Select(r => new Row<Told<TestedLines>>(r.Text(0), "", new(new TestedLines((long)r.Number(1), (long)r.Number(2), (long)r.Number(3)), r.Flag(4))));

    private IEnumerable<Row<Told<Lives>>> Lives(string first) => engine
        .Ask($"SELECT repository, sum(CASE WHEN state = 'ai' THEN landed - young ELSE 0 END), sum(CASE WHEN state = 'ai' THEN early ELSE 0 END), sum(CASE WHEN state = 'other' THEN landed - young ELSE 0 END), sum(CASE WHEN state = 'other' THEN early ELSE 0 END), {Safe} FROM survival WHERE {Newest} AND cohort >= {Sql.Text(first)} GROUP BY repository")
        .Select(r => new Row<Told<Lives>>(r.Text(0), "", new(new Lives((long)r.Number(1), (long)r.Number(2), (long)r.Number(3), (long)r.Number(4)), r.Flag(5))));

    private IEnumerable<Row<string>> Silence() => engine
        .Ask($"SELECT repository, kind, since FROM silence WHERE {Newest}")
        .Select(r => new Row<string>(r.Text(0), r.Text(1), r.IsNull(2) ? r.Text(1) : $"{r.Text(1)} since {r.Text(2)}"));

    private static void Put<T>(Dictionary<string, RepositoryFigures> known, IEnumerable<Row<T>> rows, Func<RepositoryFigures, IEnumerable<Row<T>>, RepositoryFigures> with)
    {
        foreach (IGrouping<string, Row<T>> repository in rows.GroupBy(r => r.Repository))
        {
            if (known.TryGetValue(repository.Key, out RepositoryFigures? figures))
                known[repository.Key] = with(figures, repository);
        }
    }

    private sealed record Row<T>(string Repository, string Key, T Value);
}
