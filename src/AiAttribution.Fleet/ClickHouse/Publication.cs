using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.ClickHouse;

/// <summary>A part of the lake, as far as its repositories are on one shard.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Part">Its name there, which says shard and number of shards, too.</param>
/// <param name="Rows">How many rows it has.</param>
internal sealed record ShardPart(string Table, string Part, long Rows);

/// <summary>What a shard says of what is published on it.</summary>
/// <param name="Number">Number of the publication.</param>
/// <param name="Lake">Which lake it is of.</param>
/// <param name="Manifest">Number of the lake's manifest.</param>
/// <param name="Shard">Number of the shard.</param>
/// <param name="Shards">How many shards there are.</param>
internal sealed record PublicationHead(long Number, string Lake, long Manifest, int Shard, int Shards);

/// <summary>What is to be seen: which parts are published, and whether they are there with all their rows. Of whom it was asked, one server or all shards together, does not matter.</summary>
/// <param name="Heads">One for each shard that answers.</param>
/// <param name="Parts">What is published.</param>
/// <param name="Held">Rows of each part that is there, published or not, and which blocks they are, which says whether they were loaded anew.</param>
internal sealed record Publication(IReadOnlyList<PublicationHead> Heads, IReadOnlyList<ShardPart> Parts, IReadOnlyDictionary<(string Table, string Part), (long Rows, string Blocks)> Held)
{
    /// <summary>Reads what a server says.</summary>
    /// <param name="ask">Asks it.</param>
    /// <param name="database">Where the tables are.</param>
    /// <param name="suffix">Of the tables: those of one server, or of all.</param>
    public static Publication Read(Func<string, List<LakeRow>> ask, string database, string suffix)
    {
        string published = $"{database}.{Schema.Published}{suffix}";
        // An insert that is repeated because its answer was lost gives the same rows again.
        List<LakeRow> rows = ask($"SELECT DISTINCT publication, lake, manifest, shard, shards, name, part, expected FROM {published} WHERE publication IN (SELECT max(publication) FROM {published})");
        return new Publication(
            [.. rows.Where(r => r.Text(5).Length == 0).Select(r => new PublicationHead((long)r.Number(0), r.Text(1), (long)r.Number(2), (int)r.Number(3), (int)r.Number(4)))],
            [.. rows.Where(r => r.Text(5).Length > 0).Select(r => new ShardPart(r.Text(5), r.Text(6), (long)r.Number(7))).OrderBy(p => p.Part, StringComparer.Ordinal)],
            ask($"SELECT name, part, there, low_block, high_block FROM {database}.{Schema.Held}{suffix}").ToDictionary(r => (TableOf(r.Text(0)), r.Text(1)), r => ((long)r.Number(2), $"{r.Number(3)}-{r.Number(4)}")));
    }

    /// <summary>How many rows of a part are there.</summary>
    public long RowsOf(ShardPart part) => Held.TryGetValue((part.Table, part.Part), out (long Rows, string Blocks) held) ? held.Rows : 0;

    /// <summary>What must be equal before and after a question, so that its answer is of one state.</summary>
    public string Fingerprint => string.Join('\n', Heads.Select(h => h.ToString()).Order(StringComparer.Ordinal).Concat(Parts.Select(p => $"{p} {Held.GetValueOrDefault((p.Table, p.Part))}")));

    private static string TableOf(string rows) => rows[..^Schema.RowsOf("").Length];
}
