using System.Diagnostics;
using System.Text;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>Runs the real <c>dotnet</c> without what the test host left in the environment, and leaves no process behind.</summary>
internal static class DotnetProcess
{
    /// <summary>Runs a command to its end. Variables of the environment that are given without a value are taken away.</summary>
    public static (int ExitCode, string Output) Run(string directory, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        using Process process = Start(directory, environment, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>Starts a server that ends with this run. What it started ends by itself then: a test host has no time to look for it.</summary>
    public static void Serve(IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        Process server = Start(Path.GetTempPath(), environment, arguments);
        EndOfRun.Add(() =>
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit();
        });
    }

    /// <summary>Starts a program that a test talks to and ends.</summary>
    public static Process Open(string directory, IReadOnlyDictionary<string, string> environment, string program, IEnumerable<string> arguments) =>
        Start(directory, environment, arguments, program, isTalkedTo: true);

    private static Process Start(string directory, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments, string program = "dotnet", bool isTalkedTo = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = isTalkedTo,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (string name in start.Environment.Keys.Where(IsOfTestHost).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // No project here needs a workload, and each evaluation would read what there is of them.
        start.Environment["MSBuildEnableWorkloadResolver"] = "false";
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        foreach (string name in environment.Keys.Where(name => environment[name].Length == 0))
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    private static bool IsOfTestHost(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("AIATTRIBUTION", StringComparison.Ordinal)
        || name is "CI" or "TF_BUILD" or "GITHUB_ACTIONS";
}
