using System.Globalization;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Tests.Fixtures;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>A lake in three real servers, each of which has its own repositories: what they answer is what the lake answers, or nothing.</summary>
[Collection(ClickHouseTestGroup.Name)]
public sealed class ClickHouseTests(ClickHouseServers servers) : IDisposable
{
    private const long Tokens = 9_000_000_000_000_000_000;

    private const string Settings = """
        { "name": "Acme", "expected": ["host.example/acme/never"], "groups": [ { "name": "payments", "repositories": ["host.example/acme/pay-*"], "budget": 10 } ] }
        """;

    /// <summary>Their digests put some on each of three shards.</summary>
    private static readonly string[] Names = ["pay-in", "pay-out", "shop", "till", "search", "stock", "mail", "crm"];

    private readonly TestLake _lake = new(Settings);
    private readonly string _database = $"lake_{Guid.NewGuid():N}";

    private string[] From => ["--from", "clickhouse", "--database", _database, .. servers.Options];

    public void Dispose() => _lake.Dispose();

    [ClickHouseFact]
    public void Pages_of_three_shards_and_of_the_lake_are_equal_byte_for_byte()
    {
        Fill();
        SortedDictionary<string, string> expected = _lake.Pages();

        Assert.Contains("on 3 shards of cluster 'fleet'", Export(), StringComparison.Ordinal);

        Assert.Equal(expected, _lake.Pages(From));
        Assert.All(Enumerable.Range(0, 3), server => Assert.NotEqual("0", servers.Tell(server, $"SELECT count() FROM {_database}.lines_rows")));
    }

    [ClickHouseFact]
    public void One_text_of_sql_is_answered_alike_in_all_forms()
    {
        Fill();
        Export();

        foreach (string sql in new[]
        {
            "select * from build order by repository, envelope",
            "select * from cost order by repository, envelope, agent, month",
            "select repository, sum(input) as tokens, sum(usd) as dollars, count(*) as n from cost group by repository having sum(input) > 0 order by repository",
            "select month, sum(low) as low_sum, sum(high) as high_sum from outcome where publishable group by month order by month",
            "select sum(input) * 2 as twice, max(input) - min(input) as span from cost",
            "select coalesce(month, '') as m, sum(case when linked then input else 0 end) as linked_tokens, count(distinct repository) as n from cost group by coalesce(month, '') order by m",
            "select x.repository, n from (select repository, count(*) as n from lines group by repository union all select repository, count(*) as n from cost group by repository) x order by repository, n",
            "select repository, lines from lines where (repository, seen) in (select repository, max(seen) from lines group by repository) order by repository, lines",
            "select agent, min(usd) as least, max(usd) as most from cost where repository like '%pay%' or agent = 'nobody' group by agent order by agent",
            "select repository from build where day = 'never'",
        })
        {
            foreach (string form in sql.StartsWith("select *", StringComparison.Ordinal) ? new[] { "csv", "json", "table" } : ["csv"])
                Assert.Equal((sql, _lake.Do("query", "--format", form, sql)), (sql, _lake.Run(["query", "--format", form, sql, .. From])));
        }
    }

    [ClickHouseFact]
    public void One_server_by_itself_answers_alike()
    {
        Fill();
        string[] one = ["--database", _database, "--url", servers.Urls[1]];

        Assert.Contains($"published on {servers.Urls[1]}", Export(one), StringComparison.Ordinal);

        Assert.Equal(_lake.Pages(), _lake.Pages([.. one, "--from", "clickhouse"]));
    }

    [ClickHouseFact]
    public void Only_what_is_new_is_loaded_and_what_the_lake_has_no_longer_is_gone_at_once()
    {
        _lake.Send(Make(attempt: 1, rows: [LineRow("ai", 1)]), Make(repository: "host.example/owner/till", time: "2026-09-01T12:00:00Z", rows: [LineRow("ai", 7)])).Do("compact");
        Assert.StartsWith("4 rows loaded in 4 parts, 0 there already, 0 removed; 4 rows of manifest 1 published", Export(), StringComparison.Ordinal);
        Assert.StartsWith("0 rows loaded in 0 parts, 4 there already, 0 removed; 4 rows of manifest 1 published", Export(), StringComparison.Ordinal);
        _lake.Send(Make(attempt: 2, rows: [LineRow("ai", 2)])).Do("compact");

        Assert.StartsWith("2 rows loaded in 2 parts, 2 there already, 2 removed; 4 rows of manifest 2 published", Export(), StringComparison.Ordinal);

        Assert.Equal("attempt,lines\n1,7\n2,2\n", Ask("select attempt, lines from lines order by attempt"));
    }

    [ClickHouseFact]
    public void Insert_whose_answer_is_lost_leaves_no_row_twice()
    {
        Fill();
        using var lossy = StandIn.Before(servers.Urls[0], _ => { }, number => number is 1 or 3);

        Export("--database", _database, "--url", lossy.Url, "--url", servers.Urls[1], "--url", servers.Urls[2]);

        Assert.Equal(_lake.Pages(), _lake.Pages(From));
        Assert.Equal(_lake.Ask("select count(*) from lines").Split('\n')[1], Enumerable.Range(0, 3).Sum(s => int.Parse(servers.Tell(s, $"SELECT count() FROM {_database}.lines_rows"), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
    }

    [ClickHouseFact]
    public void Server_that_is_killed_while_it_is_loaded_costs_nothing_but_the_same_command_again()
    {
        _lake.Send(Make(repository: "host.example/acme/first", rows: [LineRow("ai", 5)])).Do("compact");
        SortedDictionary<string, string> before = _lake.Pages();
        Export();
        Fill();
        using var deadly = StandIn.Before(servers.Urls[2], number => { if (number == 2) servers.Kill(2); }, _ => false);

        (int exitCode, _, string error) = _lake.Do("export", "clickhouse", "--database", _database, "--url", servers.Urls[0], "--url", servers.Urls[1], "--url", deadly.Url);
        servers.Start();

        Assert.Equal(2, exitCode);
        Assert.Contains($"{deadly.Url} does not answer", error, StringComparison.Ordinal);
        Assert.Equal(before, _lake.Pages(From));
        Export();
        Assert.Equal(_lake.Pages(), _lake.Pages(From));
    }

    [ClickHouseFact]
    public void Dead_shard_is_an_error_or_where_that_is_asked_for_an_answer_that_says_so_on_every_page()
    {
        const string mark = "partial: 1 of 3 shards did not answer";
        Fill();
        Export();
        servers.Kill(1);
        try
        {
            (int exitCode, string output, string error) = _lake.Do("report", From);
            Assert.Equal((2, ""), (exitCode, output));
            Assert.Contains("does not reach a shard", error, StringComparison.Ordinal);
            Assert.Contains("--partial", error, StringComparison.Ordinal);

            (exitCode, _, error) = _lake.Do("report", ["--output", "site", "--partial", .. From]);
            Assert.Equal((1, $"ai-attribution-fleet: {mark}\n"), (exitCode, error));
            Assert.All(_lake.Site().Values, page => Assert.Contains(mark, page, StringComparison.Ordinal));

            (exitCode, output, error) = _lake.Run(["query", "--format", "csv", "--partial", "select count(*) as n from build", .. From]);
            Assert.Equal((1, $"ai-attribution-fleet: {mark}\n"), (exitCode, error));
            Assert.NotEqual(_lake.Ask("select count(*) as n from build"), output);
        }
        finally
        {
            servers.Start();
        }
    }

    private string Ask(string sql)
    {
        (int exitCode, string output, string error) = _lake.Run(["query", "--format", "csv", sql, .. From]);
        Assert.Equal((0, ""), (exitCode, error));
        return output;
    }

    private string Export() => Export(["--database", _database, .. servers.Options]);

    private string Export(params string[] options)
    {
        (int exitCode, string output, string error) = _lake.Do("export", ["clickhouse", .. options]);
        Assert.Equal((0, ""), (exitCode, error));
        return output;
    }

    private void Fill()
    {
        foreach (string name in Names)
        {
            _lake.Send(
                Of(name, "2026-09-08", LineRow("ai", 30), LineRow("other", 60), WeekRow("2026-09-07", 0, 3), CostRow("2026-09", 6m, Tokens)),
                Of(name, "2026-10-06", LineRow("ai", 40), LineRow("unknown", 9), WeekRow("2026-10-05", 1, 2.5m, 0.5m), WeekRow("2026-09-07", 2, 3), CostRow("2026-10", 7.25m, Tokens), CostRow(null, null, 0, "not recorded", "absent", 3), CostRow("2026-10", 0.000001m, 5, "a \"quoted\" \\ agent é")));
        }

        Assert.Equal(0, _lake.Do("compact").ExitCode);
    }

    private static Envelope Of(string name, string day, params EnvelopeRow[] rows) =>
        Make(repository: "host.example/acme/" + name, commit: day.Replace("-", "", StringComparison.Ordinal) + Commit[8..], time: day + "T12:00:00Z", coverage: name.Length > 4, publishable: name != "crm", rows: rows);
}
