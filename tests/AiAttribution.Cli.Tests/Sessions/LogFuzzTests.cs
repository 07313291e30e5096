using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Sessions;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>A damaged log costs its own answer and ends no run.</summary>
public class LogFuzzTests
{
    [Theory]
    [MemberData(nameof(EnvironmentOverrideTests.Overrides), MemberType = typeof(EnvironmentOverrideTests))]
    public void Mutated_logs_never_throw(string variable, string value, string path, string agent)
    {
        using LogHome home = new LogHome().With(variable, value);
        LogBuilder.Write(home, path, agent);
        byte[] good = File.ReadAllBytes(home.PathOf(path));
        IReadOnlyList<LogFile> files = LogScan.Find(home.Home, SessionReaders.All);
        Assert.NotEmpty(files);

        Mutation.Run(
            $"{agent} {Path.GetExtension(path)}",
            good,
            bytes =>
            {
                File.WriteAllBytes(home.PathOf(path), bytes);
                Assert.Equal(files.Count, LogScan.Read(SessionReaders.All, files, new Dictionary<LogFile, LogReading>()).Count);
            },
            usual: 20,
            share: 100);
    }
}
