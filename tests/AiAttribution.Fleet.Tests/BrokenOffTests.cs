using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Tests.Fixtures;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>A compaction that ends at any moment, as a machine or <c>kill -9</c> ends it, leaves some of its files, the last of them in part.</summary>
public sealed class BrokenOffTests : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly TestLake _whole = new();

    public void Dispose()
    {
        _lake.Dispose();
        _whole.Dispose();
    }

    [Fact]
    public void Any_part_of_its_work_changes_no_table_and_the_next_compaction_ends_as_if_nothing_had_been()
    {
        Envelope[] before = [Make(attempt: 1, rows: [LineRow("ai", 10), WeekRow("2026-10-05", 1, 2)])];
        Envelope[] after = [Make(attempt: 2, rows: [LineRow("ai", 20)]), Make(repository: "host.example/owner/till", time: "2026-11-03T12:00:00Z", rows: [LineRow("ai", 5), CostRow("2026-10", 1)])];
        foreach (TestLake lake in new[] { _lake, _whole })
            lake.Send(before).Do("compact");
        string[] known = Files(_whole);
        _whole.Send(after).Do("compact");
        string expected = _whole.Tables();
        // In the order in which they are written: Parquet files, digests, and at the very end the manifest, which is complete or not there.
        string[] written = [.. Files(_whole).Except(known).OrderBy(f => f.EndsWith(".json", StringComparison.Ordinal)).ThenBy(f => f.EndsWith(".txt", StringComparison.Ordinal)).ThenBy(f => f, StringComparer.Ordinal)];
        Assert.EndsWith("2.json", written[^1], StringComparison.Ordinal);
        _lake.Send(after);

        for (int count = 0; count < written.Length; count++)
        {
            foreach (string file in written.Take(count))
                Copy(file, part: 1);
            Copy(written[count], part: 0.5, asAside: count == written.Length - 1);
            Assert.Equal(expected, _lake.Tables());
        }

        Assert.Equal(0, _lake.Do("compact").ExitCode);
        Assert.Equal(expected, _lake.Tables());
    }

    private static string[] Files(TestLake lake)
    {
        string tables = Path.Combine(lake.Root, "lake", "v1");
        return [.. Directory.GetFiles(tables, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(tables, f))];
    }

    private void Copy(string file, double part, bool asAside = false)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(_whole.Root, "lake", "v1", file));
        string target = Path.Combine(_lake.Root, "lake", "v1", asAside ? Path.Combine("_manifest", ".0123.tmp") : file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes[..(int)(bytes.Length * part)]);
    }
}
