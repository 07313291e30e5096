using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.ClickHouse;

/// <summary>Servers that hold the same rows.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Servers">By number of the replica.</param>
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
    public IEnumerable<ClickHouseServer> Servers => Shards.SelectMany(s => s.Servers);

    /// <summary>Finds the cluster that is made of some servers, as they say it themselves.</summary>
    /// <param name="servers">All of its servers, in any order.</param>
    /// <param name="name">Its name; null to look for it.</param>
    /// <exception cref="ToolException">There is none, or more than one.</exception>
    public static Layout Find(IReadOnlyList<ClickHouseServer> servers, string? name)
    {
        bool isReplicated = servers.All(s => s.Rows("SELECT name FROM system.tables WHERE database = 'system' AND name = 'zookeeper'").Count > 0);
        if (servers.Count == 1 && name is null)
            return new Layout(null, [new Shard(1, servers)], false);
        List<(ClickHouseServer Server, Place Place)> places = [.. servers.SelectMany(s => Places(s).Select(p => (s, p)))];
        string[] clusters = [.. places.Select(p => p.Place.Cluster).Distinct().Where(c => name is null || c == name).Order(StringComparer.Ordinal)];
        string[] whole = [.. clusters.Where(c => Missing(places, c, servers).Length == 0)];
        if (whole is not [var cluster])
            throw new ToolException(whole.Length > 1 ? $"these servers make up more than one cluster: name one by --cluster, {string.Join(" or ", whole)}." : None(places, servers, name, clusters));
        Shard[] shards = [.. places.Where(p => p.Place.Cluster == cluster && p.Place.IsLocal).GroupBy(p => p.Place.Shard).OrderBy(g => g.Key).Select((g, i) => new Shard(i + 1, [.. g.OrderBy(p => p.Place.Replica).Select(p => p.Server)]))];
        return isReplicated || shards.All(s => s.Servers.Count == 1)
            ? new Layout(cluster, shards, isReplicated)
            : throw new ToolException($"cluster '{cluster}' has replicas, and its servers have no ZooKeeper or Keeper by which they would hold the same. Set one up, or name a cluster of one server for each shard.");
    }

    private static string None(List<(ClickHouseServer Server, Place Place)> places, IReadOnlyList<ClickHouseServer> servers, string? name, string[] clusters) => clusters.Length switch
    {
        0 when name is not null => $"no server knows a cluster '{name}'; it is named in their remote_servers.",
        1 => $"cluster '{clusters[0]}' is made of other servers than those of --url: {string.Join("; ", Missing(places, clusters[0], servers))}.",
        _ => $"no cluster is made of just these {servers.Count} servers. Name all of them in remote_servers of each, and by --url.",
    };

    /// <summary>What keeps a cluster from being made of just the servers that were named.</summary>
    private static string[] Missing(List<(ClickHouseServer Server, Place Place)> places, string cluster, IReadOnlyList<ClickHouseServer> servers)
    {
        (ClickHouseServer Server, Place Place)[] own = [.. places.Where(p => p.Place.Cluster == cluster)];
        HashSet<(int, int)> named = [.. own.Where(p => p.Place.IsLocal).Select(p => (p.Place.Shard, p.Place.Replica))];
        return
        [
            .. servers.Where(s => own.Count(p => p.Server == s && p.Place.IsLocal) != 1).Select(s => $"{s.Name} is not in it, or twice"),
            .. own.Where(p => !named.Contains((p.Place.Shard, p.Place.Replica))).Select(p => $"no --url is that of {p.Place.Address} in it").Distinct(),
            .. own.Where(p => p.Place.IsLocal).GroupBy(p => (p.Place.Shard, p.Place.Replica)).Where(g => g.Count() > 1).Select(g => $"{string.Join(" and ", g.Select(p => p.Server.Name))} are one"),
        ];
    }

    private static IEnumerable<Place> Places(ClickHouseServer server) => server
        .Rows("SELECT cluster, shard_num, replica_num, host_name, port, is_local FROM system.clusters")
        .Select(r => new Place(r.Text(0), (int)r.Number(1), (int)r.Number(2), $"{r.Text(3)}:{r.Number(4)}", r.Flag(5)));

    /// <summary>A place in a cluster, as one server knows it.</summary>
    private sealed record Place(string Cluster, int Shard, int Replica, string Address, bool IsLocal);
}
