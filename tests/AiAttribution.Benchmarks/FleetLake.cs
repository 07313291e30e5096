using System.Diagnostics;
using System.Globalization;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Benchmarks;

/// <summary>
/// A lake of so many repositories with an envelope each week of a year, about 210 rows each, written by the engine itself: <c>fleet-lake FOLDER REPOSITORIES</c>. Tokens are those of
/// an organisation that uses sixty trillion a month.
/// </summary>
internal static class FleetLake
{
    private const int Weeks = 52;
    private const long Seen = 1_767_225_600;

    /// <summary>Rows of an envelope by table, and its own columns in SQL; <c>r</c> is the repository, <c>w</c> the week, <c>i</c> the row.</summary>
    private static readonly Dictionary<string, (int Rows, string Columns)> Tables = new()
    {
        ["build"] = (1, "'repository' AS scope, day || 'T12:00:00Z' AS time, day || 'T12:00:00Z' AS known, 'clear' AS gate, 0.95::DECIMAL(18,6) AS evidence, r % 3 = 0 AS coverage, r % 4 > 0 AS deployments, r % 2 = 0 AS sessions, NULL::VARCHAR AS policy, '0.1.0' AS tool, 'github' AS ci, r % 10 > 0 AS publishable"),
        ["lines"] = (8, "CASE i % 4 WHEN 0 THEN 'ai' WHEN 1 THEN 'other' WHEN 2 THEN 'unknown' ELSE 'in part' END AS state, 'declared' AS grade, 'agent' || i AS agent, (r * 7 + w * 3 + i) % 9000 AS lines, r % 10 > 0 AS publishable"),
        ["members"] = (8, "'tested' AS tests, 'deployed' || i AS deployment, (r + i) % 90 AS members, (r + i) % 900 AS lines, r % 10 > 0 AS publishable"),
        ["rule"] = (8, "'rule' || i AS rule, 'passed' AS answer, (r + i) % 90 AS judged, 0 AS found, 0 AS waived"),
        ["cost"] = (125, "strftime(DATE '2025-01-01' + to_months((i % 13)::INT), '%Y-%m') AS month, 'agent' || (i // 13) AS agent, 'model' AS model, 'exact' AS exactness, true AS linked, 3 AS commits, 3000000 + (r * 7 + i) % 100000 AS input, 500000 + i AS output, 40000000 + w AS cache_read, 1000000 AS cache_write, (1.5 + (r + i) % 20)::DECIMAL(18,6) AS usd, 0 AS unpriced, r % 10 > 0 AS publishable"),
        ["outcome"] = (26, "strftime(DATE '2025-01-06' + 7 * (w - i)::INT, '%Y-%m-%d') AS week, (r % 7 / 2.0)::DECIMAL(18,6) AS low, (r % 7 / 2.0 + 1)::DECIMAL(18,6) AS high, (r % 7 / 4.0)::DECIMAL(18,6) AS ai, (r % 7 / 4.0)::DECIMAL(18,6) AS other, 0::DECIMAL(18,6) AS unknown, NULL::DECIMAL(18,6) AS tested_low, NULL::DECIMAL(18,6) AS tested_high, false AS above, r % 10 > 0 AS publishable, strftime(DATE '2025-01-09' + 7 * (w - i)::INT, '%Y-%m') AS month"),
        ["funnel"] = (5, "CASE i WHEN 0 THEN 'attributed' WHEN 1 THEN 'executable' WHEN 2 THEN 'tested' WHEN 3 THEN 'deployed' ELSE 'survived' END AS step, 100 AS lines, 20 AS missed, 5 AS unknown, r % 10 > 0 AS publishable"),
        ["survival"] = (26, "strftime(DATE '2025-01-01' + to_months((i // 2)::INT), '%Y-%m') AS cohort, CASE i % 2 WHEN 0 THEN 'ai' ELSE 'other' END AS state, 300 AS landed, 40 AS dead, 9 AS early, 3 AS young, r % 10 > 0 AS publishable"),
        ["silence"] = (1, "'notes orphaned' AS kind, NULL::VARCHAR AS since"),
    };

    public static int Run(string[] arguments)
    {
        int repositories = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        var lake = new LakeFolder(Path.GetFullPath(arguments[0]));
        Directory.CreateDirectory(lake.Inbox);
        File.WriteAllText(lake.SettingsFile, $"{{ \"name\": \"Scale\", \"groups\": [{string.Join(", ", Enumerable.Range(0, 10).Select(g => $"{{ \"name\": \"group {g}\", \"repositories\": [\"host.example/group{g}/*\"], \"budget\": 100000 }}"))}] }}");
        var watch = Stopwatch.StartNew();
        List<LakePart> parts = [];
        using (var duck = new Duck(lake))
        {
            foreach (LakeTable table in LakeTable.All)
            {
                for (int month = 1; month <= 12; month++)
                    parts.Add(Write(duck, lake, table, repositories, month));
            }
        }

        new Manifest(1, parts, [], []).TryPublish(lake);
        long bytes = parts.Sum(p => new FileInfo(Path.Combine(lake.Tables, p.File)).Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{repositories} repositories, {parts.Sum(p => p.Rows)} rows, {bytes >> 20} MiB, written in {watch.Elapsed.TotalSeconds:F1} s"));
        return 0;
    }

    private static LakePart Write(Duck duck, LakeFolder lake, LakeTable table, int repositories, int month)
    {
        (int rows, string columns) = Tables[table.Name];
        string name = $"2025-{month:00}";
        string file = $"{table.Name}/month={name}/part-1-00000000.parquet";
        string full = Path.Combine(lake.Tables, file);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string week = $"(SELECT w, strftime(DATE '2025-01-06' + 7 * w::INT, '%Y-%m-%d') AS day FROM range({Weeks}) t(w))";
        string common = $"'host.example/group' || (r % 10) || '/repository' || r AS repository, '' AS project, md5(r || ' ' || w) || '01234567' AS commit, w || '/build' AS build, 1::BIGINT AS attempt, 'default' AS branch, day, (({Seen} + w * 604800)::BIGINT << 29) | (1 << 20) | r AS seen, left(md5(w || ' ' || r), 16) AS envelope";
        duck.Run($"COPY (SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\"::{c.Type} AS \"{c.Name}\""))} FROM (SELECT {common}, {columns} FROM range({repositories}) a(r), {week} b, range({rows}) c(i) WHERE day LIKE '{name}%')) TO '{full}' (FORMAT parquet, COMPRESSION zstd)");
        return new LakePart(table.Name, name, file, duck.Read($"SELECT count(*) FROM {Sql.Files([full])}", r => r.GetInt64(0))[0]);
    }
}
