using System.Diagnostics;
using AiAttribution.Cli.Sessions;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Cli.Tests.Sessions;
using AiAttribution.Testing.Files;

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
    public async Task Pipe_with_a_logs_name_is_not_waited_for(string variable, string value, string path, string agent)
    {
        if (OperatingSystem.IsWindows())
            return;
        using LogHome home = new LogHome().With(variable, value);
        Directory.CreateDirectory(Path.GetDirectoryName(home.PathOf(path))!);
        using Process pipe = Process.Start("mkfifo", home.PathOf(path));
        await pipe.WaitForExitAsync();

        Assert.Equal((0, agent), ((await Task.Run(home.Sessions).WaitAsync(TimeSpan.FromMinutes(1))).Count, agent));
    }

    [Fact]
    public void Guide_names_every_agent_and_every_variable()
    {
        string[][] rows = [.. MarkdownPage.Of("nuget/docs/sessions-and-tokens.md").Rows("agent", "what is read").Select(row => row.ToArray())];

        Assert.Equal(SessionReaders.All.Select(reader => reader.Agent).Distinct().Order(StringComparer.Ordinal), rows.SelectMany(row => MarkdownPage.Quoted(row[0])).Order(StringComparer.Ordinal));
        Assert.Equal(Places.Select(row => (string)row[0]).Distinct().Order(StringComparer.Ordinal), rows.SelectMany(row => MarkdownPage.Quoted(row[3])).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Index_gives_what_reading_gives(string variable, string value, string path, string agent)
    {
        using LogHome home = new LogHome().With(variable, value);
        LogBuilder.Write(home, path, agent);
        var store = new SessionStore(home.Home, SessionReaders.All, home.PathOf("index"));

        var cold = store.Sessions();
        var warm = store.Sessions();

        Assert.Equal(cold.Sessions.Select(session => (session.Agent, session.Id, session.Usage)), warm.Sessions.Select(session => (session.Agent, session.Id, session.Usage)));
    }
}
