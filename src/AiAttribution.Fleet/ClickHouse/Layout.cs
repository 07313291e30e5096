namespace AiAttribution.Fleet.ClickHouse;

/// <summary>Servers that hold the same rows.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Servers">All of them.</param>
internal sealed record Shard(int Number, IReadOnlyList<ClickHouseServer> Servers)
{
    /// <summary>The server that rows are given to; the others fetch them.</summary>
    public ClickHouseServer First => Servers[0];
}

/// <summary>How servers hold a lake together: each repository is on one shard, whole.</summary>
/// <param name="Cluster">Name of the cluster; null for one server by itself.</param>
/// <param name="Shards">In order of numbers.</param>
/// <param name="IsReplicated">Whether a ZooKeeper or Keeper is there.</param>
internal sealed record Layout(string? Cluster, IReadOnlyList<Shard> Shards, bool IsReplicated)
{
    /// <summary>Finds the cluster that is made of some servers, as they say it themselves.</summary>
    /// <param name="servers">All of its servers, in any order.</param>
    /// <param name="name">Its name; null to look for it.</param>
    /// <exception cref="ToolException">There is none, or more than one.</exception>
    public static Layout Find(IReadOnlyList<ClickHouseServer> servers, string? name)
    {
        bool isReplicated = servers.All(s => s.Rows("SELECT name FROM system.tables WHERE database = 'system' AND name = 'zookeeper'").Count > 0);
        if (servers.Count == 1 && name is null)
            return new Layout(null, [new Shard(1, servers)], false);
        Dictionary<ClickHouseServer, Place[]> places = servers.ToDictionary(s => s, s => Places(s).ToArray());
        string[] clusters = [.. places.Values.SelectMany(p => p).Select(p => p.Cluster).Distinct().Where(c => name is null || c == name).Order(StringComparer.Ordinal)];
        string[] whole = [.. clusters.Where(c => Wrong(places, c).Length == 0)];
        if (whole is not [var cluster])
            throw new ToolException(whole.Length > 1 ? $"these servers make up more than one cluster: name one by --cluster, {string.Join(" or ", whole)}." : None(places, name, clusters));
        Shard[] shards = [.. servers.GroupBy(s => ShardsOf(places[s], cluster)[0]).OrderBy(g => g.Key).Select((g, i) => new Shard(i + 1, [.. g]))];
        return isReplicated || shards.All(s => s.Servers.Count == 1)
            ? new Layout(cluster, shards, isReplicated)
            : throw new ToolException($"cluster '{cluster}' has replicas, and its servers have no ZooKeeper or Keeper by which they would hold the same. Set one up, or name a cluster of one server for each shard.");
    }

    private static string None(Dictionary<ClickHouseServer, Place[]> places, string? name, string[] clusters) => clusters.Length switch
    {
        0 when name is not null => $"no server knows a cluster '{name}'; it is named in their remote_servers.",
        1 => $"cluster '{clusters[0]}' is made of other servers than those of --url: {string.Join("; ", Wrong(places, clusters[0]))}.",
        _ => $"no cluster is made of just these {places.Count} servers. Name all of them in remote_servers of each, and by --url.",
    };

    /// <summary>What keeps a cluster from being made of just the servers that were named.</summary>
    private static string[] Wrong(Dictionary<ClickHouseServer, Place[]> places, string cluster)
    {
        ClickHouseServer[] strangers = [.. places.Where(p => ShardsOf(p.Value, cluster).Length != 1).Select(p => p.Key)];
        if (strangers.Length > 0)
            return [.. strangers.Select(s => $"{s.Name} is not in it, or in more than one of its shards")];
        return
        [
            .. places.Values.SelectMany(p => p).Where(p => p.Cluster == cluster).GroupBy(p => p.Shard).OrderBy(g => g.Key)
                .Select(g => (Shard: g.Key, Servers: g.Select(p => p.Address).Distinct().ToArray(), Named: places.Values.Count(p => ShardsOf(p, cluster)[0] == g.Key)))
                .Where(g => g.Servers.Length != g.Named)
                .Select(g => $"shard {g.Shard} is {string.Join(" and ", g.Servers)}, and --url names {g.Named} of them"),
        ];
    }

    /// <summary>The shards that a server is in, as it says itself: of old servers the whole shard is local, of newer ones the server.</summary>
    private static int[] ShardsOf(Place[] places, string cluster) => [.. places.Where(p => p.Cluster == cluster && p.IsLocal).Select(p => p.Shard).Distinct()];

    private static IEnumerable<Place> Places(ClickHouseServer server) => server
        .Rows("SELECT cluster, shard_num, host_name, port, is_local FROM system.clusters")
        .Select(r => new Place(r.Text(0), (int)r.Number(1), $"{r.Text(2)}:{r.Number(3)}", r.Flag(4)));

    /// <summary>A place in a cluster, as one server knows it.</summary>
    private sealed record Place(string Cluster, int Shard, string Address, bool IsLocal);
}
