using AiAttribution.Fleet.ClickHouse;
using AiAttribution.Fleet.Tests.Fixtures;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>What is said when servers are not as they should be.</summary>
[Collection(ClickHouseTestGroup.Name)]
public sealed class ClickHouseErrorTests(ClickHouseServers servers) : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly string _database = $"lake_{Guid.NewGuid():N}";

    private string[] All => ["--database", _database, .. servers.Options];

    public void Dispose() => _lake.Dispose();

    [Theory]
    [InlineData("--url is missing")]
    [InlineData("--url takes an address such as http://127.0.0.1:8123, and not 'ftp://host.example'", "--url", "ftp://host.example")]
    [InlineData("--url holds a user or a password", "--url", "http://me:secret@host.example:8123")]
    [InlineData("--database is a name of letters", "--url", "http://127.0.0.1:1", "--database", "a b")]
    [InlineData("http://127.0.0.1:1 does not answer (Connection refused", "--url", "http://127.0.0.1:1")]
    [InlineData("nowhere.txt", "--url", "http://127.0.0.1:1", "--credentials", "nowhere.txt")]
    public void Wrong_option_is_told_with_the_way_out_and_without_a_password(string problem, params string[] options)
    {
        string error = Fails(options);

        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<html>Welcome</html>", "does not speak as ClickHouse does: HTTP 200")]
    [InlineData(200, "v\tvalue\nString\tString\n18.14.9\t0\n", "is ClickHouse 18.14.9, and 18.16 is the oldest")]
    [InlineData(200, "v\tvalue\nString\tString\n18.16.1", "does not speak as ClickHouse does")]
    [InlineData(502, "Bad gateway", "does not speak as ClickHouse does: HTTP 502")]
    [InlineData(500, "Code: 243, e.displayText() = DB::Exception: Cannot reserve 1.00 MiB, not enough space, e.what() = DB::Exception", "is full: Cannot reserve 1.00 MiB, not enough space. Make room and run the same again")]
    [InlineData(500, "Code: 516. DB::Exception: default: Authentication failed. (AUTHENTICATION_FAILED) (version 24.3.1.1 (official build))", "refuses the user or the password")]
    public void Server_that_cannot_be_used_is_told_with_what_it_says(int status, string body, string problem)
    {
        using var server = StandIn.Of(status, body);

        Assert.Contains($"{server.Url} {problem}".Replace($"{server.Url} is full", $"the disk of {server.Url} is full", StringComparison.Ordinal), Fails("--url", server.Url), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_servers_go_with_clickhouse_only() =>
        Assert.Contains("--url and --partial go with --from clickhouse.", _lake.Do("report", "--url", "http://127.0.0.1:1").Error, StringComparison.Ordinal);

    [Fact]
    public void Two_exports_of_a_lake_do_not_run_at_once()
    {
        string work = Path.Combine(_lake.Root, "lake", ".work");
        Directory.CreateDirectory(work);
        using FileStream other = new(Path.Combine(work, "export.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        Assert.Contains("another export of this lake is at work", Fails("--url", "http://127.0.0.1:1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_with_tabs_and_line_breaks_is_read_as_it_was_written()
    {
        Lake.LakeRow row = TabText.Read(new StringReader("a\\tb\tpublishable\tn\tm\nNullable(String)\tUInt8\tNullable(Decimal(38, 0))\tDecimal(18, 6)\none\\ttwo\\nthree\\\\ four\t1\t\\N\t1.250000\n")).Single();

        Assert.Equal("a\tb", row.Names[0]);
        Assert.Equal(["one\ttwo\nthree\\ four", true, null, 1.25m], row.Cells);
    }

    [ClickHouseFact]
    public void Wrong_password_is_told_and_never_shown_and_the_right_one_lets_in()
    {
        Compact();
        _lake.Variables["AI_ATTRIBUTION_CLICKHOUSE"] = "fleet:a wrong secret";
        string error = Fails(All);
        Assert.Contains($"{servers.Urls[0]} refuses the user or the password. Give them by the variable AI_ATTRIBUTION_CLICKHOUSE or by --credentials FILE", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(_lake.Folder, "key.txt"), ClickHouseServers.User + "\n");
        Assert.Equal((0, ""), Result(_lake.Do("export", ["clickhouse", "--credentials", "key.txt", .. All])));
    }

    [ClickHouseFact]
    public void Servers_of_a_cluster_are_all_to_be_named()
    {
        string error = Fails("--url", servers.Urls[0], "--url", servers.Urls[1]);

        Assert.Contains("cluster 'fleet' is made of other servers than those of --url: shard 3 is 127.0.0.1:", error, StringComparison.Ordinal);
    }

    [ClickHouseFact]
    public void Table_of_another_schema_is_left_as_it_is()
    {
        servers.Tell(1, $"CREATE DATABASE {_database}");
        servers.Tell(1, $"CREATE TABLE {_database}.lines_rows (part String, envelope String, repository String, agent String, x Int8) ENGINE = Log");

        Assert.Contains($"{servers.Urls[1]}: database '{_database}' has a table of another schema", Fails(All), StringComparison.Ordinal);
        Assert.Equal("0", servers.Tell(1, $"SELECT count() FROM {_database}.lines_rows"));
    }

    [ClickHouseFact]
    public void Database_of_another_lake_is_left_as_it_is()
    {
        Compact();
        Assert.Equal((0, ""), Result(_lake.Do("export", ["clickhouse", .. All])));
        using var other = new TestLake();

        (int exitCode, _, string error) = other.Do("export", ["clickhouse", .. All]);

        Assert.Equal(2, exitCode);
        Assert.Contains($"database '{_database}' holds another lake", error, StringComparison.Ordinal);
    }

    [ClickHouseFact]
    public void Nothing_exported_yet_is_told_with_the_way_out() =>
        Assert.Contains($"nothing was exported into database '{_database}': ai-attribution-fleet export clickhouse", _lake.Do("report", ["--from", "clickhouse", .. All]).Error, StringComparison.Ordinal);

    [ClickHouseFact]
    public void Rows_that_a_shard_lost_or_has_twice_are_an_error_and_the_next_export_mends_them()
    {
        Compact();
        Assert.Equal((0, ""), Result(_lake.Do("export", ["clickhouse", .. All])));
        int holder = Enumerable.Range(0, 3).Single(s => servers.Tell(s, $"SELECT count() FROM {_database}.lines_rows") != "0");

        servers.Tell(holder, $"SYSTEM STOP MERGES {_database}.lines_rows");
        servers.Tell(holder, $"INSERT INTO {_database}.lines_rows SELECT * FROM {_database}.lines_rows");
        Assert.Contains("'lines' has 2 of the 1 rows", Asked(), StringComparison.Ordinal);
        Assert.Equal((0, ""), Result(_lake.Do("export", ["clickhouse", .. All])));
        Assert.Equal("lines\n3\n", Asked());

        servers.Tell(holder, $"ALTER TABLE {_database}.lines_rows DROP PARTITION '{servers.Tell(holder, $"SELECT any(part) FROM {_database}.lines_rows")}'");
        Assert.Contains("'lines' has 0 of the 1 rows", Asked(), StringComparison.Ordinal);
        Assert.Equal((0, ""), Result(_lake.Do("export", ["clickhouse", .. All])));
        Assert.Equal("lines\n3\n", Asked());
    }

    private void Compact() => _lake.Send(Make(rows: [LineRow("ai", 3)])).Do("compact");

    private string Asked()
    {
        (_, string output, string error) = _lake.Run(["query", "--from", "clickhouse", "--format", "csv", "select lines from lines", .. All]);
        return output + error;
    }

    private string Fails(params string[] options)
    {
        (int exitCode, string output, string error) = _lake.Do("export", ["clickhouse", .. options]);
        Assert.Equal((2, ""), (exitCode, output));
        return error;
    }

    private static (int, string) Result((int ExitCode, string Out, string Error) run) => (run.ExitCode, run.Error);
}
