using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.ClickHouse;

/// <summary>
/// A lake that was exported to ClickHouse. An answer is given only when all that is published was there with all its rows, before the question and after it; so it is never of half an
/// export, and never a smaller number than it should be.
/// </summary>
internal sealed class ClickHouseEngine : ILakeEngine
{
    private readonly ClickHouseServer _server;
    private readonly bool _skipsDead;
    private readonly string _state;

    private ClickHouseEngine(ClickHouseServer server, bool skipsDead)
    {
        (_server, _skipsDead) = (server, skipsDead);
        Publication now = Read();
        Check(now);
        _state = now.Fingerprint;
        if (now.Heads[0].Shards - now.Heads.Count is > 0 and var dead)
            Partial = $"partial: {dead} of {now.Heads[0].Shards} shards did not answer";
    }

    public string? Partial { get; }

    /// <summary>Opens it by the first server that answers.</summary>
    /// <param name="servers">Some of the servers; one that knows the others will do.</param>
    /// <param name="skipsDead">Whether an answer without the shards that do not answer is wanted.</param>
    /// <exception cref="ClickHouseException">None does, or not all of it is there.</exception>
    public static ClickHouseEngine Open(IReadOnlyList<ClickHouseServer> servers, bool skipsDead)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                servers[i].Greet();
                return new ClickHouseEngine(servers[i], skipsDead);
            }
            catch (ClickHouseException e) when (e.Code == 0 && i + 1 < servers.Count)
            {
                // The next one may know all that is asked.
            }
            catch (ClickHouseException e) when (e.IsMissing)
            {
                throw new ToolException($"{servers[i].Name}: nothing was exported into database '{servers[i].Database}': ai-attribution-fleet export clickhouse --lake LAKE --url {servers[i].Name}");
            }
        }
    }

    public IEnumerable<LakeRow> Ask(string sql)
    {
        List<LakeRow> rows = _server.Ask(sql, _skipsDead);
        return Read().Fingerprint == _state ? rows : throw new ToolException($"{_server.Name}: what is exported, or which shards answer, changed while it was asked. Ask again.");
    }

    public void Dispose() => _server.Dispose();

    private Publication Read() => Publication.Read(sql => _server.Ask(sql, _skipsDead), _server.Database, "");

    private void Check(Publication now)
    {
        if (now.Heads.Count == 0)
            throw new ToolException($"{_server.Name}: no export into database '{_server.Database}' came to its end yet.");
        if (now.Heads.Select(h => (h.Number, h.Lake, h.Manifest, h.Shards)).Distinct().Count() > 1)
            throw new ToolException($"{_server.Name}: the last export into database '{_server.Database}' did not come to its end on all shards: run it again.");
        if (now.Heads.Count < now.Heads[0].Shards && !_skipsDead)
            throw new ToolException($"{_server.Name}: {now.Heads.Count} of {now.Heads[0].Shards} shards have the export: run it again with --url of each.");
        if (now.Parts.FirstOrDefault(p => now.RowsOf(p) != p.Rows) is { } wrong)
            throw new ToolException($"{_server.Name}: '{wrong.Table}' has {now.RowsOf(wrong):N0} of the {wrong.Rows:N0} rows of part {wrong.Part}: run the export again, it mends that.");
    }
}
