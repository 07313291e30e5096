using System.Data.Common;
using System.Globalization;
using System.Numerics;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.Pages;

/// <summary>Reads the figures of all repositories. Each figure is the newest word of its repository on it; builds of other branches, of pull requests and of projects say nothing here.</summary>
/// <remarks>The queries keep to what DuckDB and old ClickHouse both understand: joins, sums and derived tables, no window.</remarks>
internal sealed class FigureReader(LakeView view, FleetSettings settings)
{
    /// <summary>The month of the clock, and the year before it.</summary>
    private const int MonthsTold = 13;

    private const string Main = "('default', 'unknown')";
    private const string Counts = $"project = '' AND branch IN {Main}";
    private const string Newest = $"(SELECT b.repository AS repository, min(b.envelope) AS envelope FROM build b JOIN (SELECT repository, max(seen) AS seen FROM build WHERE {Counts} GROUP BY repository) n ON b.repository = n.repository AND b.seen = n.seen WHERE b.project = '' AND b.branch IN {Main} GROUP BY b.repository)";
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
        return new FleetFigures(clock, [.. known.Values.OrderBy(r => r.Name, StringComparer.Ordinal)], months);
    }

    private List<RepositoryFigures> Builds() => view.Read(
        $"SELECT b.repository, b.known, b.gate, b.evidence, b.coverage, b.deployments, b.sessions, b.tool FROM build b JOIN {Newest} w ON b.envelope = w.envelope",
        r => new RepositoryFigures(r.GetString(0), r.GetString(1)[..10])
        {
            Gate = r.GetString(2),
            Evidence = r.IsDBNull(3) ? null : r.GetDecimal(3),
            HasCoverage = r.GetBoolean(4),
            HasDeployments = r.GetBoolean(5),
            HasSessions = r.GetBoolean(6),
            Tool = r.IsDBNull(7) ? null : r.GetString(7),
        });

    private List<Row<Told<Change>>> Changes(string first) => view.Read(
        $"SELECT o.repository, o.month, sum(low), sum(high), sum(ai), sum(other), sum(unknown), sum(CASE WHEN above THEN 1 ELSE 0 END), {Safe}, sum(coalesce(tested_low, 0)), sum(coalesce(tested_high, low)), sum(CASE WHEN tested_low IS NULL THEN 0 ELSE 1 END) FROM outcome o JOIN (SELECT repository, week, max(seen) AS seen FROM outcome WHERE {Counts} AND month >= {Sql.Text(first)} GROUP BY repository, week) n ON o.repository = n.repository AND o.week = n.week AND o.seen = n.seen WHERE o.project = '' AND o.branch IN {Main} GROUP BY o.repository, o.month",
        r => new Row<Told<Change>>(r.GetString(0), r.GetString(1), new(new Change(Amount(r, 2), Amount(r, 3), Amount(r, 4), Amount(r, 5), Amount(r, 6), (long)Number(r, 7)) { TestedLow = Amount(r, 9), TestedHigh = Amount(r, 10), Measured = (long)Number(r, 11) }, Flag(r, 8))));

    private List<Row<Told<Spending>>> Spending(string first) => view.Read(
        $"SELECT c.repository, coalesce(c.month, ''), sum(usd), sum(input) + sum(output) + sum(cache_read) + sum(cache_write), sum(unpriced), sum(CASE WHEN agent = 'not recorded' THEN commits ELSE 0 END), {Safe} FROM cost c JOIN (SELECT repository, coalesce(month, '') AS month, max(seen) AS seen FROM cost WHERE {Counts} AND (month IS NULL OR month >= {Sql.Text(first)}) GROUP BY repository, coalesce(month, '')) n ON c.repository = n.repository AND coalesce(c.month, '') = n.month AND c.seen = n.seen WHERE c.project = '' AND c.branch IN {Main} GROUP BY c.repository, coalesce(c.month, '')",
        r => new Row<Told<Spending>>(r.GetString(0), r.GetString(1), new(new Spending(r.IsDBNull(2) ? 0 : Amount(r, 2), Number(r, 3), Number(r, 4), (long)Number(r, 5)), Flag(r, 6))));

    private List<Row<Told<LineCounts>>> Lines() => view.Read(
        $"SELECT l.repository, sum(CASE WHEN state = 'ai' THEN lines ELSE 0 END), sum(CASE WHEN state = 'other' THEN lines ELSE 0 END), sum(CASE WHEN state = 'ai' OR state = 'other' THEN 0 ELSE lines END), {Safe} FROM lines l JOIN {Newest} w ON l.envelope = w.envelope GROUP BY l.repository",
        r => new Row<Told<LineCounts>>(r.GetString(0), "", new(new LineCounts((long)Number(r, 1), (long)Number(r, 2), (long)Number(r, 3)), Flag(r, 4))));

    private List<Row<Told<TestedLines>>> Tested() => view.Read(
        $"SELECT f.repository, sum(CASE WHEN step = 'tested' THEN lines ELSE 0 END), sum(CASE WHEN step = 'tested' THEN missed ELSE 0 END), sum(CASE WHEN step = 'tested' OR step = 'executable' THEN unknown ELSE 0 END), {Safe} FROM funnel f JOIN {Newest} w ON f.envelope = w.envelope GROUP BY f.repository",
        r => new Row<Told<TestedLines>>(r.GetString(0), "", new(new TestedLines((long)Number(r, 1), (long)Number(r, 2), (long)Number(r, 3)), Flag(r, 4))));

    private List<Row<Told<Lives>>> Lives(string first) => view.Read(
        $"SELECT s.repository, sum(CASE WHEN state = 'ai' THEN landed - young ELSE 0 END), sum(CASE WHEN state = 'ai' THEN early ELSE 0 END), sum(CASE WHEN state = 'other' THEN landed - young ELSE 0 END), sum(CASE WHEN state = 'other' THEN early ELSE 0 END), {Safe} FROM survival s JOIN {Newest} w ON s.envelope = w.envelope WHERE cohort >= {Sql.Text(first)} GROUP BY s.repository",
        r => new Row<Told<Lives>>(r.GetString(0), "", new(new Lives((long)Number(r, 1), (long)Number(r, 2), (long)Number(r, 3), (long)Number(r, 4)), Flag(r, 5))));

    private List<Row<string>> Silence() => view.Read(
        $"SELECT s.repository, s.kind, s.since FROM silence s JOIN {Newest} w ON s.envelope = w.envelope",
        r => new Row<string>(r.GetString(0), r.GetString(1), r.IsDBNull(2) ? r.GetString(1) : $"{r.GetString(1)} since {r.GetString(2)}"));

    private static void Put<T>(Dictionary<string, RepositoryFigures> known, List<Row<T>> rows, Func<RepositoryFigures, IEnumerable<Row<T>>, RepositoryFigures> with)
    {
        foreach (IGrouping<string, Row<T>> repository in rows.GroupBy(r => r.Repository))
        {
            if (known.TryGetValue(repository.Key, out RepositoryFigures? figures))
                known[repository.Key] = with(figures, repository);
        }
    }

    private static bool Flag(DbDataReader row, int column) => !Number(row, column).IsZero;

    private static decimal Amount(DbDataReader row, int column) => row.GetDecimal(column);

    /// <summary>Sums of whole numbers have 128 bits.</summary>
    private static BigInteger Number(DbDataReader row, int column) => row.GetValue(column) switch
    {
        BigInteger big => big,
        IConvertible small => new BigInteger(small.ToDecimal(CultureInfo.InvariantCulture)),
        _ => 0,
    };

    private sealed record Row<T>(string Repository, string Key, T Value);
}
