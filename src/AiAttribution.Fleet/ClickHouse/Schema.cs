using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.ClickHouse;

/// <summary>
/// The tables on a server. <c>lines_rows</c> and so on have the rows, a partition for each part of the lake; a view shows those that are published, and where there are shards
/// <c>lines</c> is all views together. <c>published</c> says which parts are, <c>held</c> how many rows each has.
/// </summary>
/// <param name="layout">How servers hold the lake together.</param>
/// <param name="database">Where the tables are.</param>
internal sealed class Schema(Layout layout, string database)
{
    public const string Published = "published";
    public const string Held = "held";

    private const string Rows = "_rows";

    private static readonly (string Name, string Type)[] PublishedColumns =
    [
        ("publication", "Int64"), ("lake", "String"), ("manifest", "Int64"), ("shard", "Int64"), ("shards", "Int64"), ("name", "String"), ("part", "String"), ("expected", "Int64"),
    ];

    /// <summary>Name of the table that has the rows of one.</summary>
    public static string RowsOf(string table) => table + Rows;

    /// <summary>Makes what is not there, and looks at what is.</summary>
    /// <exception cref="ToolException">A table of that name is another one, or replicas do not know each other.</exception>
    public void Create()
    {
        foreach (Shard shard in layout.Shards)
        {
            foreach (ClickHouseServer server in shard.Servers)
                Create(server, shard);
        }

        foreach (Shard shard in layout.Shards.Where(s => s.Servers.Count > 1))
        {
            if (shard.First.Rows($"SELECT total_replicas FROM system.replicas WHERE database = '{database}' AND table = '{RowsOf(Published)}'").FirstOrDefault()?.Number(0) is var count && count != shard.Servers.Count)
                throw new ToolException($"{shard.First.Name}: shard {shard.Number} has {count ?? 0} replicas and {shard.Servers.Count} are named by --url. Are two of these addresses of one server, or is an old replica still known to ZooKeeper?");
        }
    }

    private void Create(ClickHouseServer server, Shard shard)
    {
        server.Run($"CREATE DATABASE IF NOT EXISTS {database}");
        CreateRows(server, RowsOf(Published), PublishedColumns, "publication ORDER BY (publication, name, part)", shard);
        foreach (LakeTable table in LakeTable.All)
            CreateRows(server, RowsOf(table.Name), Columns(table), $"part ORDER BY ({string.Join(", ", Key(table))})", shard);
        CheckColumns(server);
        CreateAll(server, Published, $"SELECT {string.Join(", ", PublishedColumns.Select(c => c.Name))} FROM {database}.{RowsOf(Published)}");
        CreateAll(server, Held, $"SELECT table AS name, partition AS part, sum(rows) AS there, min(min_block_number) AS low_block, max(max_block_number) AS high_block FROM system.parts WHERE database = '{database}' AND active AND table LIKE '%{Rows}' AND table <> '{RowsOf(Published)}' GROUP BY table, partition");
        foreach (LakeTable table in LakeTable.All)
            CreateAll(server, table.Name, $"SELECT {string.Join(", ", table.Columns.Select(c => $"`{c.Name}`"))} FROM {database}.{RowsOf(table.Name)} WHERE part IN (SELECT part FROM {database}.{RowsOf(Published)} WHERE name = '{table.Name}' AND publication IN (SELECT max(publication) FROM {database}.{RowsOf(Published)}))");
        CheckEngines(server);
    }

    private void CreateRows(ClickHouseServer server, string name, IEnumerable<(string Name, string Type)> columns, string order, Shard shard)
    {
        string place = layout.IsReplicated ? $"'/ai_attribution/{database}/{shard.Number}/{name}', '{server.Place}'" : "";
        server.Run($"CREATE TABLE IF NOT EXISTS {database}.{name} ({string.Join(", ", columns.Select(c => $"`{c.Name}` {c.Type}"))}) ENGINE = {(layout.IsReplicated ? "Replicated" : "")}ReplacingMergeTree({place}) PARTITION BY {order}");
    }

    /// <summary>What is asked by a name: a view of one server, and above it all of them where there are shards.</summary>
    private void CreateAll(ClickHouseServer server, string name, string rows)
    {
        server.Run($"CREATE VIEW IF NOT EXISTS {database}.{(layout.Cluster is null ? name : name + "_shard")} AS {rows}");
        if (layout.Cluster is not null)
            server.Run($"CREATE TABLE IF NOT EXISTS {database}.{name} AS {database}.{name}_shard ENGINE = Distributed('{layout.Cluster}', '{database}', '{name}_shard')");
    }

    private void CheckColumns(ClickHouseServer server)
    {
        HashSet<string> found = [.. server.Rows($"SELECT table, name, type FROM system.columns WHERE database = '{database}'").Select(r => $"{r.Text(0)}.{r.Text(1)} {r.Text(2)}")];
        IEnumerable<string> wanted = LakeTable.All.SelectMany(t => Columns(t).Select(c => $"{RowsOf(t.Name)}.{c.Name} {c.Type}"))
            .Concat(PublishedColumns.Select(c => $"{RowsOf(Published)}.{c.Name} {c.Type}"));
        Refuse(server, wanted.FirstOrDefault(w => !found.Contains(w)));
    }

    private void CheckEngines(ClickHouseServer server)
    {
        Dictionary<string, string> engines = server.Rows($"SELECT name, engine FROM system.tables WHERE database = '{database}'").ToDictionary(r => r.Text(0), r => r.Text(1), StringComparer.Ordinal);
        string top = layout.Cluster is null ? "View" : "Distributed";
        Refuse(server, LakeTable.All.Select(t => t.Name).Where(n => engines.GetValueOrDefault(n) != top).Select(n => $"{n} as {top}")
            .Concat(LakeTable.All.Select(t => RowsOf(t.Name)).Where(n => !IsEngine(engines.GetValueOrDefault(n))).Select(n => $"{n} as ReplacingMergeTree")).FirstOrDefault());
    }

    private void Refuse(ClickHouseServer server, string? missing)
    {
        if (missing is not null)
            throw new ToolException($"{server.Name}: database '{database}' has a table of another schema: there is no {missing}. Export into another --database, or drop this one there: DROP DATABASE {database}; the lake has all of it.");
    }

    private bool IsEngine(string? engine) => engine == "ReplicatedReplacingMergeTree" || (engine == "ReplacingMergeTree" && layout.Shards.All(s => s.Servers.Count == 1));

    private static IEnumerable<string> Key(LakeTable table) => [.. new[] { "repository", "envelope" }, .. table.Keys.Select(k => table.IsOptional(k) ? $"ifNull(`{k}`, '')" : $"`{k}`")];

    private static (string Name, string Type)[] Columns(LakeTable table) => [("part", "String"), .. table.Columns.Select(c => (c.Name, TypeOf(table, c.Name, c.Type)))];

    /// <summary>Counts are decimals, for a sum of whole numbers wraps there without a word.</summary>
    private static string TypeOf(LakeTable table, string name, string type)
    {
        string own = type switch
        {
            "BIGINT" => name is "attempt" or "seen" ? "Int64" : "Decimal(38, 0)",
            "BOOLEAN" => "UInt8",
            "VARCHAR" => "String",
            _ => "Decimal(18, 6)",
        };
        return table.IsOptional(name) ? $"Nullable({own})" : own;
    }
}
