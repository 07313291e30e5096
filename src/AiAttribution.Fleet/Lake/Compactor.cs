using System.Globalization;
using AiAttribution.Fleet.Intake;

namespace AiAttribution.Fleet.Lake;

/// <summary>What a compaction did.</summary>
/// <param name="Envelopes">Envelopes that the lake has now and had not.</param>
/// <param name="Rejected">What was refused.</param>
/// <param name="Waiting">What another version may read.</param>
/// <param name="Manifest">What is published now.</param>
internal sealed record Compaction(int Envelopes, IReadOnlyList<Rejection> Rejected, IReadOnlyList<Rejection> Waiting, Manifest Manifest);

/// <summary>
/// Brings envelopes from the inbox into Parquet files: one part for each table and month, parts put together when there are many. Nothing is seen before it is published as a
/// whole; who comes second reads again what the first published, so two at a time end with the same tables as one.
/// </summary>
internal sealed class Compactor(LakeFolder lake, Func<EnvelopeGate> gate)
{
    /// <summary>So many envelopes are published at once: what is lost when a machine stops is at most the work on these.</summary>
    private const int MostAtOnce = 5000;

    /// <summary>Where a month has more parts they become one.</summary>
    private const int MostParts = 8;

    private const int MostTries = 20;

    /// <summary>Compacts all that is new.</summary>
    /// <param name="progress">Told how many envelopes are in.</param>
    /// <param name="cancel">Ends the work; what is published stays.</param>
    /// <exception cref="ToolException">Others publish all the time.</exception>
    public Compaction Run(IProgress<int>? progress, CancellationToken cancel)
    {
        int done = 0;
        List<Rejection> rejected = [];
        for (int tries = 0; tries < MostTries;)
        {
            Manifest before = Manifest.Newest(lake);
            using var duck = new Duck(lake);
            InboxReading reading = Read(duck, before, progress, cancel);
            if (reading.Envelopes.Count + reading.Rejected.Count == 0)
                return new Compaction(done, rejected, reading.Waiting, before);
            if (Write(duck, before, reading, cancel) is not { } after)
            {
                tries++;
                continue;
            }

            Leftovers.Remove(lake, after);
            done += reading.Envelopes.Count;
            rejected.AddRange(reading.Rejected);
            if (!reading.HasMore)
                return new Compaction(done, rejected, reading.Waiting, after);
        }

        throw new ToolException("others publish into this lake all the time; nothing is lost, try again later.");
    }

    private InboxReading Read(Duck duck, Manifest before, IProgress<int>? progress, CancellationToken cancel)
    {
        using Stage stage = duck.CreateStage();
        return new Inbox(lake, gate()).Read(before, stage.Add, MostAtOnce, progress, cancel);
    }

    /// <summary>Publishes; null when somebody else was faster.</summary>
    private Manifest? Write(Duck duck, Manifest before, InboxReading reading, CancellationToken cancel)
    {
        int number = before.Number + 1;
        string[] months = [.. reading.Envelopes.Select(e => e.Day[..7]).Distinct().Order(StringComparer.Ordinal)];
        List<LakePart> parts = [.. before.Parts.Where(p => !months.Contains(p.Month))];
        foreach (string month in months)
        {
            cancel.ThrowIfCancellationRequested();
            parts.AddRange(Month(duck, [.. before.Parts.Where(p => p.Month == month)], month, number));
        }

        string[] consumed = reading.Envelopes.Count == 0 ? [] : [Digests(reading.Envelopes, number)];
        var after = new Manifest(number, [.. parts.OrderBy(p => p.File, StringComparer.Ordinal)], [.. before.Consumed, .. consumed], [.. before.Rejected.ExceptBy(reading.Envelopes.Select(e => e.Digest), r => r.Digest), .. reading.Rejected]);
        return after.TryPublish(lake) ? after : null;
    }

    private string Digests(IReadOnlyList<(string Digest, string Day)> envelopes, int number)
    {
        Directory.CreateDirectory(lake.Manifests);
        string name = $"consumed-{number}-{Unique()}.txt";
        File.WriteAllLines(Path.Combine(lake.Manifests, name), envelopes.Select(e => e.Digest).Order(StringComparer.Ordinal));
        return name;
    }

    /// <summary>The parts of a month: those it had and one more for each table, or one for all where an older attempt has to go or there are many.</summary>
    private IEnumerable<LakePart> Month(Duck duck, LakePart[] before, string month, int number)
    {
        LakePart[] builds = [.. before.Where(p => p.Table == LakeTable.Build.Name)];
        string all = Union(LakeTable.Build, builds, month);
        duck.Run($"CREATE OR REPLACE TEMP TABLE loser AS {Winners.Losers($"({all})")}");
        bool rewrites = builds.Length >= MostParts || (builds.Length > 0 && duck.Read($"SELECT count(*) FROM (SELECT envelope FROM {Sql.Files(Paths(builds))}) b SEMI JOIN loser USING (envelope)", r => r.GetInt64(0))[0] > 0);
        foreach (LakeTable table in LakeTable.All)
        {
            LakePart[] own = [.. before.Where(p => p.Table == table.Name)];
            foreach (LakePart kept in rewrites ? [] : own)
                yield return kept;
            if (Write(duck, table, Union(table, rewrites ? own : [], month), month, number) is { } part)
                yield return part;
        }
    }

    private LakePart? Write(Duck duck, LakeTable table, string rows, string month, int number)
    {
        string folder = Path.Combine(table.Name, $"month={month}");
        string file = Path.Combine(folder, $"part-{number}-{Unique()}.parquet");
        string full = Path.Combine(lake.Tables, file);
        Directory.CreateDirectory(Path.Combine(lake.Tables, folder));
        long count = duck.Run($"COPY (SELECT * FROM ({rows}) ANTI JOIN loser USING (envelope) ORDER BY repository, day, envelope) TO {Sql.Text(full)} (FORMAT parquet, COMPRESSION zstd)");
        if (count > 0)
            return new LakePart(table.Name, month, file.Replace('\\', '/'), count);
        File.Delete(full);
        return null;
    }

    private string Union(LakeTable table, LakePart[] parts, string month)
    {
        string fresh = $"SELECT * FROM \"{Sql.Stage(table)}\" WHERE day LIKE '{month}%'";
        return parts.Length == 0 ? fresh : $"SELECT * FROM {Sql.Files(Paths(parts))} UNION ALL BY NAME {fresh}";
    }

    private IEnumerable<string> Paths(IEnumerable<LakePart> parts) => parts.Select(p => Path.Combine(lake.Tables, p.File));

    private static string Unique() => Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];
}
