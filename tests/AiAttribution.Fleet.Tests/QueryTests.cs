using AiAttribution.Fleet.Tests.Fixtures;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>Questions in SQL, and what the tool says of itself.</summary>
public sealed class QueryTests : IDisposable
{
    private readonly TestLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void Answer_is_a_table_csv_or_json()
    {
        _lake.Send(Make(rows: [LineRow("ai", 1200)]));
        const string sql = "select state, lines, publishable from lines";

        Assert.Equal("  state │ lines │ publishable\n ───────┼───────┼─────────────\n  ai    │  1200 │ true\n", _lake.Do("query", sql).Out);
        Assert.Equal("state,lines,publishable\nai,1200,true\n", _lake.Ask(sql));
        Assert.Equal("[\n  {\n    \"state\": \"ai\",\n    \"lines\": 1200,\n    \"publishable\": true\n  }\n]\n", _lake.Do("query", "--format", "json", sql).Out);
    }

    [Theory]
    [InlineData("drop table loser")]
    [InlineData("select 1; drop table loser")]
    [InlineData("copy (select 1) to 'x.csv'")]
    public void Only_a_question_is_taken(string sql) => Assert.Contains("one statement that begins with select", Fails(sql), StringComparison.Ordinal);

    [Fact]
    public void Nothing_but_the_lake_is_read()
    {
        File.WriteAllText(Path.Combine(_lake.Folder, "secret.csv"), "a\n1\n");

        Assert.Contains("the query fails", Fails($"select * from read_csv('{_lake.Folder}/secret.csv')"), StringComparison.Ordinal);
        Assert.Contains("the query fails", Fails("select * from 'https://host.example/x.parquet'"), StringComparison.Ordinal);
    }

    [Fact]
    public void Misspelt_table_is_told_with_the_nearest() => Assert.Contains("lines", Fails("select * from linse"), StringComparison.Ordinal);

    [Theory]
    [InlineData("init")]
    [InlineData("add")]
    [InlineData("compact")]
    [InlineData("report")]
    [InlineData("query")]
    [InlineData("doctor")]
    [InlineData("serve")]
    [InlineData("export")]
    public void Every_verb_has_help_with_an_example(string verb)
    {
        (int exitCode, string output, _) = _lake.Run(verb, "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains($"Examples:\n  ai-attribution-fleet {verb} ", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Misspelt_verb_is_told_with_the_nearest()
    {
        (int exitCode, _, string error) = _lake.Run("compcat");

        Assert.Equal((2, "ai-attribution-fleet: There is no command 'compcat'. Did you mean 'compact'? See 'ai-attribution-fleet --help'.\n"), (exitCode, error));
    }

    [Fact]
    public void Folder_that_is_no_lake_is_told_with_the_way_out() =>
        Assert.Contains("is no lake: it has no fleet.json. Make one: ai-attribution-fleet init", _lake.Run("compact", "--lake", "elsewhere").Error, StringComparison.Ordinal);

    [Fact]
    public void Settings_are_not_overwritten()
    {
        (int exitCode, _, string error) = _lake.Run("init", "lake");

        Assert.Equal(2, exitCode);
        Assert.Contains("is there already; nothing was changed", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_init_writes_are_read()
    {
        _lake.Run("init", "fresh");

        Assert.Equal((0, ""), (_lake.Run("compact", "--lake", "fresh").ExitCode, _lake.Run("compact", "--lake", "fresh").Error));
    }

    [Theory]
    [InlineData("""{ "group": [] }""", "Did you mean 'groups'?")]
    [InlineData("""{ "groups": [{ "name": "a" }] }""", "A group needs a name and repositories.")]
    [InlineData("""{ "groups": [{ "name": "a", "repositories": ["x/*"], "budgets": [{ "month": "October", "amount": 5 }] }] }""", "month of a budget must be a month")]
    [InlineData("""{ "senders": [{ "folder": "../up", "repositories": ["x/*"] }] }""", "folder of a sender has letters")]
    [InlineData("""{ "silentDays": 0 }""", "silentDays must be a whole number")]
    [InlineData("{", "This is not JSON")]
    public void Wrong_setting_is_told_with_its_place(string settings, string problem)
    {
        using var lake = new TestLake(settings);

        (int exitCode, _, string error) = lake.Do("report");

        Assert.Equal(2, exitCode);
        Assert.Contains("fleet.json(1,", error, StringComparison.Ordinal);
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_tells_who_is_silent_and_what_mends_it()
    {
        using var lake = new TestLake("""{ "expected": ["host.example/owner/never"] }""");
        lake.Send(Make(time: "2020-01-06T12:00:00Z", deployments: false));

        (int exitCode, string output, _) = lake.Do("doctor");

        Assert.Equal(1, exitCode);
        Assert.Contains("missing silent: 2\n        → see to their pipelines, or take them out of 'expected' in fleet.json\n          host.example/owner/never (never)\n          host.example/owner/shop (2020-01-06)\n", output, StringComparison.Ordinal);
        Assert.Contains("missing deployments: known of 0 of 2\n        → tag releases", output, StringComparison.Ordinal);
    }

    private string Fails(string sql)
    {
        (int exitCode, _, string error) = _lake.Do("query", sql);
        Assert.Equal(2, exitCode);
        return error;
    }
}
