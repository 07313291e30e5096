using System.Collections.Concurrent;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>MSBuild servers for the builds of this run alone, as many as tests run at a time. They stay warm between builds, and end with the run.</summary>
internal static class BuildServers
{
    // A server takes orders only from those who know the salt.
    private const string Salt = "MSBUILDNODEHANDSHAKESALT";

    // Builds that want no process to be reused go past the server.
    private const string NoReuse = "MSBUILDDISABLENODEREUSE";

    private static readonly BlockingCollection<string> Idle = [];

    public static void Start()
    {
        for (int server = 0; server < 2; server++)
        {
            string salt = $"aia-{Guid.NewGuid():N}";
            DotnetProcess.Serve(new Dictionary<string, string> { [Salt] = salt, [NoReuse] = "" }, ["exec", Path.Combine(Sdk.Folder, "MSBuild.dll"), "/nologo", "/nodemode:8"]);
            Idle.Add(salt);
        }
    }

    /// <summary>Runs <c>dotnet</c> with a server that no other build uses at the time.</summary>
    public static (int ExitCode, string Output) Run(string directory, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        string salt = Idle.Take();
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
            Idle.Add(salt);
        }
    }

    // On a busy machine the client may lose the end of what the server says, and then calls any build failed
    // (dotnet/msbuild issue 14172, in SDK 10.0.401). The server's own log has all of it.
    private static (int ExitCode, string Output) OfLog(int exitCode, string log) =>
        (log.Contains("\nBuild succeeded.", StringComparison.Ordinal) ? 0 : exitCode, log);
}
