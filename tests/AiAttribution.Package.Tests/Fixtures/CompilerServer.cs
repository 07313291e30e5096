using System.Diagnostics;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>A compiler server for the builds of this run alone. It stays warm between them, and ends with the run.</summary>
internal static class CompilerServer
{
    /// <summary>What a build names as <c>SharedCompilationId</c> to be compiled by it.</summary>
    public static string Id { get; } = $"aia-{Guid.NewGuid():N}";

    public static void Start()
    {
        Process server = DotnetProcess.Start(Path.GetTempPath(), new Dictionary<string, string>(), ["exec", Compiler(), $"-pipename:{Id}"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Kill();
    }

    /// <summary>The server of the SDK that builds in a folder without global.json.</summary>
    private static string Compiler()
    {
        string version = Ask("--version");
        string sdk = Ask("--list-sdks").Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith(version + " [", StringComparison.Ordinal));
        return Path.Combine(sdk[(version.Length + 2)..^1], version, "Roslyn", "bincore", "VBCSCompiler.dll");
    }

    private static string Ask(string option) => DotnetProcess.Run(Path.GetTempPath(), new Dictionary<string, string>(), [option]).Output.Trim();
}
