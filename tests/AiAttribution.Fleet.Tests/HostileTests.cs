using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Tests.Fixtures;
using AiAttribution.Testing.Files;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>Envelopes, names and folders as nobody should make them, and somebody will.</summary>
public sealed class HostileTests : IDisposable
{
    private const string Shop = "host.example/owner/shop";

    private static readonly string Good = TextOf(Make(rows: [LineRow("ai", 10), WeekRow("2026-10-05", 1, 2)]));

    private readonly TestLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Theory]
    [InlineData("\"lines\":10,", "\"lines\":NaN,", "line 2: it is not JSON")]
    [InlineData("\"lines\":10,", "\"lines\":-10,", "line 2: 'lines' is no count")]
    [InlineData("\"lines\":10,", "\"lines\":1e1000,", "line 2: 'lines' is no count")]
    [InlineData("\"lines\":10,", "\"lines\":9223372036854775808,", "line 2: 'lines' is no count")]
    [InlineData("\"lines\":10,", "\"lines\":\"10\",", "line 2: 'lines' is no count")]
    [InlineData("\"high\":2,", "\"high\":1e300,", "line 3: 'high' is no amount")]
    [InlineData("\"high\":2,", "\"high\":-2,", "line 3: 'high' is no amount")]
    [InlineData("\"week\":\"2026-10-05\"", "\"week\":\"2026-02-30\"", "line 3: 'week' is no day")]
    [InlineData("\"agent\":\"all\"", "\"agent\":\"\\u001b[31mred\"", "line 2: 'agent' is no text")]
    [InlineData("\"agent\":\"all\"", "\"agent\":\"a\\u202eb\"", "line 2: 'agent' is no text")]
    [InlineData("\"agent\":\"all\"", "\"agent\":\"\\ud800\"", "line 2: a text in it is not valid Unicode")]
    [InlineData("\"agent\":\"all\"", "\"agent\":{\"a\":{\"b\":{\"c\":{\"d\":1}}}}", "line 2: it is not JSON")]
    [InlineData(Shop, "host.example/owner/\\u202epohs", "line 1: 'repository' is no text")]
    [InlineData(Shop, "HOST.example/owner/shop", "'repository' is no host and path in lower case")]
    [InlineData(Shop, "https://host.example/owner/shop", "'repository' is no host and path in lower case")]
    [InlineData("\"attempt\":1", "\"attempt\":0", "'attempt' counts from 1")]
    [InlineData("{\"t\":\"lines\"", "[{\"t\":\"lines\"", "line 2: it is not JSON")]
    [InlineData("{\"t\":\"outcome\"", "{\"t\":7", "line 3 is of no table")]
    public void What_cannot_be_is_refused_with_its_line(string before, string after, string reason)
    {
        Assert.Contains(before, Good, StringComparison.Ordinal);
        _lake.Drop(EnvelopePack.Pack(Good.Replace(before, after, StringComparison.Ordinal)));

        (int exitCode, string output, string error) = _lake.Do("compact");

        Assert.Equal(0, exitCode);
        Assert.Contains("0 envelopes compacted, 1 refused", output, StringComparison.Ordinal);
        Assert.Contains($"is refused: {reason}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_cells_of_one_name_the_last_counts_wherever_it_stands()
    {
        string twice = Good.Replace("{\"t\":\"lines\"", "{\"lines\":99,\"t\":\"lines\"", StringComparison.Ordinal).Replace("\"lines\":10,", "\"later\":[1,{}],\"lines\":10,", StringComparison.Ordinal);
        _lake.Drop(EnvelopePack.Pack(twice));

        Assert.Equal("lines\n10\n", _lake.Ask("select lines from lines"));
    }

    [Fact]
    public void Newer_attempt_that_says_less_takes_away_what_the_older_one_said()
    {
        _lake.Send(Make(attempt: 1, rows: [LineRow("ai", 10), LineRow("other", 90), WeekRow("2026-10-05", 1, 2)])).Do("compact");
        _lake.Send(Make(attempt: 2, rows: [LineRow("ai", 3)])).Do("compact");

        Assert.Equal("state,lines\nai,3\n", _lake.Ask("select state, lines from lines"));
        Assert.Equal("n\n0\n", _lake.Ask("select count(*) as n from outcome"));
    }

    [Fact]
    public void Weeks_from_before_the_year_are_kept_and_not_told()
    {
        _lake.Send(Make(rows: [WeekRow("2026-10-05", 1, 2), WeekRow("2024-01-01", 77, 77)])).Do("compact");

        Assert.Equal("n\n2\n", _lake.Ask("select count(*) as n from outcome"));
        Assert.DoesNotContain("77", _lake.Pages()["index.html"][_lake.Pages()["index.html"].IndexOf("<body>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Clock_that_runs_some_hours_fast_is_borne_and_one_that_runs_days_fast_is_told()
    {
        string Ahead(double days) => CellTimes.Of(DateTimeOffset.UtcNow.AddDays(days));
        _lake.Send(Make(build: "near", time: Ahead(0.5)), Make(build: "far", time: Ahead(3)), Make(build: "deployed", time: Ahead(-3), known: Ahead(3)));

        (_, string output, string error) = _lake.Do("compact");

        Assert.Contains("1 envelope compacted, 2 refused", output, StringComparison.Ordinal);
        Assert.Contains(", which cannot be", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_refused_and_enters_later_is_told_no_more()
    {
        using var lake = new TestLake("""{ "senders": [{ "folder": "shop", "repositories": ["host.example/other/*"] }] }""");
        lake.Drop(EnvelopePack.Pack(Good), "shop/" + EnvelopePack.NameOf(EnvelopePack.Pack(Good)));
        lake.Do("compact");
        Assert.Contains("refused envelopes: 1", lake.Do("doctor").Out, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(lake.Root, "fleet.json"), "{}");

        Assert.Contains("1 envelope compacted", lake.Do("compact").Out, StringComparison.Ordinal);

        Assert.Contains("refused envelopes: none", lake.Do("doctor").Out, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Name_of_a_file_steers_no_terminal()
    {
        _lake.Drop([1, 2, 3], "\u001b[2J\u202eevil.jsonl.gz");

        foreach (string verb in new[] { "compact", "doctor" })
        {
            (_, string output, string error) = _lake.Do(verb);
            Assert.Contains("\\u001B[2J\\u202Eevil", output + error, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', output + error);
        }

        Assert.DoesNotContain('\u001b', _lake.Do("add", _lake.Inbox).Error);
    }

    [Fact]
    public void Repository_with_a_hostile_name_has_a_page_of_a_harmless_one()
    {
        _lake.Send(Make(repository: "host.example/<b>/../'\"&.html", rows: [LineRow("ai", 1)]), Make(repository: "host.example/" + new string('x', 280)));

        Assert.All(_lake.Pages().Keys, name => Assert.Matches("^[a-z0-9.-]{1,128}$", name));
    }

    [Fact]
    public void Commit_under_two_names_is_told()
    {
        _lake.Send(Make(), Make(repository: "host.example/owner/old-shop"));

        Assert.Contains("missing commits under two names: 1\n", _lake.Do("doctor").Out, StringComparison.Ordinal);
        Assert.Contains("          host.example/owner/old-shop, host.example/owner/shop\n", _lake.Do("doctor").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lake_of_another_version_is_not_read_as_an_empty_one()
    {
        _lake.Drop(EnvelopePack.Pack(Good));
        Directory.CreateDirectory(Path.Combine(_lake.Root, "lake", "v2"));

        (int exitCode, _, string error) = _lake.Do("report");

        Assert.Equal(2, exitCode);
        Assert.Contains("is of version v2, and this tool knows v1: dotnet tool update", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lake_that_cannot_be_written_loses_nothing()
    {
        _lake.Drop(EnvelopePack.Pack(Good));
        File.WriteAllText(Path.Combine(_lake.Root, "lake"), "a file where a folder should be");

        (int exitCode, _, string error) = _lake.Do("compact");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("ai-attribution-fleet: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", error, StringComparison.Ordinal);
        File.Delete(Path.Combine(_lake.Root, "lake"));
        Assert.Contains("1 envelope compacted", _lake.Do("compact").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_of_the_lake_is_named_with_the_way_out()
    {
        _lake.Drop(EnvelopePack.Pack(Good));
        _lake.Do("compact");
        File.Delete(Directory.GetFiles(Path.Combine(_lake.Root, "lake", "v1", "lines"), "*.parquet", SearchOption.AllDirectories).Single());

        (int exitCode, _, string error) = _lake.Do("report");

        Assert.Equal(2, exitCode);
        Assert.Contains(".parquet", error, StringComparison.Ordinal);
        Assert.Contains("put it back from a copy; or delete 'lake' and compact again", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Eighty_five_thousand_builders_and_sixty_trillion_tokens_a_month_add_up()
    {
        const long tokens = 60_000_000_000_000;
        _lake.Send([.. Enumerable.Range(0, 12).Select(r => Make(repository: $"host.example/owner/repository{r}", rows: [.. Enumerable.Range(1, 9).Select(m => CostRow($"2026-0{m}", 999_999_999m, tokens, commits: 85_000))]))]);
        _lake.Do("compact");

        Assert.Equal("tokens,usd,commits\n6480000000000000,107999999892,9180000\n", _lake.Ask("select sum(input) as tokens, sum(usd) as usd, sum(commits) as commits from cost"));
        Assert.Contains("$11,999,999,988.00", _lake.Pages()["index.html"], StringComparison.Ordinal);
    }
}
