using System.Collections.Concurrent;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>MSBuild servers for the builds of this run alone, as many as tests run at a time, and one for packages that are damaged. They stay warm between builds, and end with the run.</summary>
internal static class BuildServers
{
    // A server takes orders only from those who know the salt.
    private const string Salt = "MSBUILDNODEHANDSHAKESALT";

    // Builds that want no process to be reused go past the server.
    private const string NoReuse = "MSBUILDDISABLENODEREUSE";

    private static readonly BlockingCollection<string> Idle = [];

    private static readonly Lazy<BlockingCollection<string>> IdleApart = new(() => [StartOne()]);

    public static void Start()
    {
        for (int server = 0; server < 2; server++)
            Idle.Add(StartOne());
    }

    /// <summary>Runs <c>dotnet</c> with a server that no other build uses at the time.</summary>
    public static (int ExitCode, string Output) Run(string directory, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments) =>
        Run(Idle, directory, environment, arguments);

    /// <summary>Runs <c>dotnet</c> with a server whose builds all find no native library: one that a process has loaded would be found again wherever it was taken away.</summary>
    public static (int ExitCode, string Output) RunApart(string directory, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments) =>
        Run(IdleApart.Value, directory, environment, arguments);

    private static string StartOne()
    {
        string salt = $"aia-{Guid.NewGuid():N}";
        DotnetProcess.Serve(new Dictionary<string, string> { [Salt] = salt, [NoReuse] = "" }, ["exec", Path.Combine(Sdk.Folder, "MSBuild.dll"), "/nologo", "/nodemode:8"]);
        return salt;
    }

    private static (int ExitCode, string Output) Run(BlockingCollection<string> idle, string directory, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        string salt = idle.Take();
        string log = Path.Combine(Path.GetTempPath(), $"aia-{Guid.NewGuid():N}.log");
        try
        {
            var served = new Dictionary<string, string>(environment) { [Salt] = salt, ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1", [NoReuse] = "" };
            (int exitCode, string output) = DotnetProcess.Run(directory, served, [.. arguments, $"-fileLoggerParameters9:LogFile={log};Verbosity=minimal;Summary;Encoding=UTF-8"]);
            return exitCode != 0 && File.Exists(log) ? OfLog(exitCode, File.ReadAllText(log)) : (exitCode, output);
        }
        finally
        {
            File.Delete(log);
            idle.Add(salt);
        }
    }

    // On a busy machine the client may lose the end of what the server says, and then calls any build failed
    // (dotnet/msbuild issue 14172, in SDK 10.0.401). The server's own log has all of it.
    private static (int ExitCode, string Output) OfLog(int exitCode, string log) =>
        (log.Contains("\nBuild succeeded.", StringComparison.Ordinal) ? 0 : exitCode, log);
}
