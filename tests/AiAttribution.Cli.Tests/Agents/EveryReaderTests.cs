using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Cli.Tests.Sessions;

namespace AiAttribution.Cli.Tests.Agents;

/// <summary>What holds for every agent, at every place where one logs.</summary>
public class EveryReaderTests
{
    public static TheoryData<string, string, string, string> Places => EnvironmentOverrideTests.Overrides;

    [Theory]
    [MemberData(nameof(Places))]
    public void Garbage_costs_one_file_and_is_told(string variable, string value, string path, string agent)
    {
        using LogHome home = new LogHome().With(variable, value).Write(path, "{\"torn", "\0\u0001 nothing of an agent", "]");
        LogBuilder.Write(home, ".pi/agent/sessions/p/a_s9.jsonl", "pi", id: 9);

        Assert.Contains(home.Sessions(), session => session.Agent == "pi");
        Assert.True(agent == "aider" || home.Problems().Count > 0, path);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Folder_with_a_logs_name_is_no_log(string variable, string value, string path, string agent)
    {
        using LogHome home = new LogHome().With(variable, value);
        Directory.CreateDirectory(home.PathOf(path));

        Assert.Equal((0, 0, agent), (home.Sessions().Count, home.Problems().Count, agent));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Index_gives_what_reading_gives(string variable, string value, string path, string agent)
    {
        using LogHome home = new LogHome().With(variable, value);
        LogBuilder.Write(home, path, agent);
        var store = new Cli.Sessions.SessionStore(home.Home, Cli.Sessions.SessionReaders.All, home.PathOf("index"));

        var cold = store.Sessions();
        var warm = store.Sessions();

        Assert.Equal(cold.Sessions.Select(session => (session.Agent, session.Id, session.Usage)), warm.Sessions.Select(session => (session.Agent, session.Id, session.Usage)));
    }
}
