using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>Databases of agents as they are found: written to at the time, at rest, or damaged.</summary>
public class LiveDatabaseTests
{
    [Fact]
    public void Database_is_read_while_its_agent_writes()
    {
        const string Store = ".copilot/session-store.db";
        using LogHome home = new LogHome().Database(Store, "PRAGMA journal_mode=WAL", "CREATE TABLE assistant_usage_events(id INTEGER, session_id TEXT, model TEXT, input_tokens INTEGER, output_tokens INTEGER)");
        using SqliteConnection agent = home.Writer(Store);
        LogHome.Execute(agent, "INSERT INTO assistant_usage_events VALUES(1, 'c1', 'gpt-5.2', 10, 5)");
        LogHome.Execute(agent, "BEGIN IMMEDIATE");
        LogHome.Execute(agent, "INSERT INTO assistant_usage_events VALUES(2, 'c1', 'gpt-5.2', 10, 7)");

        Assert.Equal(5, home.Session().Usage.Output);
    }

    [Fact]
    public async Task Database_gives_whole_responses_however_often_its_agent_writes_meanwhile()
    {
        const string Store = ".copilot/session-store.db";
        using LogHome home = new LogHome().Database(Store, "PRAGMA journal_mode=WAL", "CREATE TABLE assistant_usage_events(id INTEGER, session_id TEXT, model TEXT, input_tokens INTEGER, output_tokens INTEGER)", "INSERT INTO assistant_usage_events VALUES(0, 'c1', 'gpt-5.2', 10, 5)");
        using SqliteConnection agent = home.Writer(Store);
        Task writing = Task.Run(() =>
        {
            for (int id = 1; id <= 200; id++)
                LogHome.Execute(agent, $"INSERT INTO assistant_usage_events VALUES({id}, 'c1', 'gpt-5.2', 10, 5)");
        });

        // Bounded, so that a reader that never rests cannot keep the writer waiting for ever.
        long before = 0;
        for (int read = 0; read < 100; read++)
        {
            long output = home.Session().Usage.Output;
            Assert.True(output >= before && output % 5 == 0, $"{output} after {before}");
            before = output;
        }

        await writing;

        Assert.Equal(1005, home.Session().Usage.Output);
        Assert.Empty(home.Problems());
    }

    [Fact]
    public void Reading_a_quiet_database_leaves_nothing_beside_it()
    {
        const string Store = ".copilot/session-store.db";
        using LogHome home = new LogHome().Database(Store, "PRAGMA journal_mode=WAL", "CREATE TABLE assistant_usage_events(id INTEGER, session_id TEXT)", "INSERT INTO assistant_usage_events VALUES(1, 'c1')");

        Assert.Single(home.Sessions());
        Assert.Equal(["session-store.db"], Directory.GetFiles(home.PathOf(".copilot")).Select(Path.GetFileName));
    }

    [Fact]
    public void Database_with_a_damaged_page_gives_what_stands_before_it()
    {
        const string Store = ".copilot/session-store.db";
        using LogHome home = new LogHome().Database(
            Store,
            "CREATE TABLE assistant_usage_events(id INTEGER PRIMARY KEY, session_id TEXT, model TEXT, input_tokens INTEGER, output_tokens INTEGER, padding TEXT)",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO assistant_usage_events SELECT i, 'c1', 'gpt-5.2', 10, 1, printf('%200d', i) FROM n");
        byte[] bytes = File.ReadAllBytes(home.PathOf(Store));
        bytes.AsSpan(bytes.Length / 2 / 4096 * 4096, 4096).Fill(0xFF);
        home.WriteBytes(Store, bytes);

        Assert.InRange(home.Session().Responses.Count, 300, 700);
        Assert.Equal(Exactness.Partial, home.Session().Exactness);
        Assert.Contains("damaged database", Assert.Single(home.Problems()));
    }
}
