using System.Runtime.ExceptionServices;
using System.Text;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.ClickHouse;

/// <summary>What an export did.</summary>
/// <param name="Rows">Rows that were loaded.</param>
/// <param name="Parts">Parts that were loaded, of all shards.</param>
/// <param name="Kept">Parts that were there.</param>
/// <param name="Removed">Parts that the lake has no longer.</param>
internal sealed record Exported(long Rows, int Parts, int Kept, int Removed);

/// <summary>
/// Makes servers hold what the newest manifest names. Parts that are not there are loaded beside those that are read; when all are whole they are published, shard by shard; what the
/// lake has no longer goes last. So it may be broken off at any time and run again.
/// </summary>
/// <param name="lake">Where from.</param>
/// <param name="layout">Where to.</param>
/// <param name="database">Name of the database there.</param>
internal sealed class Export(LakeFolder lake, Layout layout, string database)
{
    private readonly Lock _lock = new();
    private long _rows;

    /// <summary>Exports.</summary>
    /// <param name="manifest">What the lake has.</param>
    /// <param name="progress">Told how many rows are loaded.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ToolException">The servers hold another lake, or a newer state of this one.</exception>
    /// <exception cref="ClickHouseException">A server does not do its part.</exception>
    public Exported Run(Manifest manifest, IProgress<int> progress, CancellationToken cancel)
    {
        new Schema(layout, database).Create();
        string id = lake.Identity();
        Publication[] before = [.. layout.Shards.Select(s => Publication.Read(s.First.Rows, database, Suffix))];
        Check(before, id, manifest);
        ShardPart[][] wanted = Wanted(manifest, before);
        Load(wanted, before, manifest, progress, cancel);
        long publication = Publish(wanted, before, id, manifest);
        int loaded = wanted.Zip(before, (parts, held) => parts.Count(p => held.RowsOf(p) != p.Rows)).Sum();
        return new Exported(_rows, loaded, wanted.Sum(w => w.Length) - loaded, layout.Shards.Select((s, i) => Remove(s.First, wanted[i], before[i], publication)).Sum());
    }

    private string Suffix => layout.Cluster is null ? "" : "_shard";

    private void Check(Publication[] before, string id, Manifest manifest)
    {
        foreach ((Publication held, Shard shard) in before.Zip(layout.Shards))
        {
            if (held.Heads.FirstOrDefault(h => h.Lake != id) is not null)
                throw new ToolException($"{shard.First.Name}: database '{database}' holds another lake. Export into another --database, or drop that one there: DROP DATABASE {database}");
            if (held.Heads.FirstOrDefault(h => h.Manifest > manifest.Number) is { } newer)
                throw new ToolException($"{shard.First.Name}: database '{database}' holds manifest {newer.Manifest} of this lake, and the lake has {manifest.Number}. Was an old copy put back? Then drop that database: DROP DATABASE {database}");
        }
    }

    /// <summary>The parts of each shard. Of what is published all over it is known how many rows each has.</summary>
    private ShardPart[][] Wanted(Manifest manifest, Publication[] before)
    {
        int count = layout.Shards.Count;
        Dictionary<(string, string), long>[] known = [.. before.Select(b => b.Parts.ToDictionary(p => (p.Table, p.Part), p => p.Rows))];
        List<ShardPart>[] wanted = [.. layout.Shards.Select(_ => new List<ShardPart>())];
        using var duck = new Duck(lake);
        foreach (LakePart part in manifest.Parts)
        {
            long[] rows = [.. known.Select((k, s) => k.GetValueOrDefault((part.Table, NameOf(part, s))))];
            if (rows.Sum() != part.Rows)
            {
                Dictionary<long, long> counts = duck.Read($"SELECT {ShardOf(count)} AS s, count(*) FROM {Source(part)} GROUP BY s", r => (r.GetInt64(0), r.GetInt64(1))).ToDictionary(r => r.Item1, r => r.Item2);
                rows = [.. Enumerable.Range(0, count).Select(s => counts.GetValueOrDefault(s))];
            }

            for (int s = 0; s < count; s++)
            {
                if (rows[s] > 0)
                    wanted[s].Add(new ShardPart(part.Table, NameOf(part, s), rows[s]));
            }
        }

        return [.. wanted.Select(w => w.ToArray())];
    }

    /// <summary>Loads all shards at once. When one fails the others stop, too.</summary>
    private void Load(ShardPart[][] wanted, Publication[] before, Manifest manifest, IProgress<int> progress, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task[] shards = [.. wanted.Select((parts, s) => Task.Factory.StartNew(() => Try(s, parts), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task all = Task.WhenAll(shards);
        all.ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        if (all.Exception?.InnerExceptions is { } failures)
            ExceptionDispatchInfo.Throw(failures.FirstOrDefault(f => f is not OperationCanceledException) ?? failures[0]);

        void Try(int shard, ShardPart[] parts)
        {
            try
            {
                Load(shard, parts, before[shard], manifest, progress, stop.Token);
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }

    private void Load(int shard, ShardPart[] wanted, Publication before, Manifest manifest, IProgress<int> progress, CancellationToken cancel)
    {
        using var duck = new Duck(lake);
        var loader = new PartLoader(layout.Shards[shard].First, duck, Tell, cancel);
        Dictionary<(string, string), LakePart> sources = manifest.Parts.ToDictionary(p => (p.Table, NameOf(p, shard)));
        foreach (ShardPart part in wanted)
        {
            IEnumerable<string> cells = LakeTable.All.Single(t => t.Name == part.Table).Columns.Select(c => $"'{c.Name}': {(c.Type == "BOOLEAN" ? $"CAST(\"{c.Name}\" AS TINYINT)" : $"\"{c.Name}\"")}");
            loader.Load(part, $"SELECT CAST(to_json({{'part': {Sql.Text(part.Part)}, {string.Join(", ", cells)}}}) AS VARCHAR) FROM {Source(sources[(part.Table, part.Part)])} WHERE {ShardOf(layout.Shards.Count)} = {shard}", before.RowsOf(part));
        }

        void Tell(int rows)
        {
            lock (_lock)
            {
                _rows += rows;
                progress.Report((int)Math.Min(_rows, int.MaxValue));
            }
        }
    }

    /// <summary>Publishes under a number that no shard has, unless just this is published.</summary>
    /// <returns>The number.</returns>
    private long Publish(ShardPart[][] wanted, Publication[] before, string id, Manifest manifest)
    {
        long last = before.Max(b => b.Heads.Select(h => h.Number).DefaultIfEmpty(0).Max());
        if (last > 0 && before.Zip(wanted).All(p => p.First.Heads is [var head] && (head.Number, head.Manifest) == (last, manifest.Number) && p.First.Parts.ToHashSet().SetEquals(p.Second)))
            return last;
        for (int s = 0; s < wanted.Length; s++)
        {
            string head = $"'publication': {last + 1}, 'lake': '{id}', 'manifest': {manifest.Number}, 'shard': {s + 1}, 'shards': {wanted.Length}".Replace('\'', '"');
            IEnumerable<string> rows = wanted[s].Prepend(new ShardPart("", "", 0)).Select(p => $"{{{head}, \"name\": \"{p.Table}\", \"part\": \"{p.Part}\", \"expected\": {p.Rows}}}");
            layout.Shards[s].First.Insert(Schema.RowsOf(Schema.Published), Encoding.UTF8.GetBytes(string.Join('\n', rows)));
        }

        return last + 1;
    }

    private static int Remove(ClickHouseServer server, ShardPart[] wanted, Publication before, long publication)
    {
        HashSet<(string, string)> kept = [.. wanted.Select(p => (p.Table, p.Part))];
        (string Table, string Part)[] gone = [.. before.Held.Keys.Where(h => !kept.Contains(h))];
        foreach ((string table, string part) in gone)
            server.Run($"ALTER TABLE {server.Database}.{Schema.RowsOf(table)} DROP PARTITION {Sql.Text(part)}");
        string published = $"{server.Database}.{Schema.RowsOf(Schema.Published)}";
        foreach (LakeRow old in server.Rows($"SELECT DISTINCT publication FROM {published} WHERE publication < {publication}"))
            server.Run($"ALTER TABLE {published} DROP PARTITION {old.Number(0)}");
        return gone.Length;
    }

    private string NameOf(LakePart part, int shard) => $"{part.Month}-{Path.GetFileNameWithoutExtension(part.File)["part-".Length..]}.{shard + 1}of{layout.Shards.Count}";

    private string Source(LakePart part) => Sql.Files([Path.Combine(lake.Tables, part.File)]);

    /// <summary>A repository is on one shard, whole, so that what is joined by it is on the same server. The digest is the same in every version of the engine.</summary>
    private static string ShardOf(int shards) => $"CAST('0x' || left(md5(repository), 8) AS BIGINT) % {shards}";
}
