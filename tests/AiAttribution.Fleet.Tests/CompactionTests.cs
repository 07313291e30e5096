using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Tests.Fixtures;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>Whatever arrives, how often and in which order: the tables are the same.</summary>
public sealed class CompactionTests : IDisposable
{
    private const string Other = "1123456789abcdef0123456789abcdef01234567";

    private static readonly Envelope[] Three =
    [
        Make(rows: [LineRow("ai", 10), WeekRow("2026-10-05", 1, 2)]),
        Make(commit: Other, time: "2026-11-03T12:00:00Z", rows: [LineRow("ai", 20), WeekRow("2026-10-05", 2, 2), WeekRow("2026-10-12", 0, 1)]),
        Make(repository: "host.example/owner/till", rows: [LineRow("ai", 5), CostRow("2026-10", 1.25m)]),
    ];

    private readonly TestLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void Inbox_and_parquet_files_give_the_same_answers()
    {
        _lake.Send(Three);
        string before = _lake.Tables();

        Assert.Contains("3 envelopes compacted", _lake.Do("compact").Out, StringComparison.Ordinal);

        Assert.Equal(before, _lake.Tables());
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_lake.Root, "lake", "v1", "lines", "month=2026-10"), "part-*.parquet"));
    }

    [Fact]
    public void Any_order_and_any_number_of_times_gives_the_same_tables()
    {
        using var other = new TestLake();
        _lake.Send(Three).Do("compact");
        foreach (Envelope envelope in Three.Reverse().Concat(Three))
            other.Send(envelope).Do("compact");
        other.Do("compact");

        Assert.Equal(_lake.Tables(), other.Tables());
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Newest_attempt_of_a_build_speaks_whoever_comes_first(int first, int second)
    {
        _lake.Send(Make(attempt: first, rows: [LineRow("ai", first)])).Do("compact");
        _lake.Send(Make(attempt: second, rows: [LineRow("ai", second)]));

        Assert.Equal("attempt,lines\n2,2\n", _lake.Ask("select attempt, lines from lines"));
        _lake.Do("compact");
        Assert.Equal("attempt,lines\n2,2\n", _lake.Ask("select attempt, lines from lines"));
    }

    [Fact]
    public void Parts_of_a_month_are_put_together_when_there_are_many()
    {
        for (int build = 0; build < 10; build++)
            _lake.Send(Make(build: $"{build}/test", rows: [LineRow("ai", build)])).Do("compact");

        Assert.Equal("n,sum\n10,45\n", _lake.Ask("select count(*) as n, sum(lines) as sum from lines"));
        Assert.InRange(Lake.Manifest.Newest(new Lake.LakeFolder(_lake.Root)).Parts.Count(p => p.Table == "lines"), 1, 8);
    }

    [Fact]
    public async Task Two_compactors_at_once_end_with_one_lake_and_nothing_lost()
    {
        for (int i = 0; i < 40; i++)
            _lake.Send(Make(build: $"{i}/test", rows: [LineRow("ai", 1)]));

        (int ExitCode, string Out, string Error)[] runs = await Task.WhenAll(Task.Run(() => _lake.Do("compact")), Task.Run(() => _lake.Do("compact")));

        Assert.All(runs, r => Assert.Equal((0, ""), (r.ExitCode, r.Error)));
        Assert.Equal("n,sum\n40,40\n", _lake.Ask("select count(*) as n, sum(lines) as sum from lines"));
    }

    [Fact]
    public void Work_that_was_broken_off_leaves_the_lake_as_it_was()
    {
        _lake.Send(Three).Do("compact");
        string before = _lake.Tables();
        string tables = Path.Combine(_lake.Root, "lake", "v1");
        File.WriteAllText(Path.Combine(tables, "lines", "month=2026-10", "part-2-00000000.parquet"), "half of a fi");
        File.WriteAllText(Path.Combine(tables, "_manifest", ".00000000.tmp"), "{");

        Assert.Equal(before, _lake.Tables());
        Assert.Equal(0, _lake.Do("compact").ExitCode);
    }

    [Fact]
    public void Compacted_envelopes_may_leave_the_inbox()
    {
        _lake.Send(Three).Do("compact");
        string before = _lake.Tables();

        Directory.Delete(_lake.Inbox, recursive: true);

        Assert.Equal(0, _lake.Do("compact").ExitCode);
        Assert.Equal(before, _lake.Tables());
    }

    [Fact]
    public void Damaged_manifest_is_named_with_the_way_out()
    {
        _lake.Send(Three).Do("compact");
        File.WriteAllText(Path.Combine(_lake.Root, "lake", "v1", "_manifest", "1.json"), "{");

        (int exitCode, _, string error) = _lake.Do("compact");

        Assert.Equal(2, exitCode);
        Assert.Contains("1.json' is damaged. Put it back from a copy", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_trillion_tokens_of_many_repositories_add_up_without_overflow()
    {
        const long tokens = 9_000_000_000_000_000_000;
        _lake.Send(Make(rows: [CostRow("2026-10", 1m, tokens)]), Make(repository: "host.example/owner/till", rows: [CostRow("2026-10", 1m, tokens)]));

        Assert.Equal("sum\n18000000000000000000\n", _lake.Ask("select sum(input) as sum from cost"));
    }
}
