using System.Diagnostics;
using AiAttribution.Cli.Hosting;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>A container may have no home: there are no logs then, and nothing is wrong.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public class NoHomeTests
{
    [Theory]
    [InlineData("/nonexistent/home", "sessions")]
    [InlineData("/nonexistent/home", "capture")]
    [InlineData("", "sessions")]
    [InlineData("", "backfill")]
    [InlineData("relative", "sessions")]
    public void Without_a_home_there_are_no_logs(string home, string verb)
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "class A;\n").Commit("one");
        ProcessStartInfo start = new("dotnet", [typeof(ExitCode).Assembly.Location, verb]) { WorkingDirectory = repository.Root, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("XDG_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = home;

        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal((0, verb == "sessions" ? "ai-attribution: no session found." : ""), (process.ExitCode, error.Split(" Agents keep logs")[0]));
    }
}
